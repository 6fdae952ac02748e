"""run_in_executor with the default, a thread pool and a process pool."""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor


def square(x):
    return x * x


def slow(x):
    time.sleep(0.1 * x)
    return x


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, square, 3))
    with ThreadPoolExecutor(max_workers=2) as pool:
        fs = [loop.run_in_executor(pool, slow, n) for n in (3, 1, 2)]
        for f in asyncio.as_completed(fs):
            print("done", await f)
        print(list(pool.map(square, range(5))))
    with ProcessPoolExecutor() as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, square, n) for n in range(4))))
    try:
        pool.submit(square, 1)
    except RuntimeError as e:
        print(e)
    try:
        await loop.run_in_executor(None, square, "x")
    except TypeError as e:
        print(e)


if __name__ == "__main__":
    asyncio.run(main())
