import asyncio

async def sleeps(n):
    await asyncio.sleep(n)

async def fails():
    await asyncio.sleep(1)
    raise ValueError('inner')

async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(sleeps(5), name='outer task')
            async with asyncio.TaskGroup() as inner:
                inner.create_task(sleeps(4), name='inner task')
                inner.create_task(fails(), name='fails')
    except* ValueError as group:
        print(group.exceptions)

asyncio.run(main())
