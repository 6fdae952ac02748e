"""One after another

Two waits that do not depend on each other, but the second begins only when
the first is over. Meanwhile the loop has nothing else to do: 0.4 s + 0.3 s.
Compare with the next lesson.
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
    user = await fetch("user", 0.4)
    orders = await fetch("orders", 0.3)
    print(f"{user} and {orders} took {time.perf_counter() - begin:.1f} s")


asyncio.run(main())
