import sys
class C:
    x: int
print(sorted(C.__dict__))
print(C.__annotations__, sorted(k for k in C.__dict__ if 'ann' in k))
print(C.__annotate__(1), sorted(k for k in C.__dict__ if 'ann' in k))
C.__annotations__ = {'y': 3}
print(C.__annotations__, C.__annotate__, sorted(k for k in C.__dict__ if 'ann' in k))
del C.__annotations__
print(C.__annotations__, C.__annotate__, sorted(k for k in C.__dict__ if 'ann' in k))
class D: pass
print(D.__annotations__, D.__annotate__, sorted(k for k in D.__dict__ if 'ann' in k))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def st(o, n, v): setattr(o, n, v)
t(lambda: st(D, '__annotate__', 3))
t(lambda: st(int, '__annotate__', 3))
t(lambda: st(int, '__annotations__', 3))
t(lambda: delattr(D, '__annotate__'))
t(lambda: delattr(D, '__annotations__'))
t(lambda: delattr(D, '__annotations__'))
t(lambda: int.__annotations__)
t(lambda: int.__annotate__)
D.__annotate__ = lambda f: {'f': f}
print(D.__annotations__)
D.__annotate__ = lambda f: f
t(lambda: D.__annotations__)
D.__annotate__ = lambda f: {'g': f}
print(D.__annotations__)
D.__annotate__ = None
print(D.__annotations__)
class E:
    __annotations__ = {'q': 1}
print(E.__annotations__, sorted(k for k in E.__dict__ if 'ann' in k))
E.__annotations__ = 5
print(E.__annotations__, sorted(k for k in E.__dict__ if 'ann' in k), E.__dict__['__annotations__'])
t(lambda: delattr(E, '__annotations__'))
print(E.__annotations__, sorted(k for k in E.__dict__ if 'ann' in k))
class F:
    def __annotate__(format): return {'form': format}
t(lambda:F.__annotations__)
print(F.__annotate__.__qualname__)
def f(a: int, b: nope): pass
t(lambda: f.__annotations__)
nope = 7
t(lambda: f.__annotations__)
t(lambda: delattr(f, '__annotate__'))
t(lambda: st(f, '__annotate__', 3))
t(lambda: st(f, '__annotations__', 3))
f.__annotations__ = {}
print(f.__annotate__, f.__annotations__)
def f(a: int, b: nope): pass
f.__annotate__ = lambda f: 3
t(lambda: f.__annotations__)
f.__annotate__ = None
t(lambda: f.__annotations__)
del f.__annotations__
t(lambda: f.__annotations__)
import types
M = types.ModuleType('M')
print(M.__annotations__, M.__annotate__, sorted(M.__dict__))
t(lambda: st(M, '__annotate__', 3))
t(lambda: delattr(M, '__annotate__'))
M.__annotate__ = lambda f: {'m': f}
t(lambda: M.__annotations__)
t(lambda: M.__annotations__)
del M.__annotations__
t(lambda: M.__annotations__)
t(lambda: M.__annotate__)
M.__annotate__ = lambda f: f
t(lambda: M.__annotations__)
t(lambda: delattr(M, '__annotations__'))
t(lambda: delattr(M, '__annotations__'))
if 0:
    xx: int
else:
    yy: str
zz: 8
ww: 8 = 2
print([k for k in globals() if 'ann' in k])
