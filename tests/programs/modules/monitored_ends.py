import re
import sys
m = sys.monitoring
E = m.events
m.use_tool_id(1, 'x')
for n in ('STOP_ITERATION', 'RAISE', 'CALL', 'PY_RETURN', 'EXCEPTION_HANDLED', 'RERAISE', 'PY_UNWIND'):
    m.register_callback(1, getattr(E, n), lambda code, off, *a, n=n: print('  ', n, code.co_name, re.sub(' at 0x[0-9a-f]+', '', repr(a[:1]))))
def g0():
    yield 1
def g1():
    yield 1
    return 5
def d():
    return (yield from g1())
def f():
    for x in g0(): pass
    for x in g1(): pass
    [x for x in g1()]
    for x in d(): pass
    list(g1())
    a, = g1()
class CM:
    def __enter__(self): return 1
    def __exit__(self, *a): return True
def w():
    with CM(): pass
    with CM(): 1/0
async def co(): return 4
async def co2(): return await co()
def dd():
    try: co2().send(None)
    except StopIteration: pass
def gt():
    try:
        yield 1
    finally:
        print('fin')
def cl():
    g = gt(); next(g); g.close()
    g = gt(); next(g)
    try: g.throw(KeyError)
    except KeyError: pass
for fn in (f, w, dd, cl):
    print(fn.__name__)
    m.set_events(1, E.STOP_ITERATION | E.RAISE | E.CALL | E.PY_RETURN | E.EXCEPTION_HANDLED | E.RERAISE | E.PY_UNWIND)
    fn()
    m.set_events(1, 0)
