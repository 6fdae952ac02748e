"""What learners get wrong with tasks: forgotten awaits, lost exceptions, exits, blocking."""
import asyncio
import sys
import time
import warnings


async def ok(n):
    await asyncio.sleep(n)
    return n


async def boom(n, error=ValueError("boom")):
    await asyncio.sleep(n)
    raise error


def section(title):
    print(f"== {title}", flush=True)
    sys.stdout.flush()


async def one():
    ok(1)
    asyncio.sleep(1)
    task = asyncio.create_task(ok(0.1))
    try:
        print(task.result())
    except asyncio.InvalidStateError as error:
        print("InvalidStateError", error)
    try:
        print(task.exception())
    except asyncio.InvalidStateError as error:
        print("InvalidStateError", error)
    try:
        await asyncio.wait([ok(1)])
    except TypeError as error:
        print(error)
    try:
        await asyncio.gather(1, 2)
    except TypeError as error:
        print(error)
    try:
        asyncio.create_task(ok)
    except TypeError as error:
        print(error)
    try:
        asyncio.create_task(asyncio.gather(ok(0), ok(0)))
    except TypeError as error:
        print(error)
    try:
        asyncio.run(ok(1))
    except RuntimeError as error:
        print(error)
    try:
        asyncio.get_running_loop().run_until_complete(ok(1))
    except RuntimeError as error:
        print(error)
    try:
        for x in ok(1):
            print(x)
    except TypeError as error:
        print(error)
    try:
        async for x in [1, 2]:
            print(x)
    except TypeError as error:
        print(error)
    try:
        async with open("nothing", "w") as f:
            pass
    except TypeError as error:
        print(error)
    try:
        with asyncio.Lock():
            pass
    except TypeError as error:
        print(error)
    try:
        with asyncio.timeout(1):
            pass
    except TypeError as error:
        print(error)
    coro = ok(0)
    await coro
    try:
        await coro
    except RuntimeError as error:
        print(error)
    try:
        task.set_result(1)
    except RuntimeError as error:
        print(error)
    print(await task, task.cancel(), task.done())
    fut = asyncio.get_running_loop().create_future()
    fut.set_result(1)
    for act in (lambda: fut.set_result(2), lambda: fut.set_exception(ValueError()), lambda: asyncio.Future().set_exception(StopIteration), lambda: asyncio.Future().set_exception(3)):
        try:
            act()
        except Exception as error:
            print(type(error).__name__, error)


async def two():
    lost = asyncio.create_task(boom(0.1), name="lost")
    await asyncio.sleep(0.2)
    del lost
    await asyncio.sleep(0.1)
    try:
        await asyncio.gather(boom(0.1, KeyError("k")), boom(0.1, OSError(2, "no file", "f.txt")), ok(0.3))
    except KeyError as error:
        print("first", repr(error))
    await asyncio.sleep(1)
    done, pending = await asyncio.wait({asyncio.create_task(boom(0.1), name="b"), asyncio.create_task(ok(5), name="slow")}, timeout=1, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), [t.get_name() for t in pending])


async def three():
    t0 = time.monotonic()
    async def ticker():
        while True:
            await asyncio.sleep(0.1)
            print(f"tick {time.monotonic() - t0:.1f}")
    t = asyncio.create_task(ticker())
    await asyncio.sleep(0.25)
    time.sleep(1)
    await asyncio.sleep(0.15)
    return t


for f in (one, two, three):
    section(f.__name__)
    r = asyncio.run(f())
    if r:
        print(r)
section("debug")
warnings.simplefilter("always")
async def five():
    ok(2)
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.5
    await asyncio.sleep(0)
asyncio.run(five())
