"""What asyncio.sleep gives to whoever steps it: None for sleep(0), a Future otherwise."""
import asyncio, inspect
async def main():
    c = asyncio.sleep(1, 'res')
    y = c.send(None)
    print(type(y), isinstance(y, asyncio.Future), asyncio.isfuture(y), y._asyncio_future_blocking)
    print(y)
    print(y.done(), y.cancelled(), y.get_loop() is asyncio.get_running_loop())
    y.add_done_callback(lambda f: print('done', f))
    try: c.send(None)
    except RuntimeError as e: print(e)
    c2 = asyncio.sleep(0)
    print(c2.send(None))
    try: c2.send(None)
    except StopIteration as e: print('stop', e.value)
    c3 = asyncio.sleep(0.5, 'x')
    f = c3.send(None)
    f._asyncio_future_blocking = False
    print(await f if False else f.done())
    await asyncio.sleep(1)
    print(f, f.result())
    try: c3.send(None)
    except StopIteration as e: print('stop', e.value)
    c4 = asyncio.sleep(5)
    f = c4.send(None)
    c4.close()
    print(f, inspect.getcoroutinestate(c4))
    c5 = asyncio.sleep(5)
    f = c5.send(None)
    f.cancel()
    await asyncio.sleep(0)
    try: c5.send(None)
    except BaseException as e: print(repr(e))
    c6 = asyncio.sleep(5)
    f = c6.send(None)
    f.set_result(9)
    try: c6.send(None)
    except BaseException as e: print(repr(e))
    c7 = asyncio.sleep(5)
    f = c7.send(None)
    try: c7.throw(ValueError('x'))
    except BaseException as e: print(repr(e))
    print(f)
    c8 = asyncio.sleep(5)
    print(c8.cr_await, inspect.getcoroutinestate(c8))
    f = c8.send(None)
    print(type(c8.cr_await), inspect.getcoroutinestate(c8))
    c8.close()
    print(inspect.iscoroutine(c8), type(c8))
asyncio.run(main())
print('---- wrapped')
class Traced:
    def __init__(self, coro): self.coro = coro
    def send(self, v):
        got = self.coro.send(v); print('send gives', got); return got
    def throw(self, *a):
        got = self.coro.throw(*a); print('throw gives', got); return got
    def close(self): self.coro.close()
    def __await__(self):
        it = self.coro.__await__()
        while True:
            try: got = next(it)
            except StopIteration as e: return e.value
            print('await gives', got, got is None or got._asyncio_future_blocking)
            yield got
import collections.abc
collections.abc.Coroutine.register(Traced)
async def inner(n):
    try:
        await asyncio.sleep(n)
        await asyncio.sleep(0)
        return await asyncio.sleep(n, 'r')
    except asyncio.CancelledError:
        print('cleans up'); await asyncio.sleep(0.5); raise
async def outer(n):
    return await inner(n)
async def agen():
    for n in range(2):
        await asyncio.sleep(1)
        yield n
async def main2():
    print(await Traced(outer(1)))
    print(await Traced(asyncio.sleep(1, 'x')))
    t = asyncio.create_task(Traced(outer(2)), name='T')
    await asyncio.sleep(1)
    print(t)
    t.cancel('m')
    try: await t
    except asyncio.CancelledError as e: print(repr(e), t)
    for y in outer(1).__await__():
        print('for', y)
        break
    def gen():
        yield from asyncio.sleep(1).__await__()
    for y in gen():
        print('for', y); break
    a = agen()
    s = a.asend(None)
    y = s.send(None)
    print(y)
    s.close()
    a2 = agen()
    step = a2.__anext__()
    y = step.__await__().__next__()
    print(y)
    step.close()
    c = outer(1)
    print(c.send(None)); 
    print(type(c.cr_await.cr_await))
    try: c.throw(KeyError('k'))
    except KeyError as e: print(repr(e))
    print(len(asyncio.get_running_loop()._scheduled))
    c = outer(1)
    f = c.send(None)
    del c
    print(f, len([h for h in asyncio.get_running_loop()._scheduled if not h._cancelled]))
    c = outer(3)
    async def step(c):
        f = c.send(None)
        while True:
            print('drives', f, asyncio.get_running_loop().time() > 0)
            if f is not None:
                f._asyncio_future_blocking = False
                await asyncio.wait([f])
            try: f = c.send(None)
            except StopIteration as e: return e.value
    print(await step(c))
asyncio.run(main2())
try: asyncio.sleep(1).send(None)
except RuntimeError as e: print(e)
try: asyncio.sleep(float('nan')).send(None)
except RuntimeError as e: print(e)
except ValueError as e: print(e)
print(asyncio.sleep(-1, 2).send(None))
