import asyncio

async def ticker():
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(1)
    finally:
        await asyncio.sleep(1)
        print('closed')

async def main():
    async for tick in ticker():
        if tick == 1:
            break
    await asyncio.sleep(5)

asyncio.run(main())
