"""What the future that woke a task held is let go when its step is over, in the context around the loop, not in the task's."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")


class Ends:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "goes, var is", var.get())


async def fails(name):
    held = Ends(name)
    raise ValueError(held)


async def waits(name):
    results = await asyncio.gather(fails(name), return_exceptions=True)
    print(len(results))
    del results
    var.set(name)
    print(name, "ends its step")


async def plain(name):
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, Ends(name))
    await future
    del future
    var.set(name)
    print(name, "ends its step")


async def main():
    var.set("main")
    await asyncio.create_task(waits("gathered"))
    await asyncio.create_task(plain("result"))
    await waits("in main")


var.set("outside")
asyncio.run(main())
print(var.get())
