"""queue: SimpleQueue, the three queues and their exceptions; those of asyncio likewise."""
import asyncio
import queue

simple = queue.SimpleQueue()
simple.put("a")
simple.put("b", block=True, timeout=1)
simple.put_nowait("c")
print(simple.qsize(), simple.empty(), simple.get(), simple.get(timeout=1), simple.get_nowait(), simple.empty())
for wait in (simple.get_nowait, lambda: simple.get(timeout=0.01), lambda: simple.get(block=False)):
    try:
        wait()
    except queue.Empty as error:
        print(repr(error))
try:
    simple.get(timeout=-1)
except ValueError as error:
    print(error)
for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind(2)
    q.put(2)
    q.put_nowait(1)
    print(kind.__name__, q.qsize(), q.full(), q.empty(), q.maxsize, q.unfinished_tasks)
    for wait in (lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.01)):
        try:
            wait()
        except queue.Full as error:
            print(repr(error))
    print(q.get(), q.get_nowait())
    q.task_done()
    q.task_done()
    q.join()
    try:
        q.task_done()
    except ValueError as error:
        print(error)
    q.put("last")
    q.shutdown()
    for late in (lambda: q.put(1), q.get, q.get):
        try:
            print(late())
        except queue.ShutDown as error:
            print(repr(error))
    q.shutdown(immediate=True)
    print(q.is_shutdown)


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        q = kind(maxsize=2)
        await q.put(2)
        q.put_nowait(1)
        print(kind.__name__, q.qsize(), q.full(), q.empty(), q.maxsize)
        try:
            q.put_nowait(3)
        except asyncio.QueueFull as error:
            print(repr(error))
        print(await q.get(), q.get_nowait())
        try:
            q.get_nowait()
        except asyncio.QueueEmpty as error:
            print(repr(error))
        q.task_done()
        q.task_done()
        await q.join()
        try:
            q.task_done()
        except ValueError as error:
            print(error)
        await q.put("left")
        q.shutdown(immediate=True)
        for late in (q.put, q.get):
            try:
                await (late(1) if late == q.put else late())
            except asyncio.QueueShutDown as error:
                print(repr(error))


asyncio.run(main())
