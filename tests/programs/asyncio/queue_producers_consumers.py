"""Several producers and consumers on one bounded queue; join and cancel at the end."""
import asyncio
import random


async def producer(name, queue):
    for i in range(4):
        await asyncio.sleep(random.random())
        await queue.put((name, i))
        print(f"{name} put {i} size={queue.qsize()} full={queue.full()}")


async def consumer(name, queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(random.uniform(0.1, 0.9))
        print(f"{name} took {item} left={queue.qsize()}")
        queue.task_done()


async def main():
    random.seed(42)
    queue = asyncio.Queue(maxsize=2)
    consumers = [asyncio.create_task(consumer(f"C{n}", queue)) for n in range(2)]
    await asyncio.gather(*(producer(f"P{n}", queue) for n in range(3)))
    print("produced", queue)
    await queue.join()
    for c in consumers:
        c.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True))


asyncio.run(main())
