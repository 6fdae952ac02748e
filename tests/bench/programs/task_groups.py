"""Groups of ten short tasks, one after the other."""
import asyncio
import time

N = 10_000


async def job(number):
    return number


async def main():
    for _ in range(N // 10):
        async with asyncio.TaskGroup() as group:
            for number in range(10):
                group.create_task(job(number))


for _ in range(4):
    begin = time.perf_counter()
    asyncio.run(main())
    print("task_groups", (time.perf_counter() - begin) / N * 1e6, "us/task")
