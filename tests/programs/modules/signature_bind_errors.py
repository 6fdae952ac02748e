"""What bind() says of arguments that do not fit."""
import inspect
def t(f, *a, **k):
    try: print(inspect.signature(f).bind(*a, **k).arguments)
    except TypeError as e: print(e)
def a(x, /, y, *args, c, d=1, **kw): pass
def b(x, /, y, *, c): pass
def c(x, y=1): pass
def d(*args, c): pass
def e(x, /): pass
def f(x, /, y, **k): pass
def g(x=1, /, y=2, *, z=3): pass
for g in (a, b, c, d, e, f, g):
    for args in ((), (1,), (1, 2), (1, 2, 3)):
        for kw in ({}, {"c": 1}, {"x": 1}, {"y": 1}, {"z": 1}, {"c": 1, "y": 2}): t(g, *args, **kw)
