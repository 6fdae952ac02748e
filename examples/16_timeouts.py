"""wait_for: a time limit

wait_for sets a timer beside the work. If that timer is due first, the work
is cancelled and TimeoutError comes out. Compare the two timers while the
work waits.
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
