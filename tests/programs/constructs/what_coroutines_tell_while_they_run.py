import inspect, types, contextlib, warnings, sys
# cr_await and gi_yieldfrom while it runs
@types.coroutine
def a():
    print(inspect.getcoroutinestate(b1), b1.cr_await)
    yield
    print(inspect.getcoroutinestate(b1), b1.cr_await)
async def c(): await a()
async def b():
    print(b1.cr_await)
    await c()
    print(b1.cr_await)
b1 = b()
print(inspect.getcoroutinestate(b1), b1.cr_await)
b1.send(None)
print(inspect.getcoroutinestate(b1), b1.cr_await.cr_await.gi_code.co_name)
try: b1.send(None)
except StopIteration: pass
print(inspect.getcoroutinestate(b1), b1.cr_await)
def inner():
    print(inspect.getgeneratorstate(o), o.gi_yieldfrom)
    yield
    print(o.gi_yieldfrom)
def outer():
    print(o.gi_yieldfrom)
    yield from inner()
    print(o.gi_yieldfrom)
    yield
o = outer()
print(o.gi_yieldfrom)
next(o); print(inspect.getgeneratorstate(o), o.gi_yieldfrom.gi_code.co_name)
next(o); print(inspect.getgeneratorstate(o), o.gi_yieldfrom)
async def agen():
    print(g.ag_await, g.ag_running)
    await a2()
    yield 1
@types.coroutine
def a2():
    print(g.ag_await, g.ag_running)
    yield
g = agen()
s = g.asend(None); s.send(None); print(g.ag_await.gi_code.co_name, g.ag_running)
# where coroutines come from
async def corofn(): pass
def depth(n):
    sys.set_coroutine_origin_tracking_depth(n)
    with contextlib.closing(corofn()) as coro:
        o = coro.cr_origin
        return o if o is None or n < 3 else len(o)
print(depth(0)); print(depth(1)); print(depth(2)); print(depth(1000) >= 2)
try: sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as e: print(e)
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(0)
# athrow that is thrown into
class MyExc(Exception): pass
@types.coroutine
def y(v): return (yield v)
async def agenfn():
    try: yield
    except MyExc: pass
    while True:
        try: await y(None)
        except MyExc: pass
ag = agenfn()
def show(f):
    try: return repr(f())
    except BaseException as e: return f'{type(e).__name__}: {e}'
print(show(lambda: ag.asend(None).send(None)))
gen = ag.athrow(MyExc)
print(show(lambda: gen.throw(MyExc)))
gen2 = ag.athrow(None)
print(show(lambda: gen2.throw(MyExc)))
print(show(lambda: ag.athrow(3).send(None)))
print(show(lambda: ag.aclose().send(None)))
