"""typing: what programs import, used in annotations, at run time and in calls."""
import typing
from typing import (Any, Union, Optional, List, Dict, Set, FrozenSet, Tuple, Callable, Iterable, Iterator, Generator, AsyncGenerator, AsyncIterator,
                    AsyncIterable, Awaitable, Coroutine, Sequence, Mapping, MutableMapping, Type, TypeVar, Generic, Protocol, NamedTuple, TypedDict, Literal,
                    Final, ClassVar, NewType, cast, overload, TYPE_CHECKING, NoReturn, Self, Never, Annotated, TypeAlias, ParamSpec, Concatenate,
                    runtime_checkable, get_type_hints, get_origin, get_args, Text, AnyStr, IO, Hashable, Sized, Deque, DefaultDict, Counter, override, final, assert_never, LiteralString, Required, NotRequired, Unpack, TypeGuard, SupportsInt, no_type_check)

T = TypeVar("T")
K = TypeVar("K", bound=int)
P = ParamSpec("P")
UserId = NewType("UserId", int)
print(Optional[int], Union[int, str], Union[int, None], List[int], Dict[str, List[int]], Tuple[int, ...], Callable[[int], str], Callable[..., Any], Type[int], Literal[1, "a"], Any, T, K, UserId(5), UserId)
print(int | None, int | str, list[int], dict[str, int], tuple[int, ...], Optional[Union[int, str]], Union[int], Final[int], ClassVar[int], Annotated[int, "meta"], Awaitable[int], Coroutine[Any, Any, int], AsyncGenerator[int, None])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(int | str), get_args(Optional[int]), get_origin(Callable[[int], str]), get_args(Callable[[int], str]), get_origin(int))
print(cast(int, "x"), TYPE_CHECKING, isinstance(5, int | str), isinstance("a", Union[int, str]))


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


print(Stack[int]().push(1).items, Stack[int], Stack.__mro__[1].__name__, Stack.__parameters__)


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self) -> int:
        return self.x + self.y


p = Point(1)
print(p, p.x, p[1], p.norm(), p._replace(y=5), p._asdict(), Point._fields, Point._field_defaults, p == (1, 0), Point.__annotations__)
a, b = p
try:
    p.x = 5
except AttributeError as e:
    print(e)
try:
    Point()
except TypeError as e:
    print(e)


class Movie(TypedDict, total=False):
    title: str
    year: int


m: Movie = {"title": "x"}
print(m, Movie(title="y", year=1), Movie.__annotations__, Movie.__total__)


@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class F:
    def close(self): pass


print(isinstance(F(), Closer), isinstance(5, Closer))
try:
    Closer()
except TypeError as e:
    print(e)


def f(a: int, b: "str" = "x", *args: Any, **kw: Dict[str, int]) -> Optional[float]: ...


print(f.__annotations__, get_type_hints(f))


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x


print(g(1), g("a"))


def first[U](xs: list[U]) -> U:
    return xs[0]


class Box[V]:
    def __init__(self, v: V): self.v = v


type Alias = int | str
type Pair[A] = tuple[A, A]
print(first([1]), Box(2).v, Box[int], first.__type_params__, Alias, Alias.__value__, Pair[int], Pair.__type_params__)
x: int
y: "undefined" = 5
print(y, __annotations__ if "__annotations__" in globals() else "lazy")
