"""A task may cancel itself: the next await raises."""
import asyncio


async def work():
    me = asyncio.current_task()
    me.cancel()
    print("still here")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("now")
    await asyncio.sleep(0)
    me.cancel()
    return "no await after it"


async def main():
    t = asyncio.create_task(work())
    try:
        print(await t)
    except asyncio.CancelledError:
        print("cancelled", t)


asyncio.run(main())
