"""debug=True: where a sleep that nobody awaits was made, and how deep."""
import asyncio


def nap(depth):
    if depth:
        return nap(depth - 1)
    return asyncio.sleep(1)


async def main():
    asyncio.sleep(1)
    nap(12)
    c = asyncio.sleep(2)
    place = c.cr_origin[0]
    print(place[1:])
    await c
    c = asyncio.sleep(-1)
    await c


asyncio.run(main(), debug=True)
