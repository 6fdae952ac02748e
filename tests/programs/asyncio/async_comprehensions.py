"""async for and await in all four comprehensions and in generator expressions."""
import asyncio


async def arange(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def even(x):
    return x % 2 == 0


async def main():
    print([x async for x in arange(4)])
    print({x % 2 async for x in arange(4)})
    print({x: await double(x) async for x in arange(3)})
    print([await double(x) for x in range(3)])
    print([x for x in range(6) if await even(x)])
    print([(x, y) async for x in arange(2) for y in range(2)])
    print([(x, y) for x in range(2) async for y in arange(2) if await even(x + y)])
    g = (await double(x) for x in range(3))
    print(type(g).__name__, [x async for x in g])
    g = (x async for x in arange(3))
    print(await anext(g), await anext(g))
    print(sum([await double(x) async for x in arange(3)]))
    print([[await double(y) for y in range(x)] for x in range(3)])
    try:
        print(sum(x async for x in arange(3)))
    except TypeError as e:
        print(e)


asyncio.run(main())
