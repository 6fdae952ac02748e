"""An await that does not wait

await suspends only when something below it has to wait. quick() never does,
so the task named other gets no turn until main really waits. Step by line,
and look for the awaits that went straight through.
"""
import asyncio


async def quick(number):
    return number + 1


async def other():
    print("other: at last my turn")


async def main():
    asyncio.create_task(other(), name="other")
    total = 0
    for _ in range(3):
        total = await quick(total)
        print("main: total is", total)
    await asyncio.sleep(0)
    print("main: end")


asyncio.run(main())
