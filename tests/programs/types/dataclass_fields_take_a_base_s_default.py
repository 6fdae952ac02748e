"""A field without a value takes the attribute of its name that a base has as its default."""
from dataclasses import dataclass, field, fields


@dataclass
class Base:
    size: int = 3
    name: str = field(default="none")


@dataclass
class Part(Base):
    size: float
    name: str


print(Part(), [f.default for f in fields(Part)])


class Plain:
    count = 5


@dataclass
class Own(Plain):
    first: int = 0
    count: int


print(Own(), Own(1, 2))


@dataclass(slots=True)
class Slot:
    a: int


try:
    @dataclass
    class After(Slot):
        b: int = 1
        a: int
    print(After(2))
except TypeError as error:
    print(error)
