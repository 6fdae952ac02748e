import asyncio
class F(asyncio.Future):
    def add_done_callback(self, fn, *, context=None):
        print("F.add", type(fn).__name__, getattr(fn,'__name__',None))
        return super().add_done_callback(fn, context=context)
    def remove_done_callback(self, fn):
        print("F.remove")
        return super().remove_done_callback(fn)
    def result(self):
        print("F.result"); return super().result()
    def exception(self):
        print("F.exception"); return super().exception()
    def done(self):
        print("F.done"); return super().done()
    def cancel(self, msg=None):
        print("F.cancel"); return super().cancel(msg)
    def cancelled(self):
        print("F.cancelled"); return super().cancelled()
    def get_loop(self):
        print("F.get_loop"); return super().get_loop()
class T(asyncio.Task):
    def add_done_callback(self, fn, *, context=None):
        print("T.add", type(fn).__name__)
        return super().add_done_callback(fn, context=context)
    def remove_done_callback(self, fn):
        print("T.remove")
        return super().remove_done_callback(fn)
    def result(self):
        print("T.result"); return super().result()
    def exception(self):
        print("T.exception"); return super().exception()
    def done(self):
        print("T.done"); return super().done()
    def cancel(self, msg=None):
        print("T.cancel"); return super().cancel(msg)
    def cancelled(self):
        print("T.cancelled"); return super().cancelled()
    def uncancel(self):
        print("T.uncancel"); return super().uncancel()
    def cancelling(self):
        print("T.cancelling"); return super().cancelling()
async def w(n):
    await asyncio.sleep(n); return n
async def main():
    loop = asyncio.get_running_loop()
    for name, use in [
        ("await", lambda f: f), ("gather", lambda f: asyncio.gather(f, asyncio.sleep(0))),
        ("wait", lambda f: asyncio.wait([f])), ("wait_for", lambda f: asyncio.wait_for(f, 1)),
        ("wait_for0", lambda f: asyncio.wait_for(f, 0)),
        ("shield", lambda f: asyncio.shield(f)), ("wait_t", lambda f: asyncio.wait([f], timeout=0.05))]:
        print("==", name)
        f = F()
        loop.call_later(0.1, lambda: f.done() or f.set_result(1))
        try: print(await use(f) and 1)
        except BaseException as e: print(repr(e))
        print("== T", name)
        t = T(w(0.1))
        try: print(await use(t) and 1)
        except BaseException as e: print(repr(e))
        await asyncio.sleep(0.2)
    print("== cancel gather")
    g = asyncio.gather(F(), T(w(1)))
    await asyncio.sleep(0)
    g.cancel()
    try: await g
    except asyncio.CancelledError: print("c")
    print("== cancel await T")
    inner = T(w(1))
    async def o(): await inner
    t = asyncio.create_task(o())
    await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print("c")
    print("== factory timeouts")
    loop.set_task_factory(lambda loop, coro, **k: T(coro, loop=loop, **k))
    async def tm():
        try:
            async with asyncio.timeout(0.05):
                await asyncio.sleep(1)
        except TimeoutError: print("timeout")
    t = loop.create_task(tm())
    await t
    print("== tg")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(w(0.1)); tg.create_task(w(0.2))
    print("== tg error")
    async def bad():
        await asyncio.sleep(0.1); 1/0
    async def grp():
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(bad()); tg.create_task(w(0.2))
        except* ZeroDivisionError: print("zd")
    await loop.create_task(grp())
    print("== as_completed")
    for c in asyncio.as_completed([w(0.2), w(0.1)]):
        print(await c)
    print("== looked at")
    f = F()
    async def awaits(): return await f
    a = T(awaits(), name='a')
    await asyncio.sleep(0)
    print(f)
    print(a._fut_waiter is f, f._asyncio_awaited_by == {a})
    f.set_result(3)
    print(await a, f._asyncio_awaited_by)
    print("== end")
    loop.create_task(w(5))
asyncio.run(main())
