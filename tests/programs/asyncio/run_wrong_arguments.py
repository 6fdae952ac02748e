"""asyncio.run wants a coroutine."""
import asyncio


async def main():
    return 1


for thing in (main, 1, None, [main]):
    try:
        print(asyncio.run(thing))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
try:
    asyncio.run()
except TypeError as e:
    print(e)
try:
    asyncio.run(main(), 1)
except TypeError as e:
    print(e)
try:
    asyncio.run(main(), debugging=True)
except TypeError as e:
    print(e)


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "awaited"


print(asyncio.run(Awaitable()))
