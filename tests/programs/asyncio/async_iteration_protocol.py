"""A class with __aiter__ and __anext__; what async for says to wrong ones."""
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.1)
        self.n -= 1
        return self.n + 1


class NoAnext:
    def __aiter__(self):
        return 5


class SyncAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 3


class CoroAiter:
    async def __aiter__(self):
        return self


async def main():
    async for n in Countdown(3):
        print(n)
    else:
        print("lift off")
    print([n async for n in Countdown(2)])
    for wrong in ([1], 5, NoAnext(), SyncAnext(), range(2)):
        try:
            async for x in wrong:
                pass
        except TypeError as e:
            print(e)
    try:
        async for x in CoroAiter():
            pass
    except TypeError as e:
        print(e)
    try:
        for x in Countdown(1):
            pass
    except TypeError as e:
        print(e)
    try:
        aiter(3)
    except TypeError as e:
        print(e)
    try:
        await anext([1])
    except TypeError as e:
        print(e)


asyncio.run(main())
