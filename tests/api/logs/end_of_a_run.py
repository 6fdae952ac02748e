import asyncio

async def serves(name):
    try:
        await asyncio.sleep(100)
    finally:
        print(name, 'cleans up')
        await asyncio.sleep(1)

async def main():
    tasks = [asyncio.create_task(serves(name), name=name) for name in ('one', 'two')]
    await asyncio.sleep(1)

asyncio.run(main())
