"""Calling is not running

brew() only makes a coroutine object, a plan. Awaiting it carries the plan
out. Look at the timeline: the awaited coroutine runs inside Task-1, no
second task appears.
"""
import asyncio


async def brew():
    print("  heating water")
    await asyncio.sleep(0.3)
    return "coffee"


async def main():
    plan = brew()
    print("made a", type(plan).__name__, "and nothing has run yet")
    cup = await plan
    print("now I have", cup)


asyncio.run(main())
