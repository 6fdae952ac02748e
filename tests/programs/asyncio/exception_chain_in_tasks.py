"""raise from and implicit chaining across awaits."""
import asyncio


async def low():
    await asyncio.sleep(0)
    raise KeyError("missing")


async def middle():
    try:
        await low()
    except KeyError as e:
        raise ValueError("bad data") from e


async def top():
    try:
        await asyncio.create_task(middle())
    except ValueError:
        raise RuntimeError("request failed")


async def main():
    try:
        await top()
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__), repr(e.__context__), repr(e.__context__.__cause__))
    await top()


asyncio.run(main())
