"""Two tasks: why B ends before A

Both coroutines run on one thread. A starts first, but it asks to sleep twice as long. At each await the task gives
control back to the loop, and the loop runs whichever task is ready next. Follow the two timers.
"""
import asyncio


async def task_a():
    print("A: start")
    await asyncio.sleep(1)
    print("A: end")


async def task_b():
    print("B: start")
    await asyncio.sleep(0.5)
    print("B: end")


async def main():
    await asyncio.gather(task_a(), task_b())


asyncio.run(main())
