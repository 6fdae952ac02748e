"""A task that swallowed a cancellation keeps its message: a gather that is cancelled, and whose last child it is, raises with it."""
import asyncio


async def swallows():
    asyncio.current_task().cancel("swallowed")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print("again", error.args)
    return "went on"


async def main():
    both = asyncio.gather(asyncio.sleep(0), swallows())
    asyncio.get_running_loop().call_later(0.1, both.cancel)
    try:
        await both
    except asyncio.CancelledError as error:
        print(error.args)
    task = asyncio.create_task(swallows())
    print(await task, task._cancel_message)


asyncio.run(main())
