"""gather keeps your order

The tasks end in the order of their delays, but the list of results has the
order of the call. Task-1 waits for gather until the last of the four is
done.
"""
import asyncio


async def worker(number, delay):
    print(f"worker {number} starts")
    await asyncio.sleep(delay)
    print(f"worker {number} ends after {delay} s")
    return number * number


async def main():
    squares = await asyncio.gather(worker(1, 0.3), worker(2, 0.1), worker(3, 0.2), worker(4, 0.15))
    print("results:", squares)


asyncio.run(main())
