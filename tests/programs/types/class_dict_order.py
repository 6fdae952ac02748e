"""The names of classes that the library makes come in CPython's order"""
import dataclasses
import typing
from collections import namedtuple


def show(cls):
    print(cls.__name__, [name for name in vars(cls) if name != '__classdictcell__'])


show(namedtuple("Point", "x y", defaults=[1]))


class Pair(typing.NamedTuple):
    """Two of them"""
    left: int
    right: str = "r"

    def both(self):
        return self.left, self.right


show(Pair)
print(Pair.__firstlineno__, Pair.__static_attributes__, Pair.__orig_bases__, Pair.__new__.__qualname__)


class Box[T]:
    """Holds one"""
    count: int = 0

    def __init__(self, item: T):
        self.item = item


show(Box)
print(Box.__type_params__)


class Names[K: str, V = int](dict[K, V]):
    pass


show(Names)
print(Names.__type_params__)


@dataclasses.dataclass(slots=True)
class Slotted:
    """With slots"""
    x: int
    y: int = 4


show(Slotted)


@dataclasses.dataclass(frozen=True, slots=True, weakref_slot=True, kw_only=True)
class Frozen:
    x: int

    def __getstate__(self):
        return [self.x]


show(Frozen)


class Film(typing.TypedDict, total=False):
    title: str
    year: typing.Required[int]


show(Film)
