import asyncio

async def fails():
    raise ValueError('once')

async def inner(task):
    await task

async def main():
    task = asyncio.create_task(fails(), name='failing')
    future = asyncio.get_running_loop().create_future()
    future.set_exception(LookupError('before'))
    await asyncio.sleep(1)
    for awaitable in task, task, future, inner(task):
        try:
            await awaitable
        except Exception as error:
            print(error)

asyncio.run(main())
