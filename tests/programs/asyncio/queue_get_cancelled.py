"""A cancelled get loses nothing."""
import asyncio


async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    print(q)
    t.cancel()
    q.put_nowait("item")
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", q.qsize())
    print(await q.get())
    try:
        await asyncio.wait_for(q.get(), 1)
    except TimeoutError:
        print("nothing came", q)
    q = asyncio.Queue(1)
    await q.put(1)
    puts = [asyncio.create_task(q.put(n)) for n in (2, 3)]
    await asyncio.sleep(0)
    print(q)
    puts[0].cancel()
    print(await q.get(), await q.get(), q.empty())


asyncio.run(main())
