import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

def job(seconds):
    time.sleep(seconds)
    if seconds == 2:
        raise ValueError('too long')

async def main():
    await asyncio.to_thread(job, 1)
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2, thread_name_prefix='pool') as pool:
        calls = [loop.run_in_executor(pool, job, seconds) for seconds in (1, 2)]
        print(await asyncio.gather(*calls, return_exceptions=True))

asyncio.run(main())
