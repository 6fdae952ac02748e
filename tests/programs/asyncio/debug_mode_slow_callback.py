"""debug=True: slow steps are reported."""
import asyncio
import time


async def slow():
    time.sleep(0.5)


def callback(x):
    time.sleep(0.2)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.call_soon(callback, 3)
    await asyncio.sleep(0.1)
    await slow()
    loop.slow_callback_duration = 1
    await asyncio.sleep(0)
    await slow()
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
