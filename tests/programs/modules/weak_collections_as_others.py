# Weak dictionaries and sets have the methods of those that are not: copies, unions, comparisons.
import copy
import types
from collections.abc import MutableSet
from weakref import WeakKeyDictionary, WeakSet, WeakValueDictionary


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


a, b, c = Thing('a'), Thing('b'), Thing('c')

values = WeakValueDictionary({1: a}, x=b)
print(sorted(values.items(), key=str), type(values.keys()), values.keys().__qualname__)
both = values | {2: c}
print(type(both).__name__, dict(both), dict({1: b, 3: c} | values), dict(values))
values |= [(5, c)]
print(dict(values), len(values.valuerefs()), next(values.itervaluerefs())())
twin = copy.copy(values)
print(twin == values, twin is values, dict(copy.deepcopy(values)))
print(values.pop(5), values.pop(5, None), values.setdefault(1, c), values.setdefault(7, c), values.popitem())
for key in values:
    values[key * 10] = c  # it goes over what there was
print(dict(values))

keys = WeakKeyDictionary({a: 1})
print(dict(keys | {b: 2}), dict({c: 3} | keys), keys.setdefault(b, 5), keys.pop(b), keys.pop(b, 'none'), keys.popitem(), len(keys))
keys.update([(a, 1)])
print(dict(keys.copy()), dict(copy.deepcopy(keys)), isinstance(keys.values(), types.GeneratorType))

some, other = WeakSet([a, b]), WeakSet([b, c])
for result in (some | other, some & other, some - other, some ^ other, some.union([c]), some.intersection([a]), some.difference([a]),
               some.symmetric_difference([a])):
    print(type(result).__name__, sorted(map(str, result)), len(result))
print(some == WeakSet([b, a]), some == {a, b}, some < [a, b, c], some <= other, some >= [a], some.issubset([a, b]), some.isdisjoint([c]))
some -= other
some |= [c]
some ^= [c, b]
some &= [a]
print(list(some), list(copy.copy(some)), isinstance(some, MutableSet), MutableSet in WeakSet.__mro__)
some -= some
print(some, len(some), repr(WeakSet([a])).startswith('{<weakref at '))
