"""The same future given twice is awaited once and its result given twice."""
import asyncio


async def one():
    print("runs once")
    return object


async def main():
    t = asyncio.ensure_future(one())
    a, b, c = await asyncio.gather(t, t, t)
    print(a is b is c)
    coro = one()
    print(await asyncio.gather(coro, coro))


asyncio.run(main())
