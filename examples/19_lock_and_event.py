"""Lock and Event

An event is a starting gun: when it is set, every waiter wakes. A lock lets
one task in at a time, in the order in which they asked.
"""
import asyncio


async def runner(name, gun, lane):
    print(name, "ready")
    await gun.wait()
    async with lane:
        print(name, "runs")
        await asyncio.sleep(0.2)
    print(name, "done")


async def main():
    gun, lane = asyncio.Event(), asyncio.Lock()
    runners = [asyncio.create_task(runner(name, gun, lane)) for name in ("ada", "bea", "cyd")]
    await asyncio.sleep(0.5)
    print("bang!")
    gun.set()
    await asyncio.gather(*runners)


asyncio.run(main())
