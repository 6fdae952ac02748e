"""asyncio.sleep() gives a coroutine object like any other."""
import asyncio
import types
import collections.abc


async def main():
    c = asyncio.sleep(0, "x")
    print(type(c), type(c).__name__, asyncio.iscoroutine(c), isinstance(c, collections.abc.Coroutine), isinstance(c, collections.abc.Awaitable), c.__name__, c.__qualname__, c.cr_running, c.cr_await)
    print(await c)
    try:
        await c
    except RuntimeError as e:
        print(e)
    c = asyncio.sleep(5)
    c.send(None)
    c.close()
    c = asyncio.sleep(0)
    try:
        c.send(1)
    except TypeError as e:
        print(e)
    print(c.send(None))
    try:
        c.send(None)
    except StopIteration as e:
        print("stop", e.value)
    c = asyncio.sleep(1)
    try:
        c.throw(ValueError("v"))
    except ValueError as e:
        print(repr(e))
    print(asyncio.sleep.__name__, callable(asyncio.sleep))
    w = asyncio.sleep(0).__await__()
    print(next(w, "end"), next(w, "end"))


asyncio.run(main())
