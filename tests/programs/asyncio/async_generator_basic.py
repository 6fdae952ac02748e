"""Async generators: async for, asend, athrow, aclose, finally."""
import asyncio


async def numbers(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                print("sent", got)
            await asyncio.sleep(0.1)
    except KeyError as e:
        print("thrown in", repr(e))
        yield "after throw"
    finally:
        print("generator cleans up")


async def main():
    async for x in numbers(3):
        print(x)
    g = numbers(5)
    print(await g.asend(None), await g.asend("hello"), await anext(g))
    print(await g.athrow(KeyError("k")))
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print("stop", repr(e))
    print(await anext(g, "default"))
    print([x async for x in numbers(4) if x % 2], {x: await asyncio.sleep(0, x) async for x in numbers(2)})
    print(type(g), g.__name__)
    try:
        await numbers(1).asend(3)
    except TypeError as e:
        print(e)
    try:
        for x in numbers(3):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
