import asyncio

async def runner(start, delay):
    await asyncio.sleep(delay)
    async with start:
        print('runs')

async def main():
    start = asyncio.Barrier(3)
    await asyncio.gather(*[runner(start, delay) for delay in (0, 1, 2)])
    try:
        late = asyncio.create_task(start.wait())
        await asyncio.sleep(0)
        await start.abort()
        await late
    except asyncio.BrokenBarrierError as error:
        print('broken:', error)

asyncio.run(main())
