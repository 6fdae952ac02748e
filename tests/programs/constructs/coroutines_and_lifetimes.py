# Constructs of asynchronous code, and when things end.
import asyncio
import contextlib
import gc
import sys
import weakref


def part(name):
    print('--', name)


part('asynchronous comprehensions of all kinds')
async def ticks(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def double(x):
    await asyncio.sleep(0)
    return x * 2
async def comps():
    print([x async for x in ticks(3)], {x async for x in ticks(2)}, {x: await double(x) async for x in ticks(3) if x})
    print([await double(x) for x in range(3)], [y async for x in ticks(3) for y in range(x)], [[y async for y in ticks(x)] for x in range(3)])
    g = (await double(x) async for x in ticks(3) if await double(x))
    print([x async for x in g], type(g).__name__)
    print(sum([x async for x in ticks(4)]), f'{await double(4)}', (await double(1), *[await double(2)]), await double(await double(3)))
    f = lambda: double(5)
    print(await f(), [await c for c in [double(1), double(2)]])
asyncio.run(comps())

part('async with and for, their ends')
class Actx:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    async def __aenter__(self):
        await asyncio.sleep(0); print('aenter', self.n); return self.n
    async def __aexit__(self, t, v, tb):
        await asyncio.sleep(0); print('aexit', self.n, t and t.__name__); return self.swallow
async def ends():
    async with Actx(1) as a, Actx(2, True) as b:
        print(a, b)
        raise ValueError
    async for i in ticks(3):
        async with Actx(i):
            if i == 0: continue
            if i == 1: break
    else:
        print('never')
    async for i in ticks(1): pass
    else: print('else')
    try:
        async with Actx(5):
            return 'value'
    finally:
        await asyncio.sleep(0)
        print('finally')
print(asyncio.run(ends()))

part('asynchronous generators: asend, athrow, aclose')
async def agen():
    try:
        while True:
            try:
                got = yield 'ask'
                print('got', got)
            except ValueError as error:
                print('caught', error)
                yield 'handled'
    finally:
        await asyncio.sleep(0)
        print('agen closed')
async def drive():
    g = agen()
    print(await anext(g), await g.asend(1), await g.athrow(ValueError('x')), await anext(g))
    await g.aclose()
    print(await anext(g, 'default'))
    try:
        await anext(g)
    except StopAsyncIteration:
        print('stopped')
asyncio.run(drive())

part('finalization of an abandoned asynchronous generator')
async def abandoned():
    async for x in agen():
        print(x)
        break
    await asyncio.sleep(0.1)
    print('end of main')
asyncio.run(abandoned())

part('shutdown of those still alive')
async def left():
    global keep
    keep = agen()
    print(await anext(keep))
asyncio.run(left())
del keep

part('coroutines: objects')
async def co(): return 1
c = co()
print(type(c).__name__, c.__name__, c.cr_running, c.cr_await, c.cr_frame is not None)
try:
    c.send(None)
except StopIteration as error:
    print(error.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
c = co(); c.close()
class Aw:
    def __await__(self):
        got = yield from asyncio.sleep(0).__await__()
        return 'awaited'
async def use(): return await Aw()
print(asyncio.run(use()))

part('cancellation through finally and shield')
async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled, cleaning')
        await asyncio.sleep(0.1)
        raise
    finally:
        print('worker finally')
async def cancel():
    t = asyncio.create_task(worker())
    await asyncio.sleep(0)
    t.cancel('why')
    try:
        await t
    except asyncio.CancelledError as error:
        print('cancelled', error.args, t.cancelled())
    try:
        async with asyncio.timeout(0.05):
            await asyncio.shield(asyncio.sleep(0.2, 'inner'))
    except TimeoutError as error:
        print('timeout', repr(error), type(error.__cause__).__name__)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(worker())
            async def fail():
                await asyncio.sleep(0.01); raise KeyError('k')
            tg.create_task(fail())
    except* KeyError as g:
        print(g.message, g.exceptions)
asyncio.run(cancel())

part('context managers made of asynchronous generators')
@contextlib.asynccontextmanager
async def managed(n):
    print('open', n)
    try:
        yield n
    except ValueError as error:
        print('inside', error)
    finally:
        print('close', n)
async def manage():
    async with managed(1) as a, contextlib.AsyncExitStack() as stack:
        b = await stack.enter_async_context(managed(2))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, 'callback')
        print(a, b)
        raise ValueError('v')
asyncio.run(manage())

part('weak references and cycles')
class Node:
    def __init__(self, n): self.n = n
    def __del__(self): print('gone', self.n)
a = Node('a'); r = weakref.ref(a, lambda _: print('callback')); del a; print(r())
a, b = Node('x'), {}; a.o, b['o'] = b, a; w = weakref.ref(a); del a, b  # one of them tells: which of two goes first is the collector's affair
gc.collect(); print(w())
def holder():
    n = Node('in frame')
    try:
        raise ValueError
    except ValueError as error:
        pass
    print('leaving')
holder()
def tb_holds():
    n = Node('traceback')
    raise ValueError
try:
    tb_holds()
except ValueError:
    print('held')
print('let go')

part('order of deletion in a function and an expression')
def order():
    a, b = Node(1), Node(2)
    a = None
    print('rebound')
order()
print([Node(3)][0].n)
Node(4); print('after statement')
x = (Node(5), Node(6)); x = None

part('generator frames let go')
def hold():
    n = Node('gen')
    yield 1
g = hold(); next(g); g = None
print('dropped')

part('warnings of what was never awaited')
co()
print('after')

part('iteration protocols')
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Old()), 20 in Old(), [*Old()], max(Old()))
print(list(iter(iter([1, 2, 0, 3]).__next__, 0)))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
    def __length_hint__(self): return 100
print(list(It()), dict(zip(It(), 'abc')), sorted(It(), reverse=True), *It())

part('context variables')
import contextvars
var = contextvars.ContextVar('var', default=0)
async def child(n):
    var.set(n); await asyncio.sleep(0); return var.get()
async def contexts():
    print(await asyncio.gather(child(1), child(2)), var.get())
    t = var.set(5); print(var.get()); var.reset(t); print(var.get())
    with var.set(8): print(var.get())
    print(var.get(), contextvars.copy_context().run(lambda: (var.set(3), var.get())[1]), var.get())
asyncio.run(contexts())

part('tracing a stack')
def depth(): return sys._getframe(1).f_code.co_name
def named(): return depth()
print(named(), (lambda: depth())())
