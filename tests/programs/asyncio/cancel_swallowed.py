"""A task that catches CancelledError and returns is done, not cancelled."""
import asyncio


async def work():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("swallowed", asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    return "result"


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled(), t.cancelling(), t.uncancel(), t.uncancel())


asyncio.run(main())
