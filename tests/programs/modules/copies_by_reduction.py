"""copy and deepcopy take everything that is no plain container apart by __reduce_ex__."""
import copy
from collections import Counter, OrderedDict, defaultdict, deque
from functools import partial


class Slotted:
    __slots__ = ('__hidden', 'open')

    def __init__(self, hidden, shown):
        self.__hidden = hidden
        self.open = shown

    def hidden(self):
        return self.__hidden


class Heir(Slotted):
    pass


for cls in (Slotted, Heir):
    for how in (copy.copy, copy.deepcopy):
        first = cls([1], {2: [3]})
        second = how(first)
        print(cls.__name__, how.__name__, second.hidden(), second.open, second.hidden() is first.hidden(), second.open is first.open)


class Items(list):
    def append(self, item):
        print('append', item)
        super().append(item)

    def extend(self, items):
        items = list(items)
        print('extend', items)
        super().extend(items)


class Table(dict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)


items, table = Items([[1], [2]]), Table(a=[1])
items.note = table.note = ['n']
for thing in (items, table):
    for how in (copy.copy, copy.deepcopy):
        twin = how(thing)
        print(type(twin).__name__, twin, twin.note, twin.note is thing.note)


class Number(int):
    pass


class Bag(set):
    pass


for thing in (Number(7), Bag({1}), Counter('aab'), OrderedDict(x=[1]), defaultdict(list, k=[1]), deque([[1], 2], 3), partial(print, [1])):
    for how in (copy.copy, copy.deepcopy):
        twin = how(thing)
        print(repr(twin), type(twin) is type(thing), twin is thing)


class Stated:
    def __init__(self):
        self.x = [1]

    def __getstate__(self):
        return {'y': self.x}

    def __setstate__(self, state):
        print('setstate', state)
        self.__dict__.update(state)


print(copy.copy(Stated()).__dict__, copy.deepcopy(Stated()).__dict__)
ring = Items()
ring.append(ring)
twin = copy.deepcopy(ring)
print(twin[0] is twin, copy.deepcopy(ValueError('a', [1])).args, copy.copy(...), copy.copy(print))
for bad in ((i for i in ()), open):
    try:
        copy.copy(bad)
        print('fine')
    except TypeError as error:
        print(error)
try:
    copy.deepcopy({'k': (i for i in ())})
except TypeError as error:
    print(error)
