"""dataclass: defaults, order, frozen, post_init, field options, inheritance, kw_only, slots, replace, asdict."""
from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, FrozenInstanceError, InitVar, KW_ONLY, make_dataclass
from typing import ClassVar


@dataclass
class Item:
    name: str
    price: float = 0.0
    tags: list = field(default_factory=list)
    secret: str = field(default="s", repr=False, compare=False)
    count: ClassVar[int] = 0
    total: float = field(init=False)

    def __post_init__(self):
        self.total = self.price * 2


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0


@dataclass
class Special(Item):
    extra: int = 5


@dataclass(kw_only=True, slots=True)
class Options:
    a: int
    b: int = 2


@dataclass
class Init:
    x: int
    scale: InitVar[int] = 2
    _: KW_ONLY
    y: int = 0

    def __post_init__(self, scale):
        self.x *= scale


i = Item("pen", 1.5)
print(i, i == Item("pen", 1.5, secret="other"), i.tags is Item("x").tags, asdict(i), astuple(i), [f.name for f in fields(i)], is_dataclass(Item), replace(i, name="ink"))
print(Version(1, 2) < Version(1, 3), sorted([Version(2), Version(1, 9)]), hash(Version(1)) == hash(Version(1)), {Version(1): "a"}[Version(1, 0)])
print(Special("s"), Options(a=1), Init(3, y=1), Init(3, 5), Item.__match_args__, make_dataclass("Dyn", [("a", int), "b"])(1, 2))
for bad in ("Item()", "Item(1, 2, 3, 4, 5, 6)", "Version(1) < 5", "Options(1)", "setattr(Version(1), 'major', 5)", "hash(i)", "Item('a', wrong=1)", "replace(i, total=5)", "setattr(Options(a=1), 'zz', 1)"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e:
    print(e)
try:
    @dataclass
    class Bad2:
        x: int = 1
        y: int
except TypeError as e:
    print(e)
