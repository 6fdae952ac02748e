"""A semaphore's value may be any number: it is full where the value is 0, so a half never is, nor is infinity"""
import asyncio
import math
from fractions import Fraction


async def use(make):
    semaphore = make()
    seen = []
    for _ in range(3):
        if semaphore.locked():
            break
        await semaphore.acquire()
        seen.append((semaphore._value, semaphore.locked()))
    print(*seen, str(semaphore).partition(" ")[2].partition("[")[2])
    try:
        for _ in range(4):
            semaphore.release()
    except ValueError as error:
        print(error)
    print(semaphore._value)


async def main():
    for value in 2.0, 0.5, 2.5, math.inf, 1e300, Fraction(3, 2), Fraction(2), 10 / 5, 3:
        print("---", value)
        await use(lambda: asyncio.Semaphore(value))
        await use(lambda: asyncio.BoundedSemaphore(value))
    for value in -0.5, -math.inf, "2", None, 2j:
        try:
            asyncio.Semaphore(value)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)

    full = asyncio.Semaphore(1.0)
    order = []

    async def enter(name):
        async with full:
            order.append(name)
            await asyncio.sleep(0.1)

    await asyncio.gather(*map(enter, "abc"))
    print(order, full._value)


asyncio.run(main())
