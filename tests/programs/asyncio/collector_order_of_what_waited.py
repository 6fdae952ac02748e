"""What the loop held when a collection ran stands behind what others held when it goes later."""
import asyncio
import gc

gc.disable()


class Noted:
    def __init__(self, name):
        self.name, self.me = name, self

    def __del__(self):
        print("finalized", self.name)


async def asleep(n, seconds, *held):
    mine = Noted(f"of {n}")
    try:
        await asyncio.sleep(seconds)
    finally:
        print("awake", n)


async def sleepers(collections):
    kept = [asyncio.create_task(asleep(n, 5 - n)) for n in range(3)]
    await asyncio.sleep(0.1)
    for _ in range(collections):
        gc.collect()
    for t in kept:
        t.cancel()
        t.me = t
    del t, kept
    await asyncio.sleep(0.1)
    gc.collect()


async def callbacks(collections):
    loop = asyncio.get_running_loop()
    for n in range(4):
        noted = Noted(f"argument {n}")
        if n % 2:
            loop.call_later(1 - n / 10, lambda noted: None, noted)
        else:
            loop.call_soon(lambda noted: None, noted)
    futures = [loop.create_future() for _ in range(3)]
    for f in reversed(futures):
        f.set_exception(ValueError(futures.index(f)))
        f.me = f
        f.add_done_callback(lambda f: None)
    del futures, f, noted
    for _ in range(collections):
        gc.collect()
    await asyncio.sleep(2)
    gc.collect()


async def ready(collections):
    async def short(n):
        noted = Noted(f"short {n}")
        for _ in range(2):
            await asyncio.sleep(0)
        noted.task = asyncio.current_task()
        raise LookupError(n)

    kept = {asyncio.create_task(short(n), name=f"short {n}") for n in range(1)}
    more = [asyncio.create_task(short(n), name=f"short {n}") for n in range(1, 4)]
    await asyncio.sleep(0)
    for _ in range(collections):
        gc.collect()
    await asyncio.sleep(0.1)
    del kept, more
    gc.collect()


async def agens(collections):
    async def numbers(name):
        me = yield 0
        try:
            while True:
                yield me
        finally:
            print("closed", name)

    made = []
    for n in "xyz":
        g = numbers(n)
        await anext(g)
        await g.asend(g)
        made.append(g)
    await asyncio.sleep(0.1)
    for _ in range(collections):
        gc.collect()
    del g, made
    gc.collect()
    await asyncio.sleep(0.1)


async def main():
    for collections in range(3):
        for part in sleepers, callbacks, ready, agens:
            print("---", part.__name__, collections)
            await part(collections)


asyncio.run(main())
