"""sleep(0): taking turns

await asyncio.sleep(0) sets no timer: the task goes straight to the end of
the ready queue. Step by loop turn: each turn runs every counter once.
"""
import asyncio


async def count(name):
    for number in range(3):
        print(name, number)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(count("red"), count("green"), count("blue"))


asyncio.run(main())
