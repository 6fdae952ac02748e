import types
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def se(o, n, v):
    def f():
        setattr(o, n, v); return 'ok'
    t(f)
def de(o, n):
    def f():
        delattr(o, n); return 'ok'
    t(f)
def f(a, b=2, *, k=3): return a, b, k
def g(x): return x * 2
se(f, '__code__', g.__code__); t(lambda: f(4)); print(f.__name__, f.__defaults__)
def mk():
    v = 1
    def c(): return v
    return c
c = mk()
se(f, '__code__', c.__code__)
se(c, '__code__', g.__code__)
se(f, '__code__', 5); de(f, '__code__')
c2 = mk(); se(c, '__code__', c2.__code__)
for n in ('__globals__', '__closure__', '__builtins__'):
    se(f, n, {}); de(f, n)
se(f, '__defaults__', (1,)); t(lambda: f()); se(f, '__defaults__', [1]); se(f, '__defaults__', None); t(lambda: f()); de(f, '__defaults__'); print(f.__defaults__)
def h(a, b, *, k, m=5): return a, b, k, m
se(h, '__defaults__', (1, 2, 3)); t(lambda: h(k=1))
se(h, '__defaults__', (8, 9)); t(lambda: h(k=1))
se(h, '__kwdefaults__', {'k': 7}); t(lambda: h()); t(lambda: h(k=1))
se(h, '__kwdefaults__', {'k': 7, 'm': 2, 'zz': 3}); t(lambda: h()); print(h.__kwdefaults__)
h.__kwdefaults__['k'] = 100; t(lambda: h())
se(h, '__kwdefaults__', []); de(h, '__kwdefaults__'); print(h.__kwdefaults__); t(lambda: h())
de(f, '__dict__'); se(f, '__dict__', 5); se(f, '__dict__', {'q': 1}); print(f.q, f.__dict__)
se(f, '__name__', 5); de(f, '__name__'); se(f, '__name__', 'renamed'); print(f.__name__, f.__qualname__)
se(f, '__qualname__', 5); de(f, '__qualname__'); se(f, '__qualname__', 'Q.f'); print(repr(f)[:14])
se(f, '__module__', 5); print(f.__module__); de(f, '__module__'); t(lambda: f.__module__)
se(f, '__doc__', 5); print(f.__doc__); de(f, '__doc__'); print(f.__doc__)
se(f, '__annotations__', 5); se(f, '__annotations__', None); se(f, '__annotations__', {'a': 1}); print(f.__annotations__); de(f, '__annotations__'); print(f.__annotations__)
se(f, '__annotate__', 5); de(f, '__annotate__'); se(f, '__annotate__', lambda fmt: {'z': fmt}); print(f.__annotations__)
se(f, '__type_params__', 5); se(f, '__type_params__', ()); de(f, '__type_params__')
import builtins
print(f.__builtins__ is builtins.__dict__, f.__globals__ is globals(), f.__closure__)
cell = c.__closure__[0]
print(cell.cell_contents, type(cell)); cell.cell_contents = 5; print(c())
del cell.cell_contents
t(lambda: cell.cell_contents); t(c); print(repr(cell).startswith('<cell at'), repr(cell)[-8:])
del cell.cell_contents
cell.cell_contents = [1]; print(c())
C = types.CellType
t(lambda: C(1).cell_contents); t(lambda: C().cell_contents); t(lambda: C(1, 2)); t(lambda: C(x=1)); 
print(C(1) == C(1), C(1) != C(2), C(1) < C(2), C() < C(1), C() == C(), C(2) > C(1), C(1) <= C())
t(lambda: C(1) == 1); t(lambda: C(1) < 1); t(lambda: hash(C(1))); t(lambda: C(1) < C('a'))
F = types.FunctionType
t(lambda: F(g.__code__, globals())(3))
t(lambda: F(g.__code__, {}, 'nm').__name__)
t(lambda: F(g.__code__, {}, 'nm', (7,))())
t(lambda: F(c.__code__, {}))
t(lambda: F(c.__code__, {}, None, None, (C(9),))())
t(lambda: F(c.__code__, {}, None, None, (9,)))
t(lambda: F(c.__code__, {}, None, None, ()))
t(lambda: F(c.__code__, {}, None, None, [C(1)]))
t(lambda: F(g.__code__, {}, None, None, (C(1),)))
t(lambda: F(g.__code__, 5)); t(lambda: F(5, {})); t(lambda: F()); t(lambda: F(g.__code__, {}, 5)); t(lambda: F(g.__code__, {}, None, 5))
t(lambda: F(g.__code__, {}, kwdefaults={'a': 1}).__kwdefaults__)
t(lambda: F(g.__code__, {}, kwdefaults=5))
t(lambda: F(g.__code__, {'__name__': 'mod'}).__module__)
t(lambda: F(g.__code__, {'__builtins__': {}}).__builtins__)
t(lambda: F(h.__code__, {}, argdefs=(1,2), kwdefaults={'k':1,'m':2})())
class F2:
    def m(self): return 'm'
m = F2().m
se(m, 'x', 1); de(m, 'x'); se(m, '__name__', 'x'); t(lambda: m.__func__ is F2.m); t(lambda: type(m.__self__)); se(m, '__func__', 1); se(m, '__doc__', 'x'); se(m, '__self__', 1)
class K2(F2): pass
try:
    class Sub(F): pass
except TypeError as e: print(e)
try:
    class Sub(C): pass
except TypeError as e: print(e)
def changes_itself(n):
    changes_itself.__code__ = g.__code__
    return [n + k for k in range(3)], 'as it began'
print(changes_itself(1), changes_itself(1))
def counts():
    yield 1
    counts.__code__ = other.__code__
    yield 2
def other(): yield 'other'
print(list(counts()), list(counts()))
print(type(F.__globals__), F.__globals__, isinstance(F.__globals__, types.MemberDescriptorType), isinstance(F.__code__, types.GetSetDescriptorType) if hasattr(types, 'GetSetDescriptorType') else True, F.__code__)
