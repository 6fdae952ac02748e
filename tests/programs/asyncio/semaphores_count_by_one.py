"""A semaphore's value goes by one after the other from what was given: True comes back as 1, a float with what it has lost"""
import asyncio
from fractions import Fraction


class Number(int):
    pass


async def use(semaphore):
    seen = [semaphore._value]
    for _ in range(2):
        if semaphore.locked():
            break
        await semaphore.acquire()
        seen.append(semaphore._value)
    while len(seen) < 6:
        try:
            semaphore.release()
        except ValueError as error:
            seen.append(str(error))
            break
        seen.append(semaphore._value)
    print(*seen, type(semaphore._value).__name__, str(semaphore).partition(" ")[2].partition("[")[2])


async def hand_over():
    """One waits while another releases: up by one and down again."""
    semaphore = asyncio.Semaphore(1e16)
    semaphore._value = 0.0

    async def wait():
        async with semaphore:
            print("inside", semaphore._value)

    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    print(semaphore._value, semaphore.locked())
    semaphore.release()
    print(semaphore._value, semaphore.locked())
    await task
    print(semaphore._value, semaphore.locked())


async def main():
    for value in True, False, 0.1, 2.3, 1e16, Number(2), Fraction(7, 3), 1.0:
        await use(asyncio.Semaphore(value))
        await use(asyncio.BoundedSemaphore(value))
    await hand_over()


asyncio.run(main())
