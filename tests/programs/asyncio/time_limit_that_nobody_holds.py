"""A limit that was entered and lost goes on: its timer holds it, until that has fired or is cancelled."""
import asyncio
import weakref


async def enter(delay, moved=False):
    limit = asyncio.timeout(delay)
    await limit.__aenter__()
    if moved:
        limit.reschedule(None)
    return weakref.ref(limit)


async def waits(*how):
    limit = await enter(*how)
    print(*how, "held", limit() is not None)
    try:
        await asyncio.sleep(1)
        print("in time")
    except asyncio.CancelledError:
        print("cancelled", asyncio.current_task().cancelling())
    print("held", limit() is not None)


async def left():
    limit = await enter(5)
    asyncio.get_running_loop().call_later(0.1, asyncio.current_task().cancel)
    try:
        await asyncio.sleep(1)
    finally:
        print("held", limit().when())
        await limit().__aexit__(None, None, None)
        print("held", limit() is not None)


async def main():
    for how in ((0,), (-1,), (0.1,), (None,), (0.1, True)):
        await asyncio.create_task(waits(*how))
    await asyncio.gather(asyncio.create_task(left()), return_exceptions=True)
    return await enter(7)


limit = asyncio.run(main())
print("after the loop", limit() is not None)
