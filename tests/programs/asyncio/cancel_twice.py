"""Two cancel() before the task runs again count as two requests and one error."""
import asyncio


async def work():
    for i in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print(i, "cancelled", e.args, asyncio.current_task().cancelling())
    return "end"


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(t.cancel("a"), t.cancel("b"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(t.cancel("c"))
    print(await t)
    print(t.cancel())


asyncio.run(main())
