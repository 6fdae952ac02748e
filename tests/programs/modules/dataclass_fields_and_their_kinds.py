# What a dataclass makes of odd fields: descriptors, annotations that are text, slots, frozen ones that are copied.
import copy, pickle, abc, sys
from collections import defaultdict
from dataclasses import *
import dataclasses as dc, typing, typing as t
from typing import ClassVar, Generic, TypeVar
def tell(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass
class A:
    self: str
    other: int = 0
print(A('x'), A.__init__.__code__.co_varnames)
class Desc:
    def __set_name__(s, o, n): s.name=n; print('named', o.__name__, n)
@dataclass
class B:
    c: int = field(default=Desc(), init=False)
print(B.c.name, fields(B)[0].metadata)
tell(lambda: fields(B)[0].metadata.update)
def f(): fields(B)[0].metadata['a']=1
tell(f)
tell(lambda: field(metadata=3))
r=field(); r.type=r; r.name='id'
print(repr(r).replace(repr(MISSING), 'MISSING'))
@dataclass
class M:
    d: dict
m=M(defaultdict(list, a=[1]))
print(asdict(m), asdict(m)['d'] is m.d, astuple(m))
@dataclass(frozen=True, slots=True)
class F:
    x: int
    y: list
f=F(1,[2]); g=copy.deepcopy(f); print(f, f==g, g.y is f.y, copy.copy(f), pickle.loads(pickle.dumps(f)))
print(f.__getstate__())
@dataclass(frozen=True)
class G:
    __slots__=('s',)
    s: str
tell(lambda: copy.copy(G('a')))
def two():
    @dataclass
    class K:
        a: int
        _: KW_ONLY
        b: int
        __: KW_ONLY
        c: int
tell(two)
class It:
    __slots__=iter(['a'])
def cant():
    @dataclass(slots=True)
    class C(It):
        x: int
tell(cant)
class R1:
    __slots__={'x':'d'}
class R2(R1): __slots__='k'
@dataclass(slots=True)
class S(R2):
    x: int
    y: int
    k: int
print(S.__slots__)
@dataclass
class T:
    a: 'ClassVar[int]'
    b: 'typing.ClassVar[int]'
    c: 't.ClassVar'
    d: 'dc.InitVar[int]'
    e: 'InitVar'
    f: 'foo.ClassVar[int]'
    g: 'ClassVarX'
    h: ' ClassVar [ int ]'
    def __post_init__(s, d, e): print('post', d, e)
print([f.name for f in fields(T)]); print(T(1,2,3,4))
class Ab(abc.ABC):
    @property
    @abc.abstractmethod
    def x(s): ...
    @abc.abstractmethod
    def __lt__(s,o): ...
@dataclass(order=True)
class Con(Ab):
    y: int
print(Con.__abstractmethods__)
X=TypeVar('X')
P=make_dataclass('P', ['a',('b',int),('c',int,field(default=3))], bases=(Generic[X],))
print(P(1,2), P.__orig_bases__, P[int])
@dataclass(slots=True, weakref_slot=True)
class W1: a: int
@dataclass(slots=True, weakref_slot=True)
class W2(W1): b: int
print(W1.__slots__, W2.__slots__)
@dataclass
class N: n: 'N'=None
n=N(); n.n=n; print(n)
class R:
    def __reduce_ex__(s, p): return (int, (), None, None, None, None)
tell(lambda: copy.copy(R()))
class R:
    def __reduce_ex__(s, p): return (int, (), None, None, None, None, 5)
tell(lambda: copy.copy(R()))
