"""An exception in a callback is reported and the loop goes on."""
import asyncio


def broken(x):
    return 1 / x


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(broken, 0)
    loop.call_later(1, broken, "a")
    await asyncio.sleep(2)
    print("main goes on")


asyncio.run(main())
