"""Blocking: time.sleep

time.sleep() does not give control back, so the ticker misses its beats;
asyncio.sleep() would let the loop go on. Watch how long one task holds the
loop, and how late the ticker's timer is.
"""
import asyncio
import time


async def ticker(begin):
    for beat in range(5):
        print(f"{time.monotonic() - begin:.1f} s: tick {beat}")
        await asyncio.sleep(0.1)


async def rude(begin):
    await asyncio.sleep(0.15)
    print(f"{time.monotonic() - begin:.1f} s: blocking ...")
    time.sleep(0.5)
    print(f"{time.monotonic() - begin:.1f} s: ... done blocking")


async def main():
    begin = time.monotonic()
    await asyncio.gather(ticker(begin), rude(begin))


asyncio.run(main())
