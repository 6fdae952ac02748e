"""Lost tasks: the order in which they go is that in which they were made, or in which a collection left them."""
import asyncio
import gc

gc.disable()


async def waits(name, *held):
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("left", name)


async def lose(count, collections):
    kept = [asyncio.create_task(waits(n), name=f"lost {n}") for n in range(count)]
    await asyncio.sleep(0.1)
    for _ in range(collections):
        gc.collect()
    del kept
    gc.collect()


async def condition(collections):
    meeting = asyncio.Condition()

    async def waiter(n):
        async with meeting:
            await meeting.wait()

    kept = [asyncio.create_task(waiter(n), name=f"waiter {n}") for n in range(4)]
    await asyncio.sleep(0.1)
    for _ in range(collections):
        gc.collect()
    del kept, meeting, waiter
    gc.collect()


async def queue(collections):
    jobs = asyncio.Queue()

    async def worker(n):
        while True:
            await jobs.get()

    workers = {n: asyncio.create_task(worker(n), name=f"worker {n}") for n in range(4)}
    await asyncio.sleep(0.1)
    for _ in range(collections):
        gc.collect()
    del workers, jobs, worker
    gc.collect()


async def main():
    for collections in range(3):
        print("---", collections)
        await lose(4, collections)
        await condition(collections)
        await queue(collections)


asyncio.run(main())
