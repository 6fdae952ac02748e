"""What only the future holds that woke a task goes when the loop lets go of the handle of its step, at another line than what the step lets go of."""
import asyncio
async def x(): pass
async def a():
    await asyncio.sleep(0.1, x())
    await asyncio.sleep(0.1, x())
    print("a")
async def b():
    f = asyncio.get_running_loop().create_future()
    f.set_result(x())
    f2 = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(f2.set_result, x())
    await f2
    f2 = None
    print("b")
    await asyncio.sleep(0)
    print("c")
asyncio.run(a())
asyncio.run(b())
