"""call_soon runs callbacks in order, one batch at a time."""
import asyncio


def step(name, loop, depth):
    print(name, depth)
    if depth:
        loop.call_soon(step, name, loop, depth - 1)


async def main():
    loop = asyncio.get_running_loop()
    for name in "abc":
        loop.call_soon(step, name, loop, 2)
    for i in range(4):
        print("main", i)
        await asyncio.sleep(0)


asyncio.run(main())
