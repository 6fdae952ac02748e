"""A task cancelled before its first step never runs a line."""
import asyncio


async def work():
    print("never printed")


async def main():
    t = asyncio.create_task(work())
    print(t.cancel(), t.cancelling(), t.cancelled())
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e), t.cancelled(), t.cancel())
    t = asyncio.create_task(work())
    t.cancel("with words")
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e))


asyncio.run(main())
