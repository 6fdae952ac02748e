"""Cancelling gather's future cancels every child that is not done."""
import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError as e:
        print("child", n, "cancelled", e.args)
        raise


async def main():
    group = asyncio.gather(child(1), child(5), child(6))
    await asyncio.sleep(2)
    print(group.cancel(), group.done())
    try:
        await group
    except asyncio.CancelledError as e:
        print("group cancelled", e.args)
    print(group.cancelled(), group.cancel())
    group = asyncio.gather(child(1), child(5), return_exceptions=True)
    await asyncio.sleep(2)
    group.cancel()
    try:
        print(await group)
    except asyncio.CancelledError:
        print("cancelled all the same")


asyncio.run(main())
