import asyncio

async def use(pool):
    async with pool:
        await asyncio.sleep(1)

async def main():
    pool = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(use(pool))

asyncio.run(main())
