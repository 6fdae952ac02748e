import asyncio

async def main():
    for next_one in asyncio.as_completed([asyncio.sleep(2, 'two'), asyncio.sleep(1, 'one')]):
        print(await next_one)
    async for task in asyncio.as_completed([asyncio.create_task(asyncio.sleep(1), name='only')]):
        print(task.get_name())

asyncio.run(main())
