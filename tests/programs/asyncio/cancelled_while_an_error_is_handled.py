"""A task that waits for a future hears of its cancellation from that, where the loop runs: the error that is handled there is the context."""
import asyncio


async def waits():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(repr(error), repr(error.__context__))
        raise


async def fails_at_the_end():
    try:
        await asyncio.sleep(10)
    finally:
        1 / 0


async def cancel(task):
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])


loop = asyncio.new_event_loop()
loop.run_until_complete(cancel(loop.create_task(waits())))
try:
    {}["key"]
except KeyError:
    loop.run_until_complete(cancel(loop.create_task(waits())))
    task = loop.create_task(waits())
    task.cancel()
    loop.run_until_complete(asyncio.wait([task]))
loop.close()


async def main():
    asyncio.create_task(waits())
    asyncio.create_task(fails_at_the_end())
    await asyncio.sleep(0)
    raise ValueError("the end of main")


asyncio.run(main())
