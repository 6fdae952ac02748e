# What members are made of: data types that come first, attributes that share a member's name, values that are counted in a tuple.
import enum
from collections import namedtuple
from dataclasses import dataclass
from datetime import date
from enum import Enum, Flag, IntEnum, IntFlag, ReprEnum, StrEnum, auto


def tell(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


class Base(Enum):
    @enum.property
    def first(self):
        return f'{self.name} is first'


class Main(Base):
    first = 1
    second = 2
    again = 1


print(Main.first, repr(Main.first), Main.first.first, Main.second.first, Main.second, Main.again)


class Named(Enum):
    name = 1
    value = 2


print(Named.name, Named.name.name, Named.value.value, list(Named))


class Number(IntEnum):
    numerator = 7
    other = 3


print(repr(Number.numerator), Number.other.numerator, Number.numerator.numerator)


class Day(date, ReprEnum):
    FIRST = 2024, 1, 2
    LAST = 2024, 12, 30


print(Day.FIRST, repr(Day.LAST), f'{Day.FIRST:%d.%m.}', Day.LAST.month, Day((2024, 1, 2)) if False else Day.FIRST.value)


class Price(float, ReprEnum):
    LOW = 1.5


print(Price.LOW, f'{Price.LOW:.3f}', repr(Price.LOW), Price.LOW + 1)


class Plain(float, Enum):
    LOW = 1.5


print(Plain.LOW, f'{Plain.LOW:>12}', repr(Plain.LOW), Plain.LOW * 2)


class Hex(int):
    def __repr__(self):
        return hex(self)


class Address(Hex, Enum):
    A = 1
    B = 255


print(repr(Address.B), Address.B, Address.B + 1)


@dataclass
class Point:
    x: int
    y: int = 0


class Place(Point, Enum):
    HOME = 1, 2
    AWAY = 3


print(repr(Place.HOME), Place.AWAY.y, Place.HOME.value)


class Bits(int, Flag):
    A = 1
    B = 2


print(repr(Bits.A | Bits.B), repr(~Bits.A), Bits.A & 3, repr(Bits(0)))


class Loose(IntFlag):
    A = 1
    B = 2


print(repr(Loose.A | 8), repr(~Loose.A), Loose.A + Loose.B, repr(Loose.A ^ Loose.B))


class Holes(Flag):
    A = 1
    NONE = None


for call in (lambda: Holes.A | Holes.NONE, lambda: Holes.NONE & Holes.A, lambda: Holes.A ^ Holes.NONE, lambda: ~Holes.NONE):
    tell(call)


class Pairs(Enum):
    ONE = auto()
    TWO = auto(), auto()
    THREE = auto(), 'x', auto()


print([p.value for p in Pairs])
T = namedtuple('T', 'index text')


class Rows(T, Enum):
    FIRST = auto(), 'a'
    SECOND = auto(), 'b'


print(repr(Rows.FIRST), Rows.SECOND.index, Rows.SECOND.value)


class Made(Enum):
    def __init__(self, *args):
        print('made', self._name_, args)

    A = 1
    B = 1
    C = 2, 3


print(list(Made), Made.B)


def bad(body):
    def make():
        exec(body, {**globals()})
    tell(make)


bad('class Bad(Enum):\n    def __new__(cls, value):\n        return super().__new__(cls, value)\n    A = 1')
bad('class Bad(int, str, Enum):\n    A = 1')
bad('class Bad(int, StrEnum):\n    A = 1')
bad('class Empty(Enum): pass\nEmpty.__new__(Empty, 3)')
tell(lambda: Enum('Letters', ('', 'B')))


class Any:
    def __eq__(self, other):
        return True


print(Main.first == Any(), Main.first != Any(), Main.first == 1, Number.other == 3, hash(Main.first) == hash('first'))
print(Main._member_type_, Day._member_type_, Address._value_repr_ is Hex.__repr__, Main._value_repr_)
