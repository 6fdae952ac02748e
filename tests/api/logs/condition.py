import asyncio

async def consumer(ready: asyncio.Condition, items):
    async with ready:
        await ready.wait_for(lambda: items)
        print('got', items.pop())

async def main():
    items = []
    ready: asyncio.Condition = asyncio.Condition()
    tasks = [asyncio.create_task(consumer(ready, items)) for _ in range(2)]
    await asyncio.sleep(1)
    for item in 1, 2:
        async with ready:
            items.append(item)
            ready.notify()
    await asyncio.gather(*tasks)

asyncio.run(main())
