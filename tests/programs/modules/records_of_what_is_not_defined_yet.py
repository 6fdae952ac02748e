"""Named tuples, typed dictionaries, protocols and dispatch with annotations that cannot be evaluated yet."""
import functools
from typing import NamedTuple, Protocol, Required, TypedDict, runtime_checkable


class Link(NamedTuple):
    value: int
    next: Link | None = None
    label: Label = 'x'


print(Link(1, Link(2)), Link._field_defaults)
try:
    print(Link.__annotations__)
except NameError as error:
    print(error)
Label = str
print(Link.__annotations__, Link.__new__.__annotations__)


class Film(TypedDict, total=False):
    title: Required[Title]
    sequel: Film


class Remake(Film):
    of: Film
    by: Director


print(Film(title='a'), sorted(Remake.__required_keys__), sorted(Remake.__optional_keys__))
try:
    print(Remake.__annotations__)
except NameError as error:
    print(error)
Title = Director = str
print(Remake.__annotations__)


@runtime_checkable
class Node(Protocol):
    parent: Node
    weight: Weight


class Own:
    parent = weight = None


print(isinstance(Own(), Node), isinstance(3, Node))


@functools.singledispatch
def show(value):
    return 'any'


@show.register
def _(value: int, also: Later = None):
    return 'int'


print(show(1), show('x'))
for annotation in 'Nowhere', 'int | Nowhere':
    def one(value): pass
    exec(f'def one(value: {annotation}): pass')
    try:
        show.register(locals()['one'])
    except TypeError as error:
        print(str(error).partition('owner')[0])
