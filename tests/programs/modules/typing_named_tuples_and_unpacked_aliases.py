import pickle, copy, typing
from typing import *
from collections import namedtuple
def attempt(label, f, *a, **k):
    try: r = f(*a, **k); print(label, repr(r))
    except BaseException as e: print(label, type(e).__name__, e, *getattr(e,'__notes__',()))
def a1():
    class Z(NamedTuple, NamedTuple): x: int
def a2():
    class Z(NamedTuple, tuple): x: int
attempt('dup', a1); attempt('dup', a2)
T=TypeVar('T')
class G(NamedTuple, Generic[T]): x: T
attempt('gi', lambda: G[int, str]); attempt('gi', lambda: G[int](3))
class Van:
    def __set_name__(self, o, n): self.name=n
class Foo(NamedTuple):
    a = Van()
    b: Van = Van()
print(Foo.a.name, Foo().b.name)
class Ann:
    def __set_name__(self, o, n): raise ValueError('no')
def a3():
    class Bar(NamedTuple): x = Ann()
attempt('ann', a3)
def a4():
    class Bar: x = Ann()
attempt('ann', a4)
class B1(TypedDict): a: NotRequired[int]
class B2(TypedDict): a: Required[str]
class C(B1, B2): pass
print(C.__annotations__, C.__required_keys__, C.__optional_keys__)
for t in (list[int], List[int], tuple[int, str], Literal[1], Tuple[int, ...]):
    attempt('is', issubclass, t, object); attempt('is', issubclass, t, (object,)); attempt('is', issubclass, list, t)
attempt('b', lambda: list[int].__bases__); attempt('b', lambda: list[int].__copy__)
class CF:
    b: List['Final[int]'] = 4
attempt('h', get_type_hints, CF)
P=namedtuple('P','x y')
for proto in (0,1,2): print(pickle.loads(pickle.dumps(P(1,2),proto)), end=' ')
class S:
    __slots__=('a',)
for proto in (0,1,2): attempt('s', lambda: type(pickle.loads(pickle.dumps(S(),proto))))
class BaseSeq(typing.Sequence[T]):
    def __len__(self): return 0
    def __getitem__(self, i): raise IndexError
class MySeq(List[T], BaseSeq[T]): pass
print(MySeq.__mro__)
class SD:
    __slots__=('a','__dict__')
for proto in (0,1,2): attempt('s', lambda: type(pickle.loads(pickle.dumps(SD(),proto))))
attempt('l', lambda: List[Union]); attempt('l', lambda: Tuple[Optional]); attempt('l', lambda: List[T][Union]); attempt('l', TypeVar, 'X', bound=Optional); attempt('l', lambda: Union[Optional, int])
print(isinstance(Annotated[T,''], typing.Iterable))
