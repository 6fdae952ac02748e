# Iterators of itertools and of the builtins are classes: attributes, methods, __new__ and __init__ of one's own.
import itertools
from itertools import *


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Tagged(chain):
    def __init__(self, *iterables, tag=None):
        self.tag = tag

    def doubled(self):
        return [2 * item for item in self]


class Tens(islice):
    def __next__(self):
        return super().__next__() * 10


def through():
    yield from Tens(range(3), 3)


tagged = Tagged([1, 2], [3], tag='letters')
print(tagged.doubled(), tagged.tag, isinstance(tagged, chain), type(tagged).__name__, tagged.__dict__)
print(type(Tagged.from_iterable([])).__name__, list(Tagged.from_iterable([[1], [2, 3]])))
print(list(Tens(range(10), 2, 8, 2)), [*Tens('ab', 1)], list(through()), max(Tens([1, 5], 2)))

EVERY = [(accumulate, [1, 2]), (batched, 'abc', 2), (chain, 'a', 'b'), (combinations, 'abc', 2), (combinations_with_replacement, 'ab', 2),
         (compress, 'ab', [0, 1]), (count, 3), (cycle, 'ab'), (dropwhile, bool, [1, 0]), (filterfalse, None, [1, 0]), (islice, 'abc', 2),
         (pairwise, 'abc'), (permutations, 'ab'), (product, 'ab', 'c'), (repeat, 'a', 2), (starmap, pow, [(2, 3)]), (takewhile, bool, [1, 0]),
         (zip_longest, 'ab', 'c'), (zip, 'ab', 'cd'), (map, str, [1]), (filter, None, [1]), (enumerate, 'ab'), (reversed, 'ab')]
for base, *args in EVERY:
    print('---', base.__name__)

    class Counted(base):
        def __new__(cls, *args):
            self = super().__new__(cls, *args)
            self.args = len(args)
            return self

        def hello(self):
            return f'hello from a {type(self).__base__.__name__} of {self.args}'

    class Keywords(base):
        def __init__(self, *args, **keywords):
            self.keywords = keywords

    class Plain(base):
        pass

    class Slotted(base):
        __slots__ = ('slot',)

    class Initialized(base):
        def __init__(self, *args):
            super().__init__(*args)

    attempt(lambda: (Counted(*args).hello(), next(Counted(*args)), Counted.__mro__[1] is base))
    for cls in (Keywords, Plain, base):
        attempt(lambda: hasattr(cls(*args, colour=1), 'keywords'))
    slotted = Slotted(*args)
    slotted.slot = 1
    for each in (slotted, base(*args)):
        attempt(lambda: setattr(each, 'other', 1))
    attempt(lambda: Initialized(*args).hello)

for base in (list, tuple, set, frozenset, float):
    class Without(base):
        pass

    class With(base):
        def __init__(self, *args, **keywords):
            super().__init__()

    class New(base):
        def __new__(cls, *args, **keywords):
            return super().__new__(cls)

    for cls in (Without, With, New):
        attempt(lambda: (base.__name__, len(repr(cls(colour=1))) > 0))
