import gc
import reprlib
import sys
import weakref


def attempt(label, f, *a, **k):
    try:
        print(label, repr(f(*a, **k)))
    except Exception as error:
        print(label, type(error).__name__, error)


class O: pass
o = O(); p = weakref.proxy(o); p2 = weakref.proxy(o); print(p is p2, weakref.proxy(o, print) is p, weakref.getweakrefcount(o)); del o; gc.collect(); print(repr(p).split(' at ')[0], repr(p).endswith('; dead>')); 
r = reprlib.Repr()
for ind in (-1, -4, 'x', 1.5, [], None, True, 0, '--'):
    r.indent = ind
    attempt('ind', r.repr, [1, [2, 'three']])
attempt('gs', sys.getsizeof, type('Bad', (), {'__sizeof__': lambda s: None})())
attempt('gs', sys.getsizeof, type('Bad', (), {'__sizeof__': lambda s: -1})())


class Kept:
    def method(self):
        pass


Kept.method.known = 7
print('known' in dir(Kept().method))
print(object().__reduce__()[1:], object().__reduce_ex__(1)[1:])
