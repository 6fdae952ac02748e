"""When exactly 'Task exception was never retrieved' comes: when the task is dropped."""
import asyncio


async def fails(n):
    raise ValueError(n)


async def main():
    asyncio.create_task(fails(1))
    await asyncio.sleep(0)
    print("after one step")
    keep = asyncio.create_task(fails(2))
    await asyncio.sleep(0)
    print("kept")
    keep = None
    print("dropped")
    looked = asyncio.create_task(fails(3))
    await asyncio.sleep(0)
    looked.exception()
    looked = None
    print("end")
    global last
    last = asyncio.create_task(fails(4))
    await asyncio.sleep(0)


asyncio.run(main())
print("after run")
