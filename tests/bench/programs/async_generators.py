"""An async generator that waits at every other item."""
import asyncio
import time

N = 20_000


async def numbers():
    for number in range(N):
        if number % 2:
            await asyncio.sleep(0)
        yield number


async def main():
    total = 0
    async for number in numbers():
        total += number
    assert total == N * (N - 1) // 2


for _ in range(4):
    begin = time.perf_counter()
    asyncio.run(main())
    print("async_generators", (time.perf_counter() - begin) / N * 1e6, "us/item")
