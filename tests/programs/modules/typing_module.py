"""typing and collections.abc."""
from collections import deque
from typing import *
def hinted(a: int, b=2) -> str: ...
T_=TypeVar('T_')
class Stack(Generic[T_]):
    def __init__(self) -> None: self.items: List[T_]=[]
    def push(self, i: T_) -> None: self.items.append(i)
s=Stack[int](); s.push(1); print(s.items, Stack[int], T_, List[T_], Dict[str,List[int]], Tuple[int,...], Callable[...,int], Callable[[],None], Literal['a',1], Any, NoReturn, Iterable[int], Awaitable[str], Type[int], ClassVar[int], Coroutine[Any,Any,int])
class NT(NamedTuple):
    x: int
    y: str='q'
    def m(self): return self.x*2
n=NT(3); print(n, n.m(), n._asdict(), NT.__annotations__, NT._field_defaults); 
class TD(TypedDict, total=False):
    a: int
print(TD(a=1), TD.__annotations__); UserId=NewType('UserId',int); print(UserId(5), cast(int,'a'))
@runtime_checkable
class Cl(Protocol):
    def close(self): ...
class F:
    def close(self): pass
print(isinstance(F(),Cl), isinstance(1,Cl))
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
print(ov(1), get_type_hints(hinted), get_args(List[int]), get_origin(Dict[str,int]), get_origin(list[int]))
class Impl(Cl): pass
def gen() -> Iterator[int]: yield 1
from collections.abc import *
print([isinstance(x,t) for x,t in (([],Iterable),({},Mapping),({1},Set),(gen(),Generator),(gen(),Iterator),(len,Callable),('a',Sequence),((),MutableSequence),(1,Hashable),([],Hashable),(range(3),Sequence),({}.keys(),KeysView),(deque(),MutableSequence))])
class MySeq(Sequence):
    def __getitem__(self,i): return [1,2,3][i]
    def __len__(self): return 3
m=MySeq(); print(list(m), 2 in m, m.index(3), list(reversed(m)), m.count(1))
class MyMap(MutableMapping):
    def __init__(self): self.d={}
    def __getitem__(self,k): return self.d[k]
    def __setitem__(self,k,v): self.d[k]=v
    def __delitem__(self,k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
mm=MyMap(); mm['a']=1; mm.update(b=2); print(dict(mm), mm.get('z'), mm.pop('a'), list(mm.items()), 'b' in mm, mm.setdefault('q',7), len(mm), mm=={'b':2,'q':7})
class Abs(Sequence): pass
try: Abs()
except TypeError as e: print(e)
