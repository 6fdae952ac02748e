import functools
from collections import abc, defaultdict
class O(abc.Sized):
    def __len__(self): return 0
@functools.singledispatch
def g(x): return 'base'
g.register(abc.Iterable, lambda x: 'iterable')
g.register(abc.Container, lambda x: 'container')
print(g(O()))
g.register(abc.Sized, lambda x: 'sized')
print(g(O()))
abc.Iterable.register(O)
print(g(O()))
abc.Container.register(O)
print(g(O()))
class P: pass
abc.Iterable.register(P); print(g(P()))
abc.Container.register(P)
try: g(P())
except RuntimeError as e: print(str(e).replace("<class 'collections.abc.Container'>",'X').replace("<class 'collections.abc.Iterable'>",'X'))
class Q(abc.Sized):
    def __len__(self): return 0
@functools.singledispatch
def h(x): return 'base'
h.register(abc.Container, lambda x: 'container')
h.register(abc.Set, lambda x: 'set')
h.register(abc.MutableSequence, lambda x: 'mseq')
h.register(abc.Sequence, lambda x: 'seq')
h.register(abc.Mapping, lambda x: 'map')
h.register(dict, lambda x: 'dict')
class D(dict): pass
for x in ({}, D(), set(), frozenset(), [], (), 'a', b'b', range(1), defaultdict(int), {}.keys(), 5): print(type(x).__name__, h(x))
abc.Set.register(Q); print(h(Q()))
