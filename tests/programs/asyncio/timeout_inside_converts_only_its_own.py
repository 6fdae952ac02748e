"""A cancellation from outside stays a CancelledError inside asyncio.timeout."""
import asyncio


async def worker():
    try:
        async with asyncio.timeout(10):
            await asyncio.sleep(20)
    except asyncio.CancelledError:
        print("cancelled from outside")
        raise
    except TimeoutError:
        print("timeout")


async def main():
    t = asyncio.create_task(worker())
    await asyncio.sleep(1)
    t.cancel("stop it")
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args, t.cancelled())


asyncio.run(main())
