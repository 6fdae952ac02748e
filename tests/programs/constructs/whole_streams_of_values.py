"""Async iterator tools: map, filter, merge, zip, window, batch, timeout, tee; cleaned up early and late."""
import asyncio, contextlib, functools, operator, sys
from collections import deque
from contextlib import aclosing, asynccontextmanager

class Stream:
    """A fluent wrapper: each operator makes a new stream."""
    def __init__(self, source): self._source = source
    def __aiter__(self): return self._source.__aiter__()
    def __or__(self, op): return op(self)
    @classmethod
    def of(cls, *items, every=0.0):
        async def gen():
            try:
                for item in items:
                    await asyncio.sleep(every); yield item
            finally: print(f"<of{items[:2]} closed>")
        return cls(gen())
    async def collect(self): return [x async for x in self]
    async def reduce(self, fn, start):
        async for x in self: start = fn(start, x)
        return start

def operator_(fn):
    @functools.wraps(fn)
    def factory(*args, **kwargs): return lambda stream: Stream(fn(stream, *args, **kwargs))
    return factory

@operator_
async def amap(stream, fn):
    async for x in stream:
        r = fn(x)
        yield await r if asyncio.iscoroutine(r) else r
@operator_
async def keep(stream, pred):
    async for x in stream:
        if pred(x): yield x
@operator_
async def take(stream, n):
    async with aclosing(aiter(stream)) as it:
        for _ in range(n):
            try: yield await anext(it)
            except StopAsyncIteration: return
@operator_
async def window(stream, n):
    win = deque(maxlen=n)
    async for x in stream:
        win.append(x)
        if len(win) == n: yield tuple(win)
@operator_
async def batch(stream, n, *, within):
    it, buf, pending = aiter(stream), [], None
    while True:
        pending = pending or asyncio.ensure_future(anext(it, Ellipsis))
        done, _ = await asyncio.wait({pending}, timeout=within)
        if done:
            x, pending = pending.result(), None
            if x is ...: break
            buf.append(x)
        if len(buf) >= n or (not done and buf): yield buf; buf = []
    if buf: yield buf
@operator_
async def timeouts(stream, limit):
    it = aiter(stream)
    while True:
        try:
            async with asyncio.timeout(limit): x = await it.__anext__()
        except StopAsyncIteration: return
        except TimeoutError: yield "late!"; return
        yield x

async def merge(*streams):
    queue, done = asyncio.Queue(1), object()
    async def pump(s):
        async for x in s: await queue.put(x)
        await queue.put(done)
    async with asyncio.TaskGroup() as group:
        pumps = [group.create_task(pump(s), name=f"pump{i}") for i, s in enumerate(streams)]
        left = len(pumps)
        try:
            while left:
                if (x := await queue.get()) is done: left -= 1
                else: yield x
        finally:
            for p in pumps: p.cancel()

async def azip(*streams):
    its = [aiter(s) for s in streams]
    while True:
        got = await asyncio.gather(*(anext(i, None) for i in its))
        if None in got: return
        yield tuple(got)

class Countdown:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n <= 0: raise StopAsyncIteration
        self.n -= 1; await asyncio.sleep(0); return self.n + 1

async def main():
    loop = asyncio.get_running_loop()
    print(await (Stream.of(*range(10)) | keep(lambda x: x % 2) | amap(lambda x: x * x) | window(2)).collect())
    print(await (Stream.of("ab", "c", "def", every=.1) | amap(lambda s: asyncio.sleep(.05, s.upper())) | take(2)).collect())
    print(await (Stream.of(1, 2, 3, 4, 5, every=.1) | batch(2, within=.25)).collect())
    async def bursts():
        for d, x in [(0, 1), (0, 2), (0, 3), (1, 4), (.1, 5), (2, 6)]: await asyncio.sleep(d); yield x
    print(await (Stream(bursts()) | batch(2, within=.5)).collect())
    print(await (Stream(bursts()) | timeouts(1.5)).collect())
    print([x async for x in merge(Stream.of("a", "b", "c", every=.2), Stream.of(1, 2, 3, 4, every=.15))])
    print([p async for p in azip(Countdown(3), Stream.of(*"xyz"), bursts())])
    print(await Stream(Countdown(5)).reduce(operator.mul, 1))
    m = merge(Stream.of(*"pq", every=.1), Stream.of(1, 2, every=.3))
    async for x in m:
        print("first", x); break
    try: await m.aclose()
    except BaseException as e: print("aclose:", repr(e))
    async def broken():
        yield 1
        raise KeyError("inside")
    try: print(await (Stream(broken()) | amap(str)).collect())
    except KeyError as e: print("broken", e, e.__context__)
    try:
        async for x in merge(Stream(broken()), Stream.of(9, every=1)): print("got", x)
    except* KeyError as eg: print(eg.exceptions)
    gen = bursts(); await anext(gen)
    print(gen.ag_running, gen.ag_frame is not None, gen.ag_await, type(gen).__name__)
    try: await gen.athrow(ValueError("thrown in"))
    except ValueError as e: print("athrow", e, await anext(gen, "empty"))
    g2 = bursts(); await anext(g2)
    t1 = asyncio.create_task(anext(g2)); t2 = asyncio.create_task(g2.asend(None))
    print([repr(r) for r in await asyncio.gather(t1, t2, return_exceptions=True)])
    async def stubborn():
        try:
            while True: yield 0
        finally:
            await asyncio.sleep(1); print("late cleanup at", loop.time() > 1)
    s = stubborn(); await anext(s)
    del s; print("dropped"); await asyncio.sleep(2)
    async for _ in stubborn(): break
    left = stubborn(); await anext(left); globals()["left"] = left
    def sync_gen(): yield from (1, 2)
    try: aiter(sync_gen())
    except TypeError as e: print(e)
    try: [x async for x in Stream(Stream(5))]
    except AttributeError as e: print(e)
    class Bad:
        def __aiter__(self): return self
        def __anext__(self): return 3
    try: [x async for x in Bad()]
    except TypeError as e: print(e, "|", repr(e.__cause__))
    print("main over")
asyncio.run(main())
print("after run")
