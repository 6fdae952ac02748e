"""loop.time, time.time and perf_counter advance together; sleep's result and bad delays."""
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    a, b, c = loop.time(), time.time(), time.perf_counter()
    await asyncio.sleep(1.5)
    print(loop.time() - a, round(time.time() - b, 3), time.perf_counter() - c)
    print(await asyncio.sleep(0.25, result="done"), await asyncio.sleep(-1, "negative"), await asyncio.sleep(0))
    for wrong in ("1", None, [1], 1j):
        try:
            await asyncio.sleep(wrong)
        except TypeError as e:
            print(e)
    try:
        await asyncio.sleep()
    except TypeError as e:
        print(e)
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as e:
        print(e)
    try:
        await asyncio.sleep(1, loop=loop)
    except TypeError as e:
        print(e)
    print(f"{loop.time() - a:.3f}")


asyncio.run(main())
