"""A future that its task was refused, its own or one of another loop, is refused to others too as long as it is pending."""
import asyncio
import re
import types


def short(error):
    return re.sub(r" at 0x\w+|<\w*Loop.*?>", "", repr(error))


@types.coroutine
def bare(value):
    return (yield value)


async def itself():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print(short(error))
    await asyncio.sleep(0.1)
    return 1


async def waits(awaited):
    try:
        print(await awaited)
    except RuntimeError as error:
        print(short(error))


async def main():
    task = asyncio.create_task(itself(), name="itself")
    await asyncio.sleep(0)
    await waits(task)
    await waits(asyncio.wait_for(task, 1))
    await asyncio.sleep(0.2)
    await waits(task)
    other = asyncio.new_event_loop()
    future = other.create_future()
    await waits(future)
    await waits(future)
    await waits(bare(future))
    future = asyncio.get_running_loop().create_future()
    await waits(bare(future))
    await waits(bare(asyncio.current_task()))
    future.set_result(2)
    await waits(bare(future))
    await waits(future)
    other.close()


asyncio.run(main())
