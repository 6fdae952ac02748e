import asyncio

async def fails():
    await asyncio.sleep(1)
    raise ValueError('no luck')

async def sleeps():
    await asyncio.sleep(10)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sleeps(), name='sleeper')
            group.create_task(fails(), name='unlucky')
    except* ValueError as caught:
        print(caught.exceptions)

asyncio.run(main())
