import typing, annotationlib
from annotationlib import Format
def f[T: undefined, U: (int, undefined2), V: int = undefined3, *Ts = *tuple[int], **P = [int], W = str](): pass
T, U, V, Ts, P, W = f.__type_params__
for t in f.__type_params__:
    for name in ('evaluate_bound', 'evaluate_constraints', 'evaluate_default'):
        e = getattr(t, name, 'none')
        print(t.__name__, name, str(e).split(' at 0x')[0], type(e))
        if callable(e):
            for fmt in (1, 2, 3, 4, 5, 0, -1, None, 'a', True):
                try: print('   ', fmt, repr(e(fmt)).split(' at 0x')[0])
                except BaseException as x: print('   ', fmt, type(x).__name__, x)
            for fmt in (1, 2, 3, 4):
                try: print('   call', fmt, annotationlib.call_evaluate_function(e, fmt))
                except BaseException as x: print('   call', fmt, type(x).__name__, x)
A = typing.TypeVar('A'); B = typing.TypeVar('B', bound='X'); C = typing.TypeVar('C', int, str); D = typing.TypeVar('D', default=int)
for t in (A, B, C, D, typing.ParamSpec('PS'), typing.ParamSpec('PS', default=[int]), typing.ParamSpec('PS', bound=int), typing.TypeVarTuple('TT'), typing.TypeVarTuple('TT', default=typing.Unpack[tuple[int]]), typing.AnyStr):
    for name in ('evaluate_bound', 'evaluate_constraints', 'evaluate_default'):
        e = getattr(t, name, 'none')
        print(t.__name__, name, e, type(e))
        if callable(e):
            for fmt in (1, 2, 3, 4, 5, 0, -1, None, 'a', True):
                try: print('   ', fmt, repr(e(fmt)))
                except BaseException as x: print('   ', fmt, type(x).__name__, x)
            for args, kw in (((), {}), ((1, 2), {}), ((), {'format': 1}), ((), {'q': 1})):
                try: print('   ', args, kw, repr(e(*args, **kw)))
                except BaseException as x: print('   ', args, kw, type(x).__name__, x)
            try: print(type(e).__module__, type(e).__qualname__, type(e)()) 
            except BaseException as x: print(x)
            try: e.x = 1
            except BaseException as x: print(x)
            try: 
               class Q(type(e)): pass
            except BaseException as x: print(x)
type X = undefined
type Y[T] = list[T]
Z = typing.TypeAliasType('Z', int)
for t in (X, Y, Z):
        e = t.evaluate_value
        print(t.__name__, str(e).split(' at 0x')[0], type(e))
        if callable(e):
            for fmt in (1, 2, 3, 4, 5, 0, -1, None, 'a', True):
                try: print('   ', fmt, repr(e(fmt)))
                except BaseException as x: print('   ', fmt, type(x).__name__, x)
            for args, kw in (((), {}), ((1, 2), {}), ((), {'format': 1}), ((), {'q': 1})):
                try: print('   ', args, kw, repr(e(*args, **kw)))
                except BaseException as x: print('   ', args, kw, type(x).__name__, x)
for t in (T, A, X, P, Ts):
    for n in ('evaluate_bound', 'evaluate_constraints', 'evaluate_default', 'evaluate_value'):
        try: setattr(t, n, 3)
        except BaseException as x: print(type(t).__name__, n, type(x).__name__, x)
        try: delattr(t, n)
        except BaseException as x: print(type(t).__name__, n, type(x).__name__, x)
print([n for n in dir(typing.TypeVar) if 'evalu' in n], [n for n in dir(typing.ParamSpec) if 'evalu' in n], [n for n in dir(typing.TypeVarTuple) if 'evalu' in n], [n for n in dir(typing.TypeAliasType) if 'evalu' in n])
print(T.evaluate_bound is T.evaluate_bound, A.evaluate_bound is A.evaluate_bound, B.evaluate_bound is B.evaluate_bound)
undefined = int
print(T.evaluate_bound(1), T.__bound__, T.evaluate_bound(1), T.evaluate_bound is not None)
n = 0
def count(v):
    global n
    n += 1
    return v
def g[T: count(int) = count(str)](): pass
T, = g.__type_params__
print(T.evaluate_bound(1), T.evaluate_bound(1), n, T.__bound__, T.__bound__, n, T.evaluate_default(1), n)
type K = count(int)
print(K.evaluate_value(1), K.evaluate_value(1), n, K.__value__, K.__value__, n)
