"""What a Timeout says of itself from the beginning to the end, and what it refuses."""
import asyncio


def said(call, *args):
    try:
        return call(*args)
    except (RuntimeError, TypeError) as error:
        return f'{type(error).__name__}: {error}'


async def main():
    loop = asyncio.get_running_loop()
    limit = asyncio.timeout_at(2)
    print(limit, limit.when(), limit.expired(), said(limit.reschedule, 3))
    async with limit:
        print(limit)
        print(said(limit.reschedule, 'soon'), limit.when())
        await asyncio.sleep(3)
        limit.reschedule(None)
        print(limit)
        limit.reschedule(when=loop.time() + 5)
        print(limit)
        try:
            await limit.__aenter__()
        except RuntimeError as error:
            print(error)
    print(limit, limit.expired(), said(limit.reschedule, 3))
    try:
        async with asyncio.timeout(1) as limit:
            try:
                await asyncio.sleep(5)
            finally:
                print(limit, limit.expired(), said(limit.reschedule, 3))
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), limit, said(limit.reschedule, 3))
    for delay in 0, -1:
        try:
            async with asyncio.timeout(delay):
                print('inside', loop.time())
                await asyncio.sleep(0)
                print('never')
        except TimeoutError:
            print('at once', loop.time())
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise KeyError('another error')
    except KeyError as error:
        print(repr(error), repr(error.__context__))
    try:
        async with asyncio.timeout('1'):
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
try:
    asyncio.timeout(1)
except RuntimeError as error:
    print(error)
print(asyncio.Timeout(None))
