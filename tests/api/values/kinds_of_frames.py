import asyncio
import contextlib


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        print('nobody asked')
        return 'Point'

    def moved(self, by):
        return Point(self.x + by, self.y)


def countdown(n):
    while n:
        yield n
        n -= 1


def outer():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total

    for n in countdown(2):
        add(n)
    return total


def factorial(n):
    if n < 2:
        return 1
    return n * factorial(n - 1)


@contextlib.contextmanager
def opened(name):
    place = name
    yield place


async def numbers():
    for n in 1, 2:
        await asyncio.sleep(0)
        yield n


async def main():
    p = Point(1, 2).moved(3)
    words = ['a', "it's", 'x' * 50, b'ab\n', 2.5, None, True]
    pairs = {1: (2,), 'k': {3}}
    sums = [outer(), factorial(3)]
    async for n in numbers():
        with opened('door') as door:
            sums.append(n)
    try:
        raise ValueError('no', 1)
    except ValueError as error:
        kept = error
    waiter = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(done, waiter, 5)
    await waiter


def done(future, value):
    future.set_result(value)


asyncio.run(main())
