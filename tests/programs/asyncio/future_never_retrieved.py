"""A future with an exception nobody asked for."""
import asyncio


async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_exception(RuntimeError("nobody looks"))
    del f
    print("deleted")
    g = asyncio.get_running_loop().create_future()
    g.set_exception(RuntimeError("somebody looks"))
    print(repr(g.exception()))
    del g


asyncio.run(main())
