"""Two places for eight tasks."""
import asyncio
import time

N = 10_000
TASKS = 8


async def worker(semaphore):
    for _ in range(N // TASKS):
        async with semaphore:
            await asyncio.sleep(0)


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[worker(semaphore) for _ in range(TASKS)])


for _ in range(4):
    begin = time.perf_counter()
    asyncio.run(main())
    print("semaphores", (time.perf_counter() - begin) / N * 1e6, "us/op")
