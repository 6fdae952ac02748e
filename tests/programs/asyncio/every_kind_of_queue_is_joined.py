"""join waits until all that was put in was marked as done, for each kind of queue."""
import asyncio


async def consume(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(1)
        print("done with", item)
        queue.task_done()


async def main():
    loop = asyncio.get_running_loop()
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for item in (2, 1, 3):
            queue.put_nowait(item)
        consumer = asyncio.create_task(consume(queue))
        begin = loop.time()
        await queue.join()
        print(kind.__name__, "joined after", round(loop.time() - begin), "s")
        consumer.cancel()


asyncio.run(main())
