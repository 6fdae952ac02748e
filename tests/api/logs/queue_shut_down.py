import asyncio

async def take(jobs):
    try:
        while True:
            await jobs.get()
    except asyncio.QueueShutDown:
        print('no more')

async def main():
    jobs = asyncio.Queue()
    tasks = [asyncio.create_task(take(jobs)) for _ in range(2)]
    await jobs.put(1)
    await asyncio.sleep(1)
    jobs.shutdown()
    await asyncio.gather(*tasks)
    left = asyncio.Queue()
    left.put_nowait('never taken')
    left.shutdown(immediate=True)

asyncio.run(main())
