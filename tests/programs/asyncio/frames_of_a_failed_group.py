import asyncio, gc
gc.disable()
class Noisy:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
async def fails(n):
    await asyncio.sleep(0)
    raise TimeoutError(n)
async def inner():
    b = Noisy("inner")
    await asyncio.sleep(1)
async def work():
    a = Noisy("work")
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(fails(1))
            await inner()
    except* ValueError as many:
        print("values", len(many.exceptions))
async def main():
    t = asyncio.create_task(work())
    await asyncio.wait([t])
    print(repr(t.exception()))
    del t
    for i in range(4): await asyncio.sleep(1)
    print('slept')
    gc.collect()
    print('collected')

asyncio.run(main())
