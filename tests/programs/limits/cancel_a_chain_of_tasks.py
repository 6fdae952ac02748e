"""Cancelling the first of thousands of tasks that wait for each other."""
import asyncio


async def link(n):
    if n:
        await asyncio.create_task(link(n - 1))
    else:
        await asyncio.sleep(10)


async def chain():
    first = asyncio.create_task(link(5000))
    await asyncio.sleep(1)
    first.cancel("enough")
    try:
        await first
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    print(len(asyncio.all_tasks()))


asyncio.run(chain())
