"""run inside a running loop

One thread runs one loop at a time. From inside a coroutine, await the other
coroutine instead of calling asyncio.run.
"""
import asyncio


async def inner():
    return "inner result"


async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    print(await coroutine)


asyncio.run(main())
