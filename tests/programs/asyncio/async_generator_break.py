"""Leaving `async for` early: the generator's cleanup runs when it is dropped or the loop ends."""
import asyncio
import contextlib


async def ticker(name):
    try:
        i = 0
        while True:
            yield i
            i += 1
            await asyncio.sleep(1)
    finally:
        print(name, "cleanup begins")
        await asyncio.sleep(0.5)
        print(name, "cleanup ends")


async def main():
    async for i in ticker("dropped"):
        print(i)
        if i == 1:
            break
    print("after break")
    await asyncio.sleep(2)
    async with contextlib.aclosing(ticker("closing")) as t:
        async for i in t:
            print(i)
            if i == 1:
                break
    print("after aclosing")
    global kept
    kept = ticker("kept")
    print(await anext(kept))


asyncio.run(main())
print("end")
