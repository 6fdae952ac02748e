"""async with: enter, exit, suppression, several managers, wrong objects."""
import asyncio
from contextlib import asynccontextmanager, AsyncExitStack


class Connection:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await asyncio.sleep(0.1)
        print("connect", self.name)
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.1)
        print("disconnect", self.name, repr(error))
        return self.swallow


@asynccontextmanager
async def session(name):
    print("begin", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("session saw", e)
        raise
    finally:
        print("end", name)


class Sync:
    def __enter__(self):
        pass

    def __exit__(self, *a):
        pass


async def main():
    async with Connection("a") as a, Connection("b", True):
        raise RuntimeError("inside")
    async with session("s") as s:
        print(s)
    try:
        async with session("t"):
            raise ValueError("oops")
    except ValueError as e:
        print("out", e)
    async with AsyncExitStack() as stack:
        for n in "xy":
            await stack.enter_async_context(Connection(n))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "callback")
    for wrong in (Sync(), 5):
        try:
            async with wrong:
                pass
        except TypeError as e:
            print(e)
    for wrong in (Connection("c"), session("d")):
        try:
            with wrong:
                pass
        except TypeError as e:
            print(e)


asyncio.run(main())
