"""A gather that is cancelled raises the CancelledError of the last of its children, whichever ended last."""
import asyncio


async def cancels(n):
    raise asyncio.CancelledError(f"own {n}")


async def returns():
    return 1


async def main():
    for children in ([asyncio.sleep(1), cancels(1)], [cancels(2), asyncio.sleep(1)], [asyncio.sleep(1), returns()],
                     [cancels(3), asyncio.sleep(1), cancels(4)]):
        both = asyncio.gather(*children, return_exceptions=True)
        asyncio.get_running_loop().call_later(0.5, both.cancel, "of the gather")
        try:
            await both
        except asyncio.CancelledError as error:
            print(repr(error), both.cancelled())


asyncio.run(main())
