"""What throw() does to the coroutine of asyncio.sleep it does to any: before its start, while it waits, and after its end"""
import asyncio
import sys


async def plain(delay):
    return await asyncio.get_running_loop().create_future()


class Odd(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)


def attempt(coro, *args):
    try:
        print("gave", coro.throw(*args))
    except BaseException as error:
        print(type(error).__name__, *error.args, error.__context__ and type(error.__context__).__name__)


async def main():
    for make in plain, asyncio.sleep:
        for args in ([1, 2],), (ValueError,), (ValueError("x"),), (ValueError, "text"), (ValueError, ("a", "b")), (ValueError, ValueError("given")), \
                (Odd, 1), (Odd, (1, 2)), (5, 6), (None,), (ValueError("x"), "y"), (KeyError, ValueError("other")), (GeneratorExit,), (str,), (ValueError, None, 5):
            coro = make(10)
            attempt(coro, *args)
            attempt(coro, *args)
            coro.close()
            if not isinstance(args[0], type) or not issubclass(args[0], BaseException) or len(args) > 1:
                continue
            coro = make(10)
            coro.send(None)
            try:
                raise LookupError
            except LookupError:
                attempt(coro, *args)
            attempt(coro, *args)
            coro.close()
        print("---")


asyncio.run(main())
