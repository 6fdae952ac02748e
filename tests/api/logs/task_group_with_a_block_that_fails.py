import asyncio

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(10))
            await asyncio.sleep(1)
            raise KeyError('block')
    except* KeyError:
        print('caught')

asyncio.run(main())
