import asyncio

async def cached(n):
    return n

async def fetched(n):
    await asyncio.sleep(n)
    return n

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    at_once = asyncio.create_task(cached(1), name='at once')
    later = asyncio.create_task(fetched(2), name='later')
    print(at_once.done(), later.done())
    print(await asyncio.gather(at_once, later))

asyncio.run(main())
