# What an abstract class answered stands until something is registered anywhere; classes are remembered weakly.
import abc
import contextlib
import gc
import weakref
from collections.abc import Iterable, Mapping, Sized


class Plugin(abc.ABC):
    asked = 0

    @classmethod
    def __subclasshook__(cls, other):
        Plugin.asked += 1
        return NotImplemented


class Loose:
    pass


print([isinstance(Loose(), Plugin) for _ in range(3)], Plugin.asked)
Plugin.register(Loose)
print([isinstance(Loose(), Plugin) for _ in range(3)], issubclass(Loose, Plugin), Plugin.asked)
print(isinstance(Loose(), Sized))
Loose.__len__ = lambda self: 0
print(isinstance(Loose(), Sized), 'as it was answered before')
Mapping.register(type('New', (), {}))
print(isinstance(Loose(), Sized), 'asked again')


class Derived(Plugin):
    pass


for wrong in (lambda: Derived.register(Plugin), lambda: Plugin.register(5), lambda: issubclass(5, Plugin)):
    try:
        wrong()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
print(Plugin.register(Derived) is Derived)


class Odd(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return 'yes'


try:
    isinstance(Loose(), Odd)
except AssertionError as error:
    print(error)


class Claims:
    @property
    def __class__(self):
        return dict


print(isinstance(Claims(), Mapping), isinstance(Claims(), Plugin))

gone = weakref.ref(type('Gone', (), {'__iter__': None}))
print(isinstance(gone()() if gone() else None, Iterable))
gc.collect()
print(gone())


class Half(contextlib.AbstractContextManager):
    pass


class HalfAsync(contextlib.AbstractAsyncContextManager):
    pass


for half in (Half, HalfAsync):
    try:
        half()
    except TypeError as error:
        print(error)


class Whole:
    def __enter__(self): ...
    def __exit__(self, *details): ...


print(isinstance(Whole(), contextlib.AbstractContextManager), isinstance(Whole(), contextlib.AbstractAsyncContextManager))
print(contextlib.AbstractContextManager[int, bool | None], type(contextlib.suppress), isinstance(contextlib.closing(None), abc.ABC))
