"""help() of a dataclass, and what says where its methods come from."""
import copy
import dataclasses
import inspect


@dataclasses.dataclass(order=True)
class Point:
    "A point."
    x: int
    y: int = 0


@dataclasses.dataclass
class More:
    items: list = dataclasses.field(default_factory=list)
    _: dataclasses.KW_ONLY
    width: 'int' = 3
    seed: dataclasses.InitVar[int] = 0


print(inspect.signature(Point), inspect.signature(More))
for name in ('__init__', '__eq__', '__repr__', '__replace__', '__lt__'):
    method = getattr(Point, name)
    print(method.__module__, method.__qualname__, method.__annotations__)
print(copy.replace(Point(1), y=5), Point(1).__replace__(x=7))
help(Point.__init__)
help(Point.__replace__)


@dataclasses.dataclass
class Seeded:
    a: int
    seed: dataclasses.InitVar[int]


try:
    dataclasses.replace(Seeded(1, 2), a=3)
except TypeError as error:
    print(error)
