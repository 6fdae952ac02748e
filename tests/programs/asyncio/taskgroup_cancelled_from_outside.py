"""A cancelled TaskGroup cancels its tasks and raises CancelledError."""
import asyncio


async def child(n):
    try:
        await asyncio.sleep(100)
    finally:
        print("child", n, "ends")


async def parent():
    async with asyncio.TaskGroup() as group:
        for n in range(2):
            group.create_task(child(n))


async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled())
    try:
        async with asyncio.timeout(1):
            await parent()
    except TimeoutError:
        print("timeout")


asyncio.run(main())
