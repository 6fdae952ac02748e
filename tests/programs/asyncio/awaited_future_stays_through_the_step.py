# What a task awaited stays until its step is over, as the handle that woke it holds it; of what wait waited for only the caller knows.
import asyncio
import gc

gc.disable()
class Ends:
    def __init__(self, n): self.n = n
    def __del__(self): print("gone", self.n)
async def job(n): return Ends(n)
async def jobs(n):
    await asyncio.sleep(0.1)
    return Ends(n)
async def fails(n):
    held = Ends(n)
    await asyncio.sleep(0)
    raise ValueError(n)
async def cancelled(n):
    held = Ends(n)
    asyncio.current_task().cancel()
    await asyncio.sleep(1)
def fut(n):
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(f.set_result, Ends(n))
    return f
async def main():
    await asyncio.gather(job(1))
    print("A")
    await asyncio.gather(job(2), jobs(3))
    print("B")
    await fut(4)
    print("C")
    await asyncio.create_task(job(5))
    print("D")
    await asyncio.sleep(0)
    print("E")
    await asyncio.gather(fails(6), return_exceptions=True)
    print("F")
    await asyncio.sleep(0)
    await asyncio.gather(cancelled(7), return_exceptions=True)
    print("G")
    await asyncio.shield(job(8))
    print("H")
    await asyncio.wait([asyncio.create_task(job(9))])
    print("I")
    await asyncio.wait_for(job(10), 1)
    print("J")
    await asyncio.wait([asyncio.create_task(cancelled(11))])
    print("K")
    await asyncio.sleep(0)
    try:
        await asyncio.create_task(fails(12))
    except ValueError:
        pass
    print("L")
    await asyncio.sleep(0)
    try:
        await asyncio.create_task(cancelled(13))
    except asyncio.CancelledError:
        pass
    print("M")
    await asyncio.sleep(0)
    async with asyncio.TaskGroup() as g: g.create_task(job(14))
    print("N")
    del g
    print("O")
    await asyncio.sleep(0)
    q = asyncio.Queue()
    asyncio.get_running_loop().call_soon(q.put_nowait, Ends(15))
    await q.get()
    print("P")
    await asyncio.sleep(0)
    async for t in asyncio.as_completed([asyncio.create_task(job(16))]): pass
    print("Q")
    del t
    print("R")
    await asyncio.sleep(0)
    for t in asyncio.as_completed([asyncio.create_task(job(17))]): await t
    print("S")
    del t
    print("T")
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout(0.1):
            await asyncio.gather(fut(18), asyncio.sleep(1))
    except TimeoutError: pass
    print("U")
asyncio.run(main())
