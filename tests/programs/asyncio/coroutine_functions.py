"""What of asyncio is a coroutine function, and the states of a sleep that nobody awaits."""
import asyncio
import inspect

for function in (asyncio.sleep, asyncio.wait, asyncio.wait_for, asyncio.gather, asyncio.shield, asyncio.to_thread, asyncio.Queue.get,
                 asyncio.Lock.acquire, asyncio.Event.wait, asyncio.open_connection, asyncio.as_completed, asyncio.run, asyncio.Barrier.wait,
                 asyncio.create_task, asyncio.Lock().acquire, asyncio.TaskGroup.__aenter__):
    print(function.__qualname__, inspect.iscoroutinefunction(function))

nap = asyncio.sleep(1)
print(inspect.iscoroutine(nap), asyncio.iscoroutine(nap), inspect.isawaitable(nap), inspect.getcoroutinestate(nap))
nap.close()
print(inspect.getcoroutinestate(nap))


async def main():
    nap = asyncio.sleep(1)
    task = asyncio.create_task(nap)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(nap))
    await task
    print(inspect.getcoroutinestate(nap))

asyncio.run(main())
