"""Without a handler the logger "asyncio" writes what it writes without logging."""
import asyncio
import logging


def callback():
    raise KeyError("callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback)
    await asyncio.sleep(0.1)
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    loop.call_soon(callback)
    await asyncio.sleep(0.1)
    logging.getLogger(__name__).info("no")
    logging.getLogger(__name__).warning("the last resort")
    logging.lastResort = None
    logging.getLogger(__name__).warning("nobody")
    logging.getLogger(__name__).warning("nobody")


asyncio.run(main())
