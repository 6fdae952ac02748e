"""A class hierarchy with async methods, properties and dunders."""
import asyncio
from abc import ABC, abstractmethod


class Limiter(ABC):
    def __init__(self, rate):
        self._rate = rate
        self._used = 0

    @property
    def rate(self):
        return self._rate

    @rate.setter
    def rate(self, value):
        if value <= 0:
            raise ValueError("rate must be positive")
        self._rate = value

    @abstractmethod
    async def wait(self): ...

    def __repr__(self):
        return f"{type(self).__name__}(rate={self._rate!r}, used={self._used})"


class Fixed(Limiter):
    async def wait(self):
        self._used += 1
        await asyncio.sleep(1 / self._rate)


class Doubling(Fixed):
    async def wait(self):
        await super().wait()
        self.rate *= 2
        return self

    def __len__(self):
        return self._used

    def __bool__(self):
        return self._used > 1

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        print("left", self)


async def main():
    try:
        Limiter(1)
    except TypeError as e:
        print(e)
    f = Fixed(4)
    await f.wait()
    print(f)
    try:
        f.rate = 0
    except ValueError as e:
        print(e)
    async with Doubling(2) as d:
        print(bool(d), len(d))
        await d.wait()
        print(bool(d), len(d), d.rate)
    try:
        del d.rate
    except AttributeError as e:
        print(e)


asyncio.run(main())
