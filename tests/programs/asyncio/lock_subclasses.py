"""Subclasses of locks and semaphores: their own acquire and release are what `async with` calls."""
import asyncio


class Loud(asyncio.Lock):
    async def acquire(self):
        print("acquire", self.locked())
        return await super().acquire()

    def release(self):
        print("release")
        super().release()


class Counting(asyncio.Semaphore):
    def __init__(self, places):
        super().__init__(places)
        self.entered = 0

    async def acquire(self):
        self.entered += 1
        return await super().acquire()


class Named(asyncio.BoundedSemaphore):
    name = "quiet"


class Still(Loud):
    pass


async def user(lock, number):
    async with lock:
        print("in", number)
        await asyncio.sleep(0.1)


async def main():
    for lock in Loud(), Still(), Counting(2), Named(1):
        await asyncio.gather(*[user(lock, number) for number in range(3)])
        print(type(lock).__name__, lock.locked(), getattr(lock, "entered", "-"))
    print(Named.__mro__[1].__name__, Named.name)
    condition = asyncio.Condition(Loud())
    async with condition:
        condition.notify_all()
    try:
        Named(1).release()
    except ValueError as error:
        print(error)


asyncio.run(main())
