import asyncio
import time
from concurrent.futures import ProcessPoolExecutor

def job(seconds):
    time.sleep(seconds)
    return seconds

async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as pool:
        await asyncio.sleep(0.5)  # a turn of its own for what follows
        print(await asyncio.gather(*[loop.run_in_executor(pool, job, n) for n in (1, 2, 1)]))

if __name__ == '__main__':
    asyncio.run(main())
