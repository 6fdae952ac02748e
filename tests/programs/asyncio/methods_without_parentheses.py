"""What CPython has in Python has methods and functions, also where it is C here: forgotten parentheses show them."""
import asyncio
import inspect
import types


def shown(x):
    print(type(x).__name__, isinstance(x, types.MethodType), inspect.ismethod(x), getattr(x, "__qualname__", None), repr(x).partition(" at 0x")[0])


async def main():
    loop = asyncio.get_running_loop()
    queue, lock, event = asyncio.PriorityQueue(), asyncio.Lock(), asyncio.Event()
    for x in (queue.qsize, queue.put_nowait, queue.get, lock.locked, event.set, loop.create_task, loop.is_running, loop.call_soon, loop.call_soon(int).cancel,
              asyncio.Semaphore().release, loop.create_future().result, asyncio.Condition().notify, loop.shutdown_asyncgens):
        shown(x)
    print(event.set == event.set, event.set is event.set, len({event.set, event.set}), event.set.__self__ is event, event.set.__func__ is asyncio.Event.set)
    print(repr(asyncio.Event.set).partition(" at 0x")[0], asyncio.iscoroutinefunction(loop.shutdown_asyncgens), asyncio.iscoroutinefunction(queue.get))
    for wrong in (lambda: queue.qsize + 1, lambda: len(queue.qsize), lambda: lock.locked.locked, lambda: asyncio.Event.set(), lambda: loop.is_running(1), lambda: loop.get_debug(x=1), lambda: loop.call_soon(print, contex=1), lambda: asyncio.Task.cancel(),
                  lambda: loop.create_task(main(), 1), lambda: event.set.nothing, lambda: event.set.x, lambda: 3 in queue.put_nowait):
        try:
            print(wrong())
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
    event.set.__call__()
    put = queue.put_nowait
    put(2)
    loop.call_soon(put, 1)
    print(loop.call_later(5, event.clear), loop.call_soon(queue.put_nowait, 3))
    await asyncio.sleep(0)
    print(event.is_set(), list(map(lambda get: get(), [queue.get_nowait] * 3)))


asyncio.run(main())
