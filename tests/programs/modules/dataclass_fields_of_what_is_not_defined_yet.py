"""Fields whose types are defined later, or never: a dataclass is made, and who asks for the types gets references."""
import annotationlib
import inspect
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields
from typing import ClassVar, Generic, TypeVar

T = TypeVar('T')


@dataclass
class Tree(Generic[T]):
    value: T
    left: Tree[T] | None = None
    right: 'Tree' = None
    leaves: list[Leaf] = field(default_factory=list)
    count: ClassVar[Number] = 0
    _: KW_ONLY
    seed: InitVar[Seed] = None


print(Tree(1, Tree(2)), Tree.__doc__)
for each in fields(Tree):
    print(each.name, each.type)
try:
    print(Tree.__init__.__annotations__)
except NameError as error:
    print(error)
for form in annotationlib.Format.STRING, annotationlib.Format.FORWARDREF:
    print(annotationlib.get_annotations(Tree.__init__, format=form))
print(Tree.__init__.__annotate__.__qualname__)
Leaf = Number = Seed = int
print(Tree.__init__.__annotations__, inspect.signature(Tree))


@dataclass
class Menu:
    first: Missing.dish
    prices: table[3](4)


@dataclass
class Dinner(Menu):
    guests: Dinner = None


print(Dinner(1, 2), Dinner.__doc__, [each.type for each in fields(Dinner)])
try:
    @dataclass
    class Broken:
        share: 1 / 0
except ZeroDivisionError as error:
    print(error, error.__context__)


@dataclass
class Guest:
    def __init__(self, host: Host, *, name: str = 'x'):
        pass


print(Guest.__doc__)
