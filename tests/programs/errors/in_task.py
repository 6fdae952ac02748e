import asyncio


async def leaf(n):
    await asyncio.sleep(0.1)
    return [1, 2, 3][n]


async def middle(n):
    return await leaf(n) + 1


async def main():
    print(await middle(1))
    await asyncio.gather(middle(2), middle(7))


asyncio.run(main())
