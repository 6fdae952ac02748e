def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
X = 5
def f(a, /, b, c=3, *args, k, m=4, **kw):
    """Doc."""
    d = a + 1
    e = 'text'
    print(X, len(args), d.real, 2.5, None, (1, 2), 'other')
    def inner(p): return p + d + X
    return [i for i in range(3)], lambda q: q, inner
co = f.__code__
for n in sorted(x for x in dir(co) if x.startswith('co_')):
    if n in ('co_branches', 'co_exceptiontable', 'co_lnotab', 'co_linetable'): continue
    v = getattr(co, n)
    if n in ('co_code', 'co_linetable', 'co_exceptiontable', 'co_lnotab', '_co_code_adaptive'): print(n, type(v).__name__)
    elif n == 'co_consts': print(n, [c if not hasattr(c, 'co_name') else c.co_name for c in v])
    elif n in ('co_lines', 'co_positions', 'co_branches'): print(n, callable(v))
    elif n in ('co_stacksize', ): print(n, type(v))
    else: print(n, v)
inner = [c for c in co.co_consts if hasattr(c, 'co_name') and c.co_name == 'inner'][0]
print(inner.co_qualname, inner.co_freevars, inner.co_flags, inner.co_varnames, inner.co_names, inner.co_consts, inner.co_nlocals)
def g(): pass
async def ag(): yield
async def ac(): pass
def gen(): yield
def cl():
    v = 1
    def w():
        nonlocal v; v = 2
    return w
lam = lambda x, y=1: (x, y)
class K:
    'doc'
    at = 1
    def meth(self): return __class__
    def priv(self, __x): self.__y = __x; return __x
for z in (g, ag, ac, gen, cl, cl(), lam, K.meth, K.priv):
    c = z.__code__
    print(c.co_name, c.co_qualname, c.co_flags, c.co_varnames, c.co_names, c.co_cellvars, c.co_freevars, c.co_nlocals, [k for k in c.co_consts if not hasattr(k, 'co_name')], c.co_firstlineno, c.co_argcount)
m = compile('a = 1\nb = a + 2\nprint(b)\ndef f(): return 7\nclass Q: pass', 'file.py', 'exec')
print(m.co_name, m.co_filename, m.co_names, m.co_flags, m.co_varnames, m.co_firstlineno, m.co_qualname, m.co_nlocals)
e = compile('x + 1', 'e', 'eval'); print(e.co_name, e.co_names, e.co_consts, e.co_flags)
print(repr(g.__code__).startswith('<code object g at 0x'), repr(g.__code__).split(',')[1:])
r = lam.__code__.replace(co_name='new', co_firstlineno=100)
print(r.co_name, r.co_firstlineno, r.co_qualname, r == lam.__code__, r.co_varnames)
f2 = type(g)(r, globals(), None, (9,)); print(f2(1), f2.__name__)
t(lambda: g.__code__.replace(co_nope=1))
t(lambda: g.__code__.replace(1))
t(lambda: g.__code__.replace(co_name=5))
k1 = compile('x=1', 'a', 'exec'); k2 = compile('x=1', 'a', 'exec'); k3 = compile('x=2', 'a', 'exec')
print(k1 == k2, k1 != k2, k1 == k3, hash(k1) == hash(k2), k1 == 5)
def c1(): return 1
def c2(): return 1
print(c1.__code__ == c2.__code__, c1.__code__.co_code == c2.__code__.co_code)
def two():
    x = 'A'
    return x
t(lambda: setattr(two.__code__, 'co_name', 'x'))
new = two.__code__.replace(co_consts=tuple('B' if c == 'A' else c for c in two.__code__.co_consts))
two.__code__ = new; print(two())
import copy
print(copy.replace(lam.__code__, co_filename='other.py').co_filename)
print(list(g.__code__.co_lines())[-1][2], len(list(g.__code__.co_positions())) > 0)
print(sorted({l for _, _, l in f.__code__.co_lines() if l}))

print(f.__code__.co_varnames[:f.__code__.co_argcount], f.__code__.co_varnames[f.__code__.co_argcount:])
print(type(g.__code__.co_code), g.__code__.__class__.__name__)
def big(n):
    total = 0
    for i in range(n):
        with open('x') as fh:
            try: total += i
            except (ValueError, KeyError) as err: raise RuntimeError from err
            finally: print('fin')
    import os.path as p, sys
    from json import dumps as d2, loads
    global X
    X = 1
    del total
    assert n, 'msg'
    return {**{}, 'k': [*range(3)]}, f'{n!r:>{X}}', n.attr.other, p.join, sys, d2, loads
c = big.__code__
print(c.co_varnames, c.co_names, [k for k in c.co_consts])
