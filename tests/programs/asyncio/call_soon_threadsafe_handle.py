"""call_soon_threadsafe makes a handle of its own kind, which the report of an error shows."""
import asyncio


def fail():
    raise ValueError("from another thread, perhaps")


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon_threadsafe(fail)
    print(handle, isinstance(handle, asyncio.Handle), type(handle).__mro__[:-1])
    await asyncio.sleep(0)


asyncio.run(main())
