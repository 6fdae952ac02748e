"""Queue, PriorityQueue, LifoQueue: order, nowait methods, exceptions, repr."""
import asyncio


async def drain(queue):
    while not queue.empty():
        print(queue.get_nowait(), end=" ")
    print()


async def main():
    for kind in (asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue):
        q = kind()
        for item in (3, 1, 2):
            q.put_nowait(item)
        print(kind.__name__, q)
        await drain(q)
    q = asyncio.Queue(1)
    q.put_nowait("x")
    try:
        q.put_nowait("y")
    except asyncio.QueueFull as e:
        print("full", repr(e), q.maxsize, q.full())
    q.get_nowait()
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print("empty", repr(e))
    q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    p = asyncio.PriorityQueue()
    await p.put((2, "b"))
    await p.put((1, "z"))
    await p.put((1, "a"))
    await drain(p)
    try:
        await p.put((1, {}))
        await p.put((1, {}))
    except TypeError as e:
        print(e)


asyncio.run(main())
