import asyncio

async def producer(jobs):
    for job in 'one', ('two', 2), [3.5, None, {'key': b'value'}], producer:
        await jobs.put(job)

async def consumer(jobs):
    while True:
        await jobs.get()
        await asyncio.sleep(1)
        jobs.task_done()

async def main():
    jobs = asyncio.Queue(maxsize=2)
    worker = asyncio.create_task(consumer(jobs), name='worker')
    await producer(jobs)
    await jobs.join()
    worker.cancel('enough')

asyncio.run(main())
