"""Promises, trampolines, awaitables by hand, async descriptors and properties, async context stacks, wrapped generators, loops run by hand, context, timers."""
import asyncio, collections, concurrent.futures, contextlib, contextvars, functools, inspect, itertools, operator, random, sys, time, traceback, types, warnings, weakref
class Promise:
    def __init__(self, executor):
        self.fut = asyncio.get_running_loop().create_future()
        try: executor(self._resolve, self._reject)
        except Exception as e: self._reject(e)
    def _resolve(self, v):
        if self.fut.done(): return
        if isinstance(v, Promise): v.fut.add_done_callback(lambda f: self._reject(f.exception()) if f.exception() else self._resolve(f.result()))
        else: self.fut.set_result(v)
    def _reject(self, e): self.fut.done() or self.fut.set_exception(e)
    def then(self, ok, bad=None):
        def ex(res, rej):
            def done(f):
                try:
                    if (e := f.exception()) is not None: (res(bad(e)) if bad else rej(e))
                    else: res(ok(f.result()))
                except Exception as err: rej(err)
            self.fut.add_done_callback(done)
        return Promise(ex)
    catch = lambda self, bad: self.then(lambda v: v, bad)
    def finally_(self, f): return self.then(lambda v: (f(), v)[1], lambda e: (f(), (_ for _ in ()).throw(e)))
    def __await__(self): return self.fut.__await__()
    @classmethod
    def all(cls, ps):
        ps = list(ps); left, out = len(ps), [None] * len(ps)
        def ex(res, rej):
            def setter(i):
                def set_(v):
                    nonlocal left; out[i] = v; left -= 1
                    if not left: res(out)
                return set_
            for i, p in enumerate(ps): p.then(setter(i), rej)
        return cls(ex)
    @classmethod
    def race(cls, ps): return cls(lambda res, rej: [p.then(res, rej) for p in ps])
def delay(t, v): return Promise(lambda res, rej: asyncio.get_running_loop().call_later(t, rej if isinstance(v, Exception) else res, v))
class Countdown:
    def __init__(self, n): self.n = n
    def __await__(self):
        while self.n: self.n -= 1; yield
        return "liftoff"
class Lazy:
    def __init__(self, fn): self.fn = fn; self.name = fn.__name__
    def __get__(self, o, t=None):
        if o is None: return self
        if self.name not in o.__dict__: o.__dict__[self.name] = asyncio.ensure_future(self.fn(o))
        return o.__dict__[self.name]
class Service:
    loads = 0
    @Lazy
    async def config(self): self.loads += 1; await asyncio.sleep(.1); return {"v": self.loads}
    @property
    async def prop(self): return 5
    async def __aenter__(self): print("svc up"); return self
    async def __aexit__(self, *e): print("svc down", e[0] and e[0].__name__); return isinstance(e[1], LookupError)
    def __aiter__(self): return self.items()
    async def items(self):
        for i in range(3): yield i; await asyncio.sleep(0)
    async def __call__(self, x): return x * 2
    @functools.singledispatchmethod
    async def handle(self, x): return "any"
    @handle.register
    async def _(self, x: int): return "int"
    @staticmethod
    async def st(): return "static"
    @classmethod
    async def cl(cls): return cls.__name__
def bounce(fn):
    @functools.wraps(fn)
    def run(*a):
        stack, val = [fn(*a)], None
        while stack:
            try: r = stack[-1].send(val); val = None; stack.append(r)
            except StopIteration as s: stack.pop(); val = s.value
        return val
    return run
