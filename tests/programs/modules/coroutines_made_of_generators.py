import asyncio
import collections.abc
import types
from collections import OrderedDict


def attempt(label, f, *a, **k):
    try: r = f(*a, **k); print(label, repr(r))
    except BaseException as e: print(label, type(e).__name__, e)


def gen():
    yield 1
@types.coroutine
def foo(g): return g
g = gen(); w = foo(g)
print(type(w), w.__await__() is w, iter(w) is w, w.gi_code is g.gi_code, w.cr_code is g.gi_code, w.gi_running, w.cr_running, w.gi_frame is g.gi_frame, w.cr_frame is g.gi_frame, w.cr_await, w.gi_yieldfrom, w.__name__, w.__qualname__, next(w))
attempt('w', next, w)
@types.coroutine
def gc(): yield 2
c = gc(); print(foo(c) is c, type(c), c.gi_code.co_flags & 0x100)
async def co(): pass
k = co(); print(foo(k) is k); k.close()
class Duck(collections.abc.Generator):
    def __init__(self): self._n = 0; self.name=1
    def __iter__(self): return self
    def __next__(self): return self.send(None)
    def send(self, v):
        self._n += 1
        if self._n > 2: raise StopIteration('end')
        return self._n
    def throw(self, t, v=None, tb=None): raise t('duck')
    def close(self): self._n = 99
d = foo(Duck()); print(type(d).__name__, isinstance(d, collections.abc.Coroutine), next(d), d.send(5), isinstance(d, collections.abc.Awaitable))
attempt('d', d.send, 1); attempt('d', d.throw, ValueError); d.close()
async def main():
    @types.coroutine
    def wrapped(): return Inner()
    class Inner(collections.abc.Generator):
        def __init__(self): self.done = False
        def send(self, v):
            if self.done: raise StopIteration('result')
            self.done = True
        def throw(self, *a): raise a[0]
    return await wrapped()
print(asyncio.run(main()))
attempt('co', types.coroutine, 3); attempt('co', lambda: foo(5))
class S(collections.abc.Set):
    def __init__(self, i): self.i = set(i)
    def __contains__(self, x): return x in self.i
    def __iter__(self): return iter(self.i)
    def __len__(self): return len(self.i)
    def __hash__(self): return self._hash()
for s in (set(), {1}, {1,2,3}, {'a' if 0 else 5, -7}): print(hash(S(s)) == hash(frozenset(s)))
def both():
    class B(collections.abc.Sequence, collections.abc.Mapping): pass
attempt('both', both)
class AG(collections.abc.AsyncGenerator):
    def __init__(self): self.l=[]
    async def asend(self, v): return v
    async def athrow(self, t, v=None, tb=None):
        if isinstance(t, type): t = t()
        raise t
async def ag():
    a = AG(); print(await a.aclose(), await a.asend(3), await a.__anext__(), a.__aiter__() is a)
asyncio.run(ag())
class G2(collections.abc.Generator):
    def send(self, v): return v
    def throw(self, t, v=None, tb=None): 
        raise t if v is None else v
g2 = G2(); attempt('g2', g2.close); attempt('g2', next, g2); attempt('g2', g2.throw, KeyError)
class IG(G2):
    def throw(self, *a): return 1
attempt('ig', IG().close)
class Key:
    def __init__(self, n, f): self.n, self.f = n, f
    def __hash__(self): return 1
    def __eq__(self, o):
        self.f(); return isinstance(o, Key) and o.n == self.n
def side(change):
    o1, o2 = OrderedDict(), OrderedDict()
    a, b = Key(1, lambda: None), Key(1, lambda: None)
    o1[a] = o1['x'] = o1['y'] = 1; o2[b] = o2['x'] = o2['y'] = 1
    a.f = b.f = lambda: change(o1)
    return o1 == o2
attempt('oeq', side, lambda o: o.clear()); attempt('oeq', side, lambda o: o.pop('x', None)); attempt('oeq', side, lambda o: o.update(z=1))
