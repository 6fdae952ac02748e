"""Equal deadlines keep the order in which they were set."""
import asyncio


async def s(name, delay):
    await asyncio.sleep(delay)
    print(name, end=" ")


async def main():
    await asyncio.gather(*(s(f"{i}", 1) for i in range(8)))
    print()
    await asyncio.gather(*(s(f"{d}", d) for d in (3, 1, 2, 0, 0.5, 2.5, 1)))
    print()


asyncio.run(main())
