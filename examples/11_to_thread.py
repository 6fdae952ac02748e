"""to_thread: beside the loop

asyncio.to_thread runs a blocking function in a worker thread and gives the
loop a future for its result. The ticker keeps its rhythm while the worker
sleeps.
"""
import asyncio
import time


def slow_query():
    time.sleep(0.5)
    return "42 rows"


async def ticker():
    for beat in range(4):
        print("tick", beat)
        await asyncio.sleep(0.1)


async def main():
    beats = asyncio.create_task(ticker())
    print("query sent")
    rows = await asyncio.to_thread(slow_query)
    print("query answered:", rows)
    await beats


asyncio.run(main())
