"""A CancelledError that a step made itself is let go before the end of its task is told, one that came from what it waited for after that."""
import asyncio


class Ends:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "goes; done:", tasks[self.name].done())
        asyncio.get_running_loop().call_soon(print, self.name, "soon")


tasks = {}


async def made(name):
    held = Ends(name)
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        pass
    return name


async def passed(name):
    held = Ends(name)
    asyncio.get_running_loop().call_soon(asyncio.current_task().cancel)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass
    return name


async def made_by_uncancelled(name):
    held = Ends(name)
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass
    return name


async def woken_then_cancelled(name):
    held = Ends(name)
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(lambda: (future.set_result(1), tasks[name].cancel()))
    try:
        await future
    except asyncio.CancelledError:
        pass
    return name


async def main():
    for function in made, passed, made_by_uncancelled, woken_then_cancelled:
        name = function.__name__
        tasks[name] = asyncio.create_task(function(name), name=name)
        tasks[name].add_done_callback(lambda task: print("done", task.get_name()))
        await asyncio.wait([tasks[name]])
        await asyncio.sleep(0)
        await asyncio.sleep(0)


asyncio.run(main())
