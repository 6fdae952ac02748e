"""Async closures, decorators with arguments and wraps."""
import asyncio
import functools


def retry(times, delay):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await function(*args, **kwargs)
                except ConnectionError as e:
                    print(f"attempt {attempt} of {function.__name__} failed: {e}")
                    if attempt == times:
                        raise
                    await asyncio.sleep(delay * attempt)
        return wrapper
    return decorate


def timed(function):
    @functools.wraps(function)
    async def wrapper(*args):
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            return await function(*args)
        finally:
            print(f"{function.__name__} took {loop.time() - began:.2f}s")
    return wrapper


calls = 0


@timed
@retry(3, 0.5)
async def fetch(url):
    """Fetches."""
    global calls
    calls += 1
    if calls < 3:
        raise ConnectionError(f"{url} #{calls}")
    return url.upper()


@retry(times=2, delay=1)
async def hopeless():
    raise ConnectionResetError("no")


async def main():
    print(fetch.__name__, fetch.__doc__, asyncio.iscoroutinefunction(fetch))
    print(await fetch("a.example"))
    try:
        await hopeless()
    except ConnectionError as e:
        print(type(e).__mro__[:3])


asyncio.run(main())
