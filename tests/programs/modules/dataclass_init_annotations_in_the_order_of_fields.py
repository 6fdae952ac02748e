"""__init__ is annotated in the order of the fields, whatever the order of its parameters."""
import dataclasses
from dataclasses import dataclass, field, KW_ONLY


@dataclass
class Base:
    b: list = field(default_factory=list)
    a: int = field(kw_only=True)
    hidden: int = field(default=3, init=False)


@dataclass
class Own(Base):
    c: dataclasses.InitVar[int] = 4
    a: str = 'not by name alone'
    _: KW_ONLY
    d: float = 1.5


@dataclass(kw_only=True, slots=True)
class Slotted:
    z: int
    y: str = field(kw_only=False)


for cls in (Base, Own, Slotted):
    print(cls.__init__.__annotations__, cls.__doc__)
