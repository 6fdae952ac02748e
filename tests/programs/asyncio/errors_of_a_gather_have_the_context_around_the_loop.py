"""What a gather, or a future of one's own class, ends with is raised before it is thrown into who waits: inside what is handled around the loop"""
import asyncio
import sys


class Own(asyncio.Future):
    pass


class OwnTask(asyncio.Task):
    pass


async def failing(delay):
    await asyncio.sleep(delay)
    raise LookupError(delay)


async def waits(name, awaitable):
    try:
        await awaitable
    except (Exception, asyncio.CancelledError) as error:
        print(name, repr(error), repr(error.__context__))
    print(name, repr(sys.exception()))


async def main():
    loop = asyncio.get_running_loop()
    futures = [Own() if n in (5, 6) else loop.create_future() for n in range(10)]
    tasks = [asyncio.create_task(waits(name, awaitable)) for name, awaitable in (
        ("plain", futures[0]),
        ("set cancelled", futures[1]),
        ("gather with errors", asyncio.gather(futures[2], return_exceptions=True)),
        ("gather, one cancelled", asyncio.gather(futures[3])),
        ("gather, one failed", asyncio.gather(futures[4])),
        ("own", futures[5]),
        ("own, cancelled", futures[6]),
        ("shield", asyncio.shield(futures[7])),
        ("shield, failed", asyncio.shield(futures[8])),
        ("wait_for", asyncio.wait_for(futures[9], 0.01)),
        ("task", asyncio.ensure_future(failing(0.01))),
        ("own task", OwnTask(failing(0.02), loop=loop)),
    )]
    await asyncio.sleep(0)
    futures[0].set_exception(KeyError(0))
    futures[1].set_exception(futures[1]._make_cancelled_error())
    tasks[2].cancel()
    futures[3].cancel("third")
    futures[4].set_exception(KeyError(4))
    futures[5].set_exception(KeyError(5))
    futures[6].cancel()
    futures[7].cancel()
    futures[8].set_exception(KeyError(8))
    await asyncio.sleep(0.1)
    tasks = [asyncio.create_task(waits("left", asyncio.gather(loop.create_future(), failing(1))))]
    await asyncio.sleep(0)
    raise ValueError("main")


try:
    1 / 0
except ZeroDivisionError:
    try:
        asyncio.run(main())
    except ValueError as error:
        print(repr(error), repr(error.__context__))
