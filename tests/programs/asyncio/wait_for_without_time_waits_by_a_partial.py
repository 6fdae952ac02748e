"""wait_for with no time at all waits by a callback of its own, and the task that it cancels shows that."""
import asyncio
async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(t)
        await asyncio.sleep(0.1)
        print(t)
async def main():
    global t, w
    t = asyncio.create_task(inner(), name='T')
    await asyncio.sleep(0)
    w = asyncio.create_task(asyncio.wait_for(t, 0), name='W')
    await asyncio.wait([w])
    print(t, repr(w))
asyncio.run(main())
