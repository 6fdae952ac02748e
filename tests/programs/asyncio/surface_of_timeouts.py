"""Timeout, timeout and timeout_at: all states."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    limit = asyncio.Timeout(None)
    print(limit.when(), limit.expired(), repr(limit))
    for wrong in (lambda: limit.reschedule(1), lambda: asyncio.Timeout("soon").when()):
        try:
            print(wrong())
        except RuntimeError as error:
            print(error)
    async with limit as entered:
        print(entered is limit, limit.when(), repr(limit))
        limit.reschedule(loop.time() + 5)
        print(round(limit.when() - loop.time(), 3))
        limit.reschedule(None)
        print(limit.when())
    print(limit.expired(), repr(limit))
    for again in (lambda: limit.reschedule(3),):
        try:
            again()
        except RuntimeError as error:
            print(error)
    try:
        async with limit:
            pass
    except RuntimeError as error:
        print(error)
    begin = loop.time()
    try:
        async with asyncio.timeout(1) as limit:
            limit.reschedule(loop.time() + 2)
            await asyncio.sleep(10)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), limit.expired(), repr(limit), round(loop.time() - begin, 3))
    async with asyncio.timeout_at(loop.time() + 1) as limit:
        await asyncio.sleep(0.5)
    print(limit.expired(), round(limit.when() - loop.time(), 3))
    try:
        async with asyncio.timeout(-1):
            await asyncio.sleep(0)
            print("not here")
    except TimeoutError:
        print("at once")
    try:
        async with asyncio.timeout(1) as outer:
            async with asyncio.timeout(5) as inner:
                await asyncio.sleep(10)
    except TimeoutError:
        print(outer.expired(), inner.expired())


asyncio.run(main())
try:
    asyncio.timeout(1).__aenter__().send(None)
except RuntimeError as error:
    print(error)
