"""Which builtin objects may be referred to weakly; the callback comes when they go."""
import array
import collections
import functools
import re
import weakref

OBJECTS = [
    set(), frozenset([1]), [], {}, (), '', b'', bytearray(), memoryview(b'ab'), 1, 1.0, 1j, None, range(3), slice(1), object(),
    lambda: 0, print, [].append, int, type, super, property(), classmethod(print), ValueError(), (x for x in ()), iter([]),
    re.compile('x'), re.match('x', 'x'), array.array('i'), collections.deque(), collections.OrderedDict(), collections.Counter(),
    functools.partial(print), functools.lru_cache(print), collections,
]
for each in OBJECTS:
    try:
        assert weakref.ref(each)() is each
        print('may be:', type(each).__name__)
    except TypeError as error:
        print(error)

class Named(set):
    pass

for each in ({1, 2}, memoryview(b'xyz'), Named([3])):
    kept = weakref.ref(each, lambda dead: print('gone', dead() is None))
    print(type(kept()).__name__, len(kept()), weakref.getweakrefcount(each))
    del each

numbers = {1}
seen = weakref.WeakValueDictionary(numbers=numbers)
print(dict(seen))
del numbers
print(dict(seen))
