"""What await says to things that cannot be awaited."""
import asyncio


class Half:
    def __await__(self):
        return 3


class Iter:
    def __await__(self):
        return iter([1])


class FutureAwait:
    def __await__(self):
        return asyncio.get_running_loop().create_future()


class Coro:
    def __await__(self):
        return asyncio.sleep(0)


async def coro():
    return 1


def generator():
    yield


async def main():
    for thing in (1, None, "text", [coro], coro, generator(), Half(), Coro(), FutureAwait(), print, (1, 2), object):
        try:
            await thing
        except TypeError as e:
            print(e)
    try:
        await Iter()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
