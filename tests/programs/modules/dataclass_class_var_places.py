"""A class variable of a base is no field, but keeps its place: a field of that name stands there."""

import copy
from dataclasses import MISSING, InitVar, asdict, dataclass, field, fields, replace
from typing import ClassVar


@dataclass(kw_only=True)
class Base:
    first: str = "x"
    shared: ClassVar[int] = 3
    seen: ClassVar[list] = []
    last: list = field(default_factory=list)


@dataclass
class Derived(Base):
    shared: int = MISSING
    last: int = MISSING


print([f.name for f in fields(Base)], list(Base.__dataclass_fields__))
print([f.name for f in fields(Derived)], list(Derived.__dataclass_fields__))
print(Derived(1, 2), Base(), Base.seen)
print(replace(Derived(1, 2), shared=5), asdict(Derived(3, 4)), copy.replace(Base(), first="y"))

try:
    @dataclass
    class Wrong(Base):
        last: int = MISSING
        shared: int = MISSING
        first: int = 0
except TypeError as error:
    print(error)


@dataclass
class Kinds:
    a: int
    b: ClassVar[int] = 1
    c: InitVar[int] = 2


for each in Kinds.__dataclass_fields__.values():
    print(each.name, each.default is MISSING, each.kw_only is MISSING, repr(each).rpartition(",")[2])
print(repr(field()).rpartition(",")[2])
print(Kinds.__match_args__, Kinds(1), Kinds(1) == Kinds(1, 5))


@dataclass(slots=True, frozen=True, order=True)
class Slotted:
    a: int
    b: ClassVar[int] = 1


print(Slotted.__slots__, Slotted(1), Slotted.b, hash(Slotted(2)) == hash((2,)), Slotted(1) < Slotted(2))
try:
    replace(Slotted(1), b=2)
except TypeError as error:
    print(error)
