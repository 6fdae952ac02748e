"""What asyncio has to say goes through the logger "asyncio", once there is logging."""
import asyncio
import logging
import sys
import time
import warnings

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s", stream=sys.stdout)


async def fails():
    raise ValueError("nobody looks, 100%")


def callback():
    raise KeyError("callback")


def slow():
    time.sleep(0.5)


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.05
    asyncio.create_task(fails(), name="forgotten")
    await asyncio.sleep(0.1)
    loop.call_soon(callback)
    await asyncio.sleep(0.1)
    loop.set_debug(True)
    loop.call_soon(slow)
    await asyncio.sleep(1)
    loop.set_debug(False)
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    loop.call_soon(callback)
    await asyncio.sleep(0.1)
    logging.getLogger("asyncio").setLevel(logging.NOTSET)

    class Counting(logging.Handler):
        def emit(self, record):
            print("counted", record.levelname, record.name, record.exc_info[0].__name__, record.getMessage().splitlines()[0])
    logging.getLogger("asyncio").addHandler(Counting())
    loop.call_soon(callback)
    await asyncio.sleep(0.1)
    logging.captureWarnings(True)
    warnings.warn("captured")
    logging.captureWarnings(False)


asyncio.run(main())
