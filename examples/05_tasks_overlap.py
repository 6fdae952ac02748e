"""create_task: waits overlap

create_task puts a coroutine on the ready queue and returns at once. Both
tasks wait during the same time, so the program takes as long as the longer
wait: two timers run side by side.
"""
import asyncio
import time


async def fetch(what, seconds):
    print(f"asking for {what}")
    await asyncio.sleep(seconds)
    print(f"got {what}")
    return what


async def main():
    begin = time.perf_counter()
    user = asyncio.create_task(fetch("user", 0.4))
    orders = asyncio.create_task(fetch("orders", 0.3))
    print("both tasks are made, none has started")
    print(f"{await user} and {await orders} took {time.perf_counter() - begin:.1f} s")


asyncio.run(main())
