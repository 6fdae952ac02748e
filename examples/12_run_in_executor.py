"""run_in_executor: a pool

loop.run_in_executor gives a job to a pool of workers; None means the
default pool of threads. First a countdown goes on while one worker works;
then four jobs share a pool of two.
"""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def blocking_work(name, seconds):
    time.sleep(seconds)
    return f"{name} done"


async def countdown():
    for number in range(3, 0, -1):
        print("countdown", number)
        await asyncio.sleep(0.2)


async def main():
    loop = asyncio.get_running_loop()
    job = loop.run_in_executor(None, blocking_work, "first job", 0.7)
    await countdown()
    print(await job)
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [loop.run_in_executor(pool, blocking_work, f"job {n}", 0.1 * n) for n in range(1, 5)]
        for job in jobs:
            print(await job)


asyncio.run(main())
