import inspect
from dataclasses import dataclass
from typing import Any, ClassVar, List, NamedTuple


class Point(NamedTuple):
    x: Any


@dataclass
class Row:
    a: Any
    b: List[Any] = None
    c: 'Any' = 3
    d: list[Any] | None = None
    e: type[Any] = int
    f: ClassVar[Any] = 1
    g: Point = Point(1)


print(Row.__doc__)
print(inspect.signature(Row))
