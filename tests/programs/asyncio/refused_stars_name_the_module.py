"""Errors of * and ** in calls name the module of asyncio's functions and methods"""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    queue, future = asyncio.Queue(), loop.create_future()
    for call in (lambda: loop.call_soon(print, *5), lambda: loop.call_later(*5), lambda: loop.create_task(**5),
                 lambda: loop.run_in_executor(*5), lambda: loop.stop(*3), lambda: loop.call_soon(print, **3),
                 lambda: loop.call_soon(print, context=1, **{'context': 2}), lambda: queue.put_nowait(*5),
                 lambda: queue.get(*1), lambda: asyncio.PriorityQueue().put_nowait(*2), lambda: asyncio.Lock().acquire(*5),
                 lambda: asyncio.Semaphore().release(*3), lambda: asyncio.Event().set(*1), lambda: asyncio.Condition().notify(*1),
                 lambda: asyncio.TaskGroup().create_task(*3), lambda: asyncio.Queue(*3), lambda: future.set_result(*7),
                 lambda: asyncio.current_task().cancel(*3), lambda: asyncio.gather(*5), lambda: asyncio.sleep(*5),
                 lambda: asyncio.timeout(*3), lambda: asyncio.Runner(*3), lambda: asyncio.wait_for(**{1: 2})):
        try:
            call()
        except TypeError as error:
            print(error)


asyncio.run(main())
