"""Queue.shutdown: putters and getters get QueueShutDown."""
import asyncio


async def getter(q):
    try:
        while True:
            print("got", await q.get())
            q.task_done()
    except asyncio.QueueShutDown as e:
        print("shut down", repr(e))


async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(getter(q))
    for i in range(3):
        q.put_nowait(i)
    await asyncio.sleep(0.1)
    q.put_nowait("last")
    q.shutdown()
    try:
        q.put_nowait(1)
    except asyncio.QueueShutDown as e:
        print(repr(e))
    await t
    await q.join()
    q = asyncio.Queue()
    q.put_nowait(1)
    q.shutdown(immediate=True)
    try:
        await q.get()
    except asyncio.QueueShutDown:
        print("nothing left")
    print(q)


asyncio.run(main())
