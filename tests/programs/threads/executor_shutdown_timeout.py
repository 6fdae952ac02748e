"""A default executor whose threads do not end in time is left with a warning."""
import asyncio
import time
import warnings


async def main():
    loop = asyncio.get_running_loop()
    working = loop.run_in_executor(None, time.sleep, 0.3)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        await loop.shutdown_default_executor(timeout=0.1)
    for warning in caught:
        print(warning.category.__name__, warning.message)
    try:
        loop.run_in_executor(None, time.sleep, 0)
    except RuntimeError as error:
        print(error)
    print(await working)
    await loop.shutdown_default_executor()
    print("shut down")


asyncio.run(main())
