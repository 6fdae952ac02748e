# Context managers of contextlib where they are used wrongly, fail, or are left in an odd way.
import contextlib, asyncio, sys, io, traceback
from contextlib import *
def a(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
@contextmanager
def cm(x, fail=False):
    "doc of cm"
    print('enter', x)
    try: yield x
    except ValueError as e: print('caught', e)
    finally: print('exit', x)
print(cm.__doc__, cm.__name__, cm(1).__doc__, type(cm(1)), cm(1).func if hasattr(cm(1), 'func') else None)
@cm(5)
def deco(y): print('in', y); return y
print(deco(1), deco(2), deco.__name__, deco.__wrapped__)
with cm(1) as v: print(v); raise ValueError('x')
g = cm(1)
with g: pass
a(lambda: g.__enter__())
@contextmanager
def never():
    if 0: yield
a(lambda: never().__enter__())
@contextmanager
def twice():
    yield 1
    yield 2
def use(c):
    with c: pass
a(lambda: use(twice()))
@contextmanager
def swallow_and_twice():
    try: yield
    except: pass
    yield
def use2(c, e):
    with c: raise e
a(lambda: use2(swallow_and_twice(), KeyError(1)))
@contextmanager
def changes():
    try: yield
    except KeyError as e: raise RuntimeError('new') from e
a(lambda: use2(changes(), KeyError(1)))
@contextmanager
def plain(): yield
a(lambda: use2(plain(), StopIteration('s')))
a(lambda: use2(plain(), RuntimeError('s')))
a(lambda: use2(plain(), GeneratorExit('s')))
a(lambda: use2(suppress(KeyError), KeyError(1))); a(lambda: use2(suppress(), KeyError(1))); a(lambda: use2(suppress(KeyError), ExceptionGroup('g', [KeyError(1), ValueError(2)]))); a(lambda: use2(suppress(KeyError), ExceptionGroup('g', [KeyError(1)])))
f = io.StringIO()
with redirect_stdout(f) as t: print('hidden', t is f)
print(repr(f.getvalue()), redirect_stdout(f)._new_target is f)
with redirect_stderr(f): print('err', file=sys.stderr)
class C:
    def close(self): print('closed')
with closing(C()) as c: print(type(c).__name__)
with nullcontext(5) as n: print(n)
with ExitStack() as st:
    st.callback(print, 'cb1'); st.callback(lambda *a, **k: print('cb2', a, k), 1, k=2)
    print(st.enter_context(cm(7)))
    st.push(lambda *exc: print('push', exc[0]) or True)
    @st.callback
    def _(): print('deco cb')
    moved = st.pop_all()
print('moved'); moved.close()
def order():
    with ExitStack() as st:
        st.callback(lambda: 1/0)
        st.push(lambda t, e, tb: print('seen', repr(e)))
        st.callback(lambda: [][1])
        raise KeyError('first')
a(order)
try: order()
except ZeroDivisionError as e: print(repr(e.__context__), repr(e.__context__.__context__), repr(e.__context__.__context__.__context__)); traceback.print_exc(file=sys.stdout)
a(lambda: ExitStack().enter_context(5)); a(lambda: ExitStack().push(5)); a(lambda: ExitStack().callback()); a(lambda: use(5)); a(lambda: cm()); a(lambda: closing()); a(lambda: contextmanager(5)(1))
class Deco(ContextDecorator):
    def __init__(self, n='d'): self.n = n
    def __enter__(self): print('E', self.n); return self
    def __exit__(self, *e): print('X', self.n, e[0]); return False
@Deco('q')
def fn(): print('body'); return 9
print(fn())
@asynccontextmanager
async def acm(x):
    "adoc"
    print('aenter', x)
    try: yield x
    except ValueError as e: print('acaught', e)
    finally: print('aexit', x)
@acm(1)
async def adeco(): print('abody'); return 3
class AC:
    async def aclose(self): print('aclosed')
async def amain():
    print(await adeco(), acm.__doc__)
    async with acm(2) as v: raise ValueError(v)
    async with aclosing(AC()) as c: pass
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm(3)); st.enter_context(cm(4)); st.push_async_callback(asyncio.sleep, 0); st.callback(print, 'sync cb')
        async def ex(t, e, tb): print('ex', t); return True
        st.push_async_exit(ex)
        raise TypeError('t')
    async with nullcontext(8) as n: print(n)
    for bad in (lambda: AsyncExitStack().enter_async_context(cm(1)), ):
        try: await bad()
        except TypeError as e: print(e)
    try:
        async with cm(1): pass
    except TypeError as e: print(e)
    try:
        with acm(1): pass
    except TypeError as e: print(e)
    @asynccontextmanager
    async def anever():
        if 0: yield
    try: await anever().__aenter__()
    except RuntimeError as e: print(e)
    @asynccontextmanager
    async def atwice(): yield; yield
    try:
        async with atwice(): pass
    except RuntimeError as e: print(e)
    try:
        async with acm(9): raise StopAsyncIteration('z')
    except StopAsyncIteration as e: print('SAI', e)
    st = AsyncExitStack(); await st.aclose()
    try:
        async with asyncio.timeout(.1), acm('t'): await asyncio.sleep(1)
    except TimeoutError as e: print('TE', repr(e.__cause__))
asyncio.run(amain())
with suppress(FileNotFoundError) as s: open('/nope'); print('no')
print(s, isinstance(suppress(), AbstractContextManager), repr(nullcontext())[:30], contextlib.__all__)
