import itertools, heapq, collections, weakref, sys, os, ast
def each(*fs):
    for i, f in enumerate(fs):
        try:
            print(i, f())
        except BaseException as e:
            print(i, type(e).__name__, e)
# names
for v in (iter(bytearray(b'a')), iter(memoryview(b'a')), itertools.tee([1])[0], next(itertools.groupby([1]))[1], iter(b'a'), iter(''), iter([]), iter(()), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(range(3)), iter(range(10**30)), reversed([]), reversed({}), reversed({}.items()), reversed({}.values()), iter(int, 1), enumerate([]), zip(), map(int, []), filter(None, []), iter(collections.deque()), reversed(collections.deque()), iter('é'), iter(type('X', (), {'__getitem__': 1})()), itertools.count(), itertools.chain(), iter(memoryview(b'')), iter(dict.fromkeys([1]).keys())):
    print(type(v), type(v).__name__, type(v).__module__, type(v).__qualname__, repr(v).split(' at ')[0])
e = BlockingIOError(11, 'x', 5)
each(lambda: e.characters_written, lambda: e.args, lambda: BlockingIOError(1,'x').characters_written, lambda: BlockingIOError(1,'x','y').characters_written, lambda: BlockingIOError().characters_written)
class N:
    n = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        N.n += 1
        return self.v < o.v
import random
for size in (10, 100, 2499, 2500, 2501, 3000, 5001):
    random.seed(3)
    L = [N(random.random()) for _ in range(size)]
    N.n = 0
    order = []
    heapq.heapify(L); print(size, N.n)
class M:
    def __init__(s, n): s.n = n
    def __lt__(s, o): print('lt', s.n); return NotImplemented
    def __gt__(s, o): print('gt', s.n); return NotImplemented
each(lambda: M(1) < M(2), lambda: sorted([M(1), M(2)]), lambda: min(M(1), M(2)), lambda: max([M(1), M(2)]), lambda: [M(1)] < [M(2)], lambda: (M(1),) < (M(2),), lambda: heapq.heapify([M(1), M(2)]))
import types
def wr(o):
    try: weakref.ref(o); return True
    except TypeError as e: return str(e)
for o in (collections.defaultdict(), wr.__code__, collections.OrderedDict(), collections.Counter(), collections.deque(), iter([]), slice(1), property(), types.SimpleNamespace(), types.MappingProxyType({}), super(type, type), (lambda: 0), len, [].append, str.upper, {}.keys(), iter({}), sys, ast, range(3), (x for x in ()), 1j, NotImplemented, Ellipsis, Exception(), staticmethod(len), zip(), itertools.count(), itertools.tee([])[0], str | int, list[int], collections.namedtuple('a', 'b')(1), types.CellType(), (lambda: 0).__get__(1), M.__lt__, 1 .__add__, type.__dict__['__mro__'], M.__dict__['__dict__'],  sys._getframe()):
    print(type(o).__name__, wr(o))
