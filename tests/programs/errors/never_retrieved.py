import asyncio


async def fails():
    raise ValueError("lost")


async def main():
    t = asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    t = None
    asyncio.create_task(asyncio.sleep(100), name="left")
    f = asyncio.get_running_loop().create_future()
    f.set_exception(KeyError("future"))
    del f
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("done")


asyncio.run(main())
