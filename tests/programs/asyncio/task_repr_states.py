"""What print(task) shows in each state."""
import asyncio


async def work(x):
    await asyncio.sleep(1)
    if x < 0:
        raise ValueError(x)
    return x


async def main():
    t = asyncio.create_task(work(1), name="plain")
    print(t)
    await asyncio.sleep(0)
    print(t)
    await t
    print(t)
    t = asyncio.create_task(work(-1))
    t.add_done_callback(lambda t: None)
    print(t)
    await asyncio.wait([t])
    print(t, repr(t.exception()))
    t = asyncio.create_task(work(1))
    await asyncio.sleep(0)
    t.cancel()
    print(t)
    await asyncio.wait([t])
    print(t)
    print(asyncio.current_task())


asyncio.run(main())
