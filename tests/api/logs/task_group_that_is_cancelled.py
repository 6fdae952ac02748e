import asyncio

async def work():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(10), name='first')
        group.create_task(asyncio.sleep(20), name='second')

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel('no time')
    try:
        await task
    except asyncio.CancelledError as error:
        print('cancelled:', error)

asyncio.run(main())
