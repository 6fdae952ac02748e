# A class derived from str may have __slots__, other than one derived from int, bytes or tuple.
import copy
import gc
import pickle
import weakref


class Name(str):
    __slots__ = ('kind', '__hidden')

    def hide(self, value):
        self.__hidden = value
        return self.__hidden


class Longer(Name):
    __slots__ = ('more',)

    def __del__(self):
        print('gone', str(self))


class Free(Longer):
    pass


class Weak(str):
    __slots__ = ('a', '__weakref__', '__dict__')


n = Name('a name')
print(n, len(n), n.upper(), n == 'a name', hash(n) == hash('a name'), {n: 1}['a name'])
for attribute in 'kind', 'other':
    try:
        print(getattr(n, attribute))
    except AttributeError as error:
        print(error)
n.kind = ['a list']
print(n.kind, n.hide(3), n._Name__hidden, Name.kind, hasattr(n, '__dict__'))
try:
    n.other = 1
except AttributeError as error:
    print(error)
del n.kind
try:
    del n.kind
except AttributeError as error:
    print(error)
for text in '', 'x', 'ä' * 50, '\U0001f600' * 33:
    each = Longer(text)
    each.kind, each.more = text * 2, [text]
    print(len(each), each.kind == text * 2, each.more == [text], each == text)
each = None
f = Free('free')
f.kind, f.more, f.own = 1, 2, 3
print(f.kind, f.more, f.own, vars(f), f)
f.own = f  # a ring
del f
gc.collect()
w = Weak('weak')
w.a, w.b = 1, 2
there = weakref.ref(w)
print(there() is w, w.a, vars(w))
c = copy.copy(w)
print(c, c.a, c.b, type(c).__name__)
d = pickle.loads(pickle.dumps(w))
print(d, d.a, d.b)
del w
print(there())


class Other(str):
    __slots__ = ('kind', '__hidden')


class Plain(str):
    pass


for new in Other, Plain, Longer:
    try:
        n.__class__ = new
        print(type(n).__name__, n)
    except TypeError as error:
        print(error)
for base in int, bytes, tuple:
    try:
        type('Sub', (base,), {'__slots__': ('a',)})
    except TypeError as error:
        print(error)
try:
    class Both(Name, Weak):
        pass
except TypeError as error:
    print(error)
for slots in ('a', '__weakref__'), ('a', '__dict__', '3'), ('a', 3), ('a',):
    try:
        type('Sub', (Plain,), {'__slots__': slots, 'a': 1})
    except (TypeError, ValueError) as error:
        print(error)
