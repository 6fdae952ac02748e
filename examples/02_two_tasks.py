"""Two tasks: B ends first

Both coroutines run on one thread. A starts first, but asks to sleep twice
as long. At each await that has to wait, the task gives control back to the
loop, and the loop runs whatever is ready next. Follow the two timers.
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
