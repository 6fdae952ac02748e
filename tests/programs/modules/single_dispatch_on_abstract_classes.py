from collections import OrderedDict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence, Sized
from functools import singledispatch
from numbers import Number


@singledispatch
def kind(value):
    return 'something'


@kind.register
def _(value: Mapping):
    return f'a mapping of {len(value)}'


@kind.register(Sequence)
def _(value):
    return 'a sequence of ' + ', '.join(map(kind, value)) if not isinstance(value, str) else 'a text'


@kind.register(Number)
def _(value):
    return 'a number'


for value in ({'a': 1}, OrderedDict(), [1, 'x', {}], (), deque([1]), 3.5, True, b'xy', range(2), {1}, None):
    print(kind(value))
kind.register(Sized, lambda value: 'sized')
kind.register(deque, lambda value: 'a deque')
print(kind({1}), kind(deque()), kind.dispatch(dict) is kind.registry[Mapping], kind.dispatch(object))


class Bag:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())


class Sack(Bag):
    pass


class Counted(Bag, Sized):
    pass


kind.register(Iterable, lambda value: 'iterable')
for value in (Bag(), Sack()):
    try:
        print(kind(value))
    except RuntimeError as error:
        print(error)
print(kind(Counted()))
kind.register(Collection, lambda value: 'a collection')
print(kind({1}), kind(iter(())))
kind.register(Bag, lambda value: 'a bag')
print(kind(Sack()), kind(Counted()))
