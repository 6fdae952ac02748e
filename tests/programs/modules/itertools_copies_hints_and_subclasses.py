import copy
import itertools
import operator
import pickle


def attempt(label, f, *a, **k):
    try: r = f(*a, **k); print(label, repr(r))
    except BaseException as e: print(label, type(e).__name__, e)
class I:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n in self.at: return next(it)
        if self.n > 6: raise StopIteration
        return [self.n]
src = I(); src.at = {2}
it = itertools.tee(src)[0]
attempt('tee', lambda: [next(it) for _ in range(3)])
attempt('copy', copy.copy, itertools.count(3)); attempt('copy', copy.copy, itertools.chain([1])); attempt('pk', pickle.dumps, itertools.cycle('a'))
t1, t2 = itertools.tee([1,2,3]); next(t1); t3 = copy.copy(t1); print(list(t3), list(t1), list(t2), type(t1)(t2) is not t2, list(itertools.tee(itertools.tee('abc')[0])[1]))
attempt('tee', itertools.tee, 3); attempt('tee', itertools.tee, [1], -1); print(itertools.tee([1], 0), type(t1).__name__)
x = iter(range(200000))
for _ in range(10000): x, y = itertools.tee(x)
class L:
    def __length_hint__(self): return self.h
for h in (3, NotImplemented, -1, 'a', 2.0): L.h = h; attempt('lh', operator.length_hint, L(), 7)
attempt('lh', operator.length_hint, itertools.repeat(1, 5)); attempt('lh', operator.length_hint, itertools.repeat(1)); attempt('lh', operator.length_hint, reversed(type('S',(),{'__len__': lambda s: 3, '__getitem__': lambda s,i: i})()))
class MyMap(map):
    def __init__(self, *a, newarg=None): self.newarg = newarg
attempt('sub', lambda: list(MyMap(str, [1], newarg=3)) )
class MyZip(zip):
    def __new__(cls, *a, newarg=None): self = super().__new__(cls, *a); self.n = newarg; return self
attempt('sub', lambda: MyZip([1], newarg=4).n)
for cls in (itertools.count, itertools.cycle, itertools.repeat, itertools.chain, filter, itertools.islice, itertools.accumulate, itertools.product):
    class Sub(cls):
        def __init__(self, *a, newarg=None): self.newarg = newarg
    args = {itertools.count: (1,), itertools.repeat: (1,2), filter: (None,[1]), itertools.islice: ([1],1)}.get(cls, ([1],))
    attempt(cls.__name__, lambda: Sub(*args, newarg=3).newarg)
