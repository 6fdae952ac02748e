"""copyreg: how objects are taken apart."""
import copyreg
class A:
    def __init__(self): self.x=1
class B(list): pass
class S:
    __slots__=('a','__p')
    def __init__(self): self.a=4; self.__p=5
import collections
def show(f, *a):
    try: r=f(*a)
    except Exception as e: print(type(e).__name__, e); return
    if isinstance(r, tuple): r=tuple(x.__name__ if callable(x) else type(x).__name__ if 'iterator' in type(x).__name__ else x for x in r)
    print(r)
show(A().__reduce_ex__,4); show(A().__reduce_ex__,0); show(B([1]).__reduce_ex__,2); show(S().__reduce_ex__,4); show(S().__reduce_ex__,0)
show(ValueError('x',1).__reduce_ex__,4)
e=KeyError(1); e.add_note('n'); show(e.__reduce__)
show(collections.Counter('aab').__reduce__); show(collections.defaultdict(int,{1:2}).__reduce__)
for x in ((1+2j), range(3), slice(1,2), collections.deque([1],3), set([1]), frozenset(), bytearray(b'x'), object(), None, len, [].append, (i for i in ()), lambda:0, 3, 'x', 2.5, b'', (1,), {1:2}, [1], {}.keys(), Ellipsis):
    show(x.__reduce_ex__ if x is not None else type(None).__reduce_ex__, *((None,4) if x is None else (4,)))
class D(dict): pass
class I(int):
    def __getnewargs__(self): return (7,)
class K:
    def __getnewargs_ex__(self): return (1,),{'a':2}
    def __getstate__(self): return 'state'
show(D(a=1).__reduce_ex__,4); show(I(5).__reduce_ex__,4); show(K().__reduce_ex__,4)
show(A().__getstate__); show(object().__getstate__); show(S().__getstate__)
Point=collections.namedtuple('Point','x y')
show(Point(1,2).__reduce_ex__,4)
import enum
class C(enum.Enum):
    R=1
show(C.R.__reduce_ex__,4)
import copy
class Deep:
    def __init__(self): self.items=[1,[2]]; self.skipped=print
    def __getstate__(self): return {'items': self.items}
    def __setstate__(self, state): self.__dict__.update(state, set=True)
d=Deep(); e=copy.deepcopy(d); f=copy.copy(d)
print(e.__dict__, e.items is d.items, f.items is d.items)
for x in (collections.OrderedDict(a=[1]), collections.Counter('aab'), collections.defaultdict(list,{1:[2]}), S(), C.R, ValueError([1]), Point([1],2), collections.deque([[1]],2), {1}, frozenset([1]), range(3), 2j, K):
    y=copy.deepcopy(x); z=copy.copy(x)
    print(type(y) is type(x), y == x or repr(y) == repr(x) or type(x).__name__, z == x or repr(z) == repr(x) or type(x).__name__)
class R:
    def __init__(self, v): self.v=v
    def __reduce__(self): return R, (self.v,), None, None, None
print(copy.deepcopy(R([1])).v, copy.copy(R(2)).v)
copyreg.pickle(A, lambda a: (list, ((1,2),)))
print(copy.copy(A()), copy.deepcopy(A()))
