"""What a task waits for is a Future, also where that is a sleep; and the callback with which a run ends can be told."""
import asyncio
from asyncio.base_events import _run_until_complete_cb


async def sleeper():
    await asyncio.sleep(1, 'slept')


async def main():
    loop = asyncio.get_running_loop()
    own = asyncio.current_task()
    print([callback is _run_until_complete_cb for callback, context in own._callbacks], _run_until_complete_cb.__name__)
    task = asyncio.create_task(sleeper())
    print(task._fut_waiter)
    await asyncio.sleep(0)
    waiter = task._fut_waiter
    print(isinstance(waiter, asyncio.Future), waiter.done(), waiter.cancelled(), waiter.get_loop() is loop)
    await asyncio.sleep(0.5)
    print(task._fut_waiter.done())
    await task
    await asyncio.sleep(0)
    print(waiter.done(), task._fut_waiter)
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    waiter = task._fut_waiter
    task.cancel()
    await asyncio.wait([task])
    await asyncio.sleep(0)
    print(waiter.cancelled(), task.cancelled())
    future = loop.create_future()
    task = asyncio.create_task(asyncio.wait_for(future, 5))
    await asyncio.sleep(0)
    print(task._fut_waiter is future)
    future.set_result(1)
    print(await task)


asyncio.run(main())
