"""An await that does not give up control

await only suspends when something below it has to wait. quick() never does, so the other task gets no turn until main
really waits. Look for the awaits that went straight through.
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
