import sys, inspect
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def names(f):
    c = f.__code__; print(f.__name__, c.co_varnames, c.co_cellvars, c.co_freevars, c.co_nlocals, c.co_argcount, c.co_names)
def a(p, *args, k=1, **kw):
    x = 1
    y = [i for i in range(3)]
    z = {i: j for i, j in []}
    for q in y: w = q
    return x
def b(n):
    fs = [lambda: i for i in range(n)]
    g = [(lambda: n + m) for m in range(n)]
    return fs, g
def c(x):
    def inner(): return x + y
    y = 2
    return inner
def d():
    import os as o, sys
    with open('x') as fh: pass
    class K: attr = o
    def fn(): nonlocal z; z = 1
    z = [x for x in () if (w := x)]
    del o
    global gg; gg = 1
def e():
    [x for x in [y for y in ()]]
    x = 1
    {k for k in ()}
    (g for g in ())
    return lambda: x
def f():
    for x in (): pass
    return [x for x in ()]
def g(a, b=[c for c in ()]):
    return [[a + q for q in ()] for b in ()]
def h(x):
    r = [x for _ in range(2)]
    return [lambda: (x, y) for y in r]
async def i():
    r = [z async for z in aiter()]
    async with a as b, c as (d, e): pass
    match r:
        case [p, *q, {'k': v, **rest}] as whole: pass
for fn in (a, b, c, c(1), d, e, f, g, h, i): names(fn)
print([c.co_name for c in d.__code__.co_consts if hasattr(c, 'co_name')], [c.co_qualname for c in b.__code__.co_consts if hasattr(c, 'co_name')])
class M:
    x = [i for i in range(3)]
    y = [lambda: __class__ for j in range(1)]
    def m(self): super().m()
names(M.m)
print(a.__code__.co_flags, i.__code__.co_flags, b.__code__.co_flags, c(1).__code__.co_flags, (lambda: (yield)).__code__.co_flags)
print(a.__code__.co_kwonlyargcount, a.__code__.co_posonlyargcount, a.__code__.co_firstlineno, a.__code__.co_name, a.__code__.co_qualname, a.__code__.co_stacksize > 0)
