"""What anext() with a default gives: an awaitable that passes on to the one of __anext__"""
import asyncio
import types
from collections.abc import Awaitable, Coroutine, Iterator


async def numbers():
    yield 1
    await asyncio.sleep(0.1)
    yield 2


class Slow:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0.1)
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class Odd:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


def by_hand(awaitable, method, *args):
    try:
        print(method, repr(getattr(awaitable, method)(*args)))
    except BaseException as error:
        print(method, "raised", repr(error))


async def main():
    given = anext(numbers(), 5)
    print(type(given), asyncio.iscoroutine(given), isinstance(given, Awaitable), isinstance(given, Coroutine), isinstance(given, Iterator))
    given.close()
    given = anext(Slow(1), 5)
    given.close()
    forgotten = anext(numbers(), 5)
    del forgotten
    forgotten = anext(Slow(1), 5)
    del forgotten

    items = numbers()
    print(await anext(items, 6), await anext(items, 6), await anext(items, 6), await anext(items, 7))
    print([await anext(Slow(n), "none") for n in range(3)])
    by_hand(anext(items, "end"), "send", None)
    by_hand(anext(items, "end"), "__next__")
    given = anext(numbers(), 5)
    by_hand(given, "throw", ValueError(1))
    by_hand(given, "send", None)
    given = anext(Slow(0), 5)
    by_hand(given, "send", 3)
    by_hand(given, "close")
    by_hand(anext(Odd(), 5), "send", None)
    try:
        await anext(Odd(), 5)
    except TypeError as error:
        print(error)
    for call in (lambda: anext(3, 4), lambda: asyncio.create_task(anext(Slow(1), 2))):
        try:
            call()
        except TypeError as error:
            print(str(error).split(" object at ")[0])
    print(await asyncio.gather(anext(Slow(3), 0), anext(Slow(0), 0)))
    print(await asyncio.wait_for(anext(Slow(0), "default"), 1))
    try:
        await asyncio.wait_for(anext(Slow(0), "default"), 0.05)
    except TimeoutError:
        print("too slow")
    print(await asyncio.ensure_future(anext(Slow(2), None)))


asyncio.run(main())
