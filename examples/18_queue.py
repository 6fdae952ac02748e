"""Producer and consumers

The queue holds two items at most, so the producer has to wait for room, and
the consumers wait for items. A put or get that need not wait goes straight
through.
"""
import asyncio


async def producer(queue):
    for item in range(6):
        await queue.put(item)
        print("made", item)
    for _ in range(2):
        await queue.put(None)


async def consumer(name, queue):
    while (item := await queue.get()) is not None:
        print(f"  {name} works on {item}")
        await asyncio.sleep(0.1)
    print(f"  {name} goes home")


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer("ann", queue), consumer("bob", queue))


asyncio.run(main())
