# Generic classes, protocols, named tuples and typed dictionaries as programs write them.
import typing
from typing import *
from dataclasses import dataclass
import asyncio, collections.abc
T = TypeVar('T'); K = TypeVar('K')
class Pair(NamedTuple, Generic[T]):
    a: T
    b: 'Optional[Pair[T]]' = None
print(Pair(1), Pair[int](1, None), Pair.__mro__, Pair.__parameters__, Pair[int], get_type_hints(Pair), Pair._fields)
class TD(TypedDict, Generic[T]):
    v: T
print(TD[int], TD(v=1), TD.__parameters__, TD.__annotations__)
class Base(TypedDict): x: int
class Sub(Base, total=False): y: ReadOnly[str]
print(Sub.__required_keys__, Sub.__optional_keys__, Sub.__readonly_keys__, Sub.__mutable_keys__, Sub.__orig_bases__, get_type_hints(Sub), get_type_hints(Sub, include_extras=True), Sub.__mro__)
@dataclass
class Node(Generic[T]):
    value: T
    next: 'Node[T] | None' = None
    def map(self, f: Callable[[T], K]) -> 'Node[K]': return Node(f(self.value), self.next and self.next.map(f))
print(Node(1, Node(2)).map(str), get_type_hints(Node), get_type_hints(Node.map))
class Repo(Protocol[T]):
    async def get(self, key: str) -> T: ...
    def close(self) -> None: ...
class Mem:
    async def get(self, key): return key
    def close(self): pass
def use(r: Repo[int]) -> Awaitable[int]: return r.get('k')
async def main(): print(await use(Mem()))
asyncio.run(main())
print(get_type_hints(use), Repo.__parameters__, Repo[int], is_protocol(Repo), sorted(get_protocol_members(Repo)))
class Impl(Repo[str]):
    def __init__(self): self.x = 1
print(Impl().x, Impl.__mro__, isinstance(Impl(), Impl))
class P2(Protocol):
    x: int
    def __init__(self, x): self.x = x
class Q(P2): pass
print(Q(5).x)
class Stack[T]:
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, x: T) -> 'Stack[T]': self.items.append(x); return self
    def __class_getitem__(cls, item): return super().__class_getitem__(item)
print(Stack[int]().push(1).items, Stack[int], Stack.__type_params__, Stack.__orig_bases__, Stack.__parameters__)
def first[T: (int, str)](xs: list[T], default: T | None = None) -> T: return xs[0]
print(first([1]), first.__type_params__, first.__annotations__, first.__type_params__[0].__constraints__)
type Tree[T] = T | list[Tree[T]]
print(Tree, Tree[int], Tree.__value__, Tree.__type_params__, type(Tree))
class Meta(type): pass
class WithMeta(Generic[T], metaclass=Meta): pass
print(type(WithMeta[int]), type(WithMeta), WithMeta[int]())
class Handler(Generic[T]):
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        cls.kind = get_args(cls.__orig_bases__[0])[0]
class IntHandler(Handler[int]): pass
print(IntHandler.kind)
def check(fn):
    hints = get_type_hints(fn)
    def wrapper(*a, **k):
        for name, v in zip(fn.__code__.co_varnames, a):
            if name in hints and isinstance(hints[name], type) and not isinstance(v, hints[name]): raise TypeError(f'{name}: {v!r} is not {hints[name].__name__}')
        return fn(*a, **k)
    return wrapper
@check
def area(w: int, h: 'int') -> int: return w * h
print(area(2, 3))
try: area(2, '3')
except TypeError as e: print(e)
print(collections.abc.Iterable[int], collections.abc.Callable[[int], str], isinstance(print, collections.abc.Callable))
try: collections.abc.Hashable[int]
except TypeError as e: print(e)
print(typing.Iterable[T][int], collections.abc.Mapping[str, T][int], list[T] | None, (list[T] | None)[int])
print(inspect_sig := __import__('inspect').signature(use), __import__('inspect').signature(Node))
print([(each, each.__module__) for each in first.__type_params__ + Stack.__type_params__], T.__module__)
print(IO[str], TextIO.__mro__, BinaryIO.__orig_bases__, IO.__parameters__, sorted(name for name in vars(IO) if name[0] != '_'))