def fact_g(n): return 1 if n <= 1 else n * (yield fact_g(n - 1))
def even(n): return True if n == 0 else (yield odd(n - 1))
def odd(n): return False if n == 0 else (yield even(n - 1))
@types.coroutine
def sleep0(log): log.append("before"); x = yield; log.append(x); return "slept"
async def main():
    loop = asyncio.get_running_loop(); t0 = loop.time(); at = lambda: round(loop.time() - t0, 2)
    print(await delay(.1, 1).then(lambda v: v + 1).then(lambda v: delay(.1, v * 10)), at())
    print(await delay(.1, ValueError("v")).then(print).catch(lambda e: f"caught {e!r}").finally_(lambda: print("finally")))
    print(await Promise.all([delay(.3, "a"), delay(.1, "b")]), await Promise.race([delay(.3, "slow"), delay(.1, "fast")]), at())
    try: await Promise.all([delay(.2, 1), delay(.1, KeyError("k"))])
    except KeyError as e: print("all:", repr(e))
    try: await Promise(lambda res, rej: 1 / 0)
    except ZeroDivisionError as e: print(e)
    print(await Countdown(3), await asyncio.gather(Countdown(2), Countdown(0)), await asyncio.wait_for(Countdown(5), 1), bounce(even)(3001), bounce(fact_g)(30))
    s = Service(); print(await s.config, (await asyncio.gather(s.config, s.config))[1] is (await s.config), await s.prop, [x async for x in s], await s(4), await s.handle(1), await s.handle("x"), await Service.st(), await Service.cl(), {k: v async for k, v in azip(s.items(), s.items())}, [await s(x) async for x in s if x], inspect.iscoroutinefunction(s.handle), inspect.iscoroutinefunction(Service.cl), inspect.iscoroutinefunction(Service.__call__))
    async with s: raise KeyError("swallowed")
    async with contextlib.AsyncExitStack() as st:
        await st.enter_async_context(s); st.push_async_callback(asyncio.sleep, .1); st.callback(print, "sync cb"); st.push_async_exit(lambda *e: asyncio.sleep(0, print("pushed", e[0]))); st.enter_context(contextlib.suppress(OSError))
        @contextlib.asynccontextmanager
        async def res(n):
            print("open", n)
            try: yield n
            except RuntimeError as e: print("res saw", e); raise LookupError("converted") from e
            finally: print("close", n)
        await st.enter_async_context(res(1)); await st.enter_async_context(res(2)); raise RuntimeError("inside")
    @res("decorator")
    async def job(): print("job"); return 3
    print(await job())
    for bad in (lambda: contextlib.AsyncExitStack().enter_async_context(3), lambda: Service().nope, lambda: anext(5), lambda: aiter([]), lambda: (lambda: (yield))().__await__(), lambda: asyncio.sleep(1).send(5)):
        try: r = bad(); print("fine", await r if inspect.isawaitable(r) else r)
        except Exception as e: print(type(e).__name__, e)
    log = []; print(await sleep0(log), log, inspect.isawaitable(sleep0(log)), inspect.iscoroutine(sleep0(log)), type(sleep0(log)).__name__)
    c = s(3); print(inspect.getcoroutinestate(c), c.cr_frame.f_locals, c.__qualname__, c.cr_suspended); c.close(); print(inspect.getcoroutinestate(c), c.cr_frame)
    c = job()
    try: c.send(None)
    except StopIteration as e: print("by hand", e.value)
    try: c.send(None)
    except RuntimeError as e: print(e)
    try: await c
    except RuntimeError as e: print(e)
    t = asyncio.create_task(s(1)); 
    try: await asyncio.gather(t, t); print("same twice ok", t.result())
    except Exception as e: print(e)
    async for f in asyncio.as_completed([asyncio.sleep(x / 10, x) for x in (3, 1, 2)]): print("done", await f, at() > 0, end="; ")
    for f in asyncio.as_completed([asyncio.sleep(x / 10, x) for x in (2, 1)], timeout=.15):
        try: print(await f)
        except TimeoutError as e: print("too late", repr(e))
    fut = loop.create_future(); loop.call_later(.1, lambda: fut.cancelled() or fut.set_result("late")); print(await asyncio.wait_for(asyncio.shield(fut), 1), fut)
    h = loop.call_at(loop.time() + 5, print); h2 = loop.call_soon(print, "soon", context=contextvars.copy_context()); print(h.when() - loop.time() > 4.9, h2, h > loop.call_at(loop.time() + 1, int)); h.cancel(); await asyncio.sleep(0)
    cv = contextvars.ContextVar("cv", default="d"); 
    def cb(tag): print(tag, cv.get(), end=" | "); cv.set(tag)
    cv.set("main"); ctx = contextvars.copy_context(); loop.call_soon(cb, "c1"); loop.call_soon(cb, "c2", context=ctx); loop.call_soon(cb, "c3", context=ctx); f2 = loop.create_future(); f2.add_done_callback(lambda f: cb("done"), context=ctx); f2.set_result(1); await asyncio.sleep(0); print(cv.get(), ctx[cv]); await asyncio.sleep(0); print()
   
    results = []
    async def consumer(name, q):
        async with contextlib.aclosing(drain(q)) as items:
            async for x in items: results.append((name, x)); await asyncio.sleep(.01 * x)
    q = asyncio.Queue(); [q.put_nowait(i) for i in range(6)]; q.shutdown(); await asyncio.gather(*(consumer(n, q) for n in "ab")); print(results)
    try: q.put_nowait(1)
    except asyncio.QueueShutDown as e: print(repr(e))
    try: await (await (await asyncio.sleep(0, asyncio.sleep(0, asyncio.sleep(0, "deep")))))
    except TypeError as e: print(e)
    asyncio.current_task().add_done_callback(lambda t: print("main done", t.get_name(), t.cancelled(), t.exception())); asyncio.current_task().set_name("renamed")
    await Promise(lambda res, rej: rej(PermissionError("uncaught promise")))
async def azip(*its):
    while True:
        try: yield tuple([await anext(i) for i in its])
        except StopAsyncIteration: return
async def drain(q):
    with contextlib.suppress(asyncio.QueueShutDown):
        while True: yield await q.get()
asyncio.run(main())
