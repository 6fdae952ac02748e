"""Tasks that nobody holds: the coroutine is closed just before the task is told of, after an earlier collection just after."""
import asyncio
import gc


async def lost(n):
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("ends", n)


def handler(loop, context):
    print(context["message"], context["task"].get_name())


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    for n in range(3):
        asyncio.create_task(lost(n))
    await asyncio.sleep(0.5)
    gc.collect()
    print("collected")
    asyncio.create_task(lost(3))
    gc.collect()
    await asyncio.sleep(0.5)
    gc.collect()
    print("collected again")


asyncio.run(main())
