"""A lock that four tasks want at once, each keeping it for one iteration."""
import asyncio
import time

N = 10_000
TASKS = 4


async def worker(lock):
    for _ in range(N // TASKS):
        async with lock:
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[worker(lock) for _ in range(TASKS)])


for _ in range(4):
    begin = time.perf_counter()
    asyncio.run(main())
    print("locks", (time.perf_counter() - begin) / N * 1e6, "us/op")
