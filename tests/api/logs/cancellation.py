import asyncio

async def inner():
    await asyncio.sleep(10)

async def middle():
    await asyncio.create_task(inner(), name='inner')

async def outer():
    await asyncio.create_task(middle(), name='middle')

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(1)

async def main():
    task = asyncio.create_task(outer(), name='outer')
    await asyncio.sleep(1)
    task.cancel('told by main')
    try:
        await task
    except asyncio.CancelledError as error:
        print(error)
    asyncio.create_task(stubborn(), name='stubborn')
    await asyncio.sleep(0)

asyncio.run(main())
