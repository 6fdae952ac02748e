"""wait_for: not longer than this

wait_for sets a timer beside the awaitable. If the timer wins, the work is cancelled and TimeoutError comes out.
"""
import asyncio


async def answer(seconds):
    try:
        await asyncio.sleep(seconds)
        return f"answer after {seconds} s"
    except asyncio.CancelledError:
        print(f"  the {seconds} s answer was cancelled")
        raise


async def main():
    print(await asyncio.wait_for(answer(0.2), timeout=0.5))
    try:
        await asyncio.wait_for(answer(2), timeout=0.5)
    except TimeoutError:
        print("too late")


asyncio.run(main())
