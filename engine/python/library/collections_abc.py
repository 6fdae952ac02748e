"""Abstract base classes of containers, iterators and coroutines."""

import sys
from _native import match_like
from abc import ABCMeta, _has_methods, abstractmethod

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator",
           "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping",
           "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString",
           "Buffer"]

GenericAlias = type(list[int])


def _by_methods(*methods):
    """The test for classes that say what they are by having these methods."""

    def hook(cls, C):
        if "__abstract_marker__" in cls.__dict__:
            return _has_methods(C, *methods)
        return NotImplemented

    return classmethod(hook)


class Hashable(metaclass=ABCMeta):
    __slots__ = ()
    __abstract_marker__ = True

    @abstractmethod
    def __hash__(self):
        return 0

    __subclasshook__ = _by_methods("__hash__")


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)
    __abstract_marker__ = True

    @abstractmethod
    def __await__(self):
        yield

    __subclasshook__ = _by_methods("__await__")


def _end(body, what):
    """close() of a generator or coroutine: to go on is the one thing that its body may not do."""
    try:
        body.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(f"{what} ignored GeneratorExit")


class Coroutine(Awaitable):
    __slots__ = ()
    __abstract_marker__ = True

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        if val is None:
            val = typ() if isinstance(typ, type) else typ
        raise val

    def close(self):
        _end(self, "coroutine")

    __subclasshook__ = _by_methods("__await__", "send", "throw", "close")


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)
    __abstract_marker__ = True

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __subclasshook__ = _by_methods("__aiter__")


class AsyncIterator(AsyncIterable):
    __slots__ = ()
    __abstract_marker__ = True

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _by_methods("__anext__", "__aiter__")


class AsyncGenerator(AsyncIterator):
    __slots__ = ()
    __abstract_marker__ = True

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        if val is None:
            if tb is None:
                raise typ
            val = typ()
        raise val if tb is None else val.with_traceback(tb)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            pass
        else:
            raise RuntimeError('asynchronous generator ignored GeneratorExit')

    __subclasshook__ = _by_methods("__aiter__", "__anext__", "asend", "athrow", "aclose")


class Iterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)
    __abstract_marker__ = True

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __subclasshook__ = _by_methods("__iter__")


class Iterator(Iterable):
    __slots__ = ()
    __abstract_marker__ = True

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _by_methods("__iter__", "__next__")


class Reversible(Iterable):
    __slots__ = ()
    __abstract_marker__ = True

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None

    __subclasshook__ = _by_methods("__reversed__", "__iter__")


class Generator(Iterator):
    __slots__ = ()
    __abstract_marker__ = True

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        if val is None:
            val = typ() if isinstance(typ, type) else typ
        raise val

    def close(self):
        _end(self, "generator")

    __subclasshook__ = _by_methods("__iter__", "__next__", "send", "throw", "close")


class Sized(metaclass=ABCMeta):
    __slots__ = ()
    __abstract_marker__ = True

    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _by_methods("__len__")


class Container(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)
    __abstract_marker__ = True

    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _by_methods("__contains__")


class Collection(Sized, Iterable, Container):
    __slots__ = ()
    __abstract_marker__ = True
    __subclasshook__ = _by_methods("__len__", "__iter__", "__contains__")


class Buffer(metaclass=ABCMeta):
    __slots__ = ()
    __abstract_marker__ = True

    @abstractmethod
    def __buffer__(self, flags, /):
        raise NotImplementedError

    __subclasshook__ = _by_methods("__buffer__")


def _stands_for_parameters(arg):
    """..., a ParamSpec or a Concatenate in the place of the list of types."""
    return arg is ... or type(arg).__name__ in ("ParamSpec", "_ConcatenateGenericAlias")


def _part_repr(arg):
    if isinstance(arg, type) and type(arg) is not GenericAlias:
        return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
    return "..." if arg is ... else "None" if arg is None else repr(arg)


class _CallableGenericAlias(GenericAlias):
    """Callable[[int, str], bool], whose arguments are kept flat."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        first, result = args
        if isinstance(first, (tuple, list)):
            args = (*first, result)
        elif not _stands_for_parameters(first):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {first}")
        return super().__new__(cls, origin, args)

    def _in_two(self):
        *types, result = self.__args__
        return (types[0] if len(types) == 1 and _stands_for_parameters(types[0]) else types), result

    def __repr__(self):
        types, result = _CallableGenericAlias._in_two(self)
        shown = f"[{', '.join(map(_part_repr, types))}]" if isinstance(types, list) else _part_repr(types)
        return f"collections.abc.Callable[{shown}, {_part_repr(result)}]"

    def __reduce__(self):
        return _CallableGenericAlias, (Callable, _CallableGenericAlias._in_two(self))

    def __getitem__(self, item):
        made = super().__getitem__(item if isinstance(item, tuple) else (item,))
        return _CallableGenericAlias(Callable, _CallableGenericAlias._in_two(made))


class Callable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(_CallableGenericAlias)
    __abstract_marker__ = True

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _by_methods("__call__")


class Set(Collection):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def _hash(self):
        return hash(frozenset(self))

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(item in other for item in self)

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(item in self for item in other)

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for part in (self, other) for item in part)

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = other if isinstance(other, Set) else self._from_iterable(other)
        return self._from_iterable(item for item in self if item not in other)

    def __rsub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item not in self)

    def __xor__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = other if isinstance(other, Set) else self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__


class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __ixor__(self, it):
        others = list(it) if isinstance(it, Set) else list(self._from_iterable(it))
        for value in others:
            (self.discard if value in self else self.add)(value)
        return self

    def __isub__(self, it):
        for value in list(it):
            self.discard(value)
        return self


class Mapping(Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    __reversed__ = None

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    def __contains__(self, key):
        missing = object()
        return Mapping.get(self, key, missing) is not missing

    def get(self, key, default=None):
        try:
            found = self[key]
        except KeyError:
            found = default
        return found

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)

    def items(self):
        return ItemsView(self)


class MappingView(Sized):
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    __slots__ = ()
    _from_iterable = set

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()
    _from_iterable = set

    def __contains__(self, item):
        key, value = item
        try:
            known = self._mapping[key]
        except KeyError:
            return False
        return known is value or known == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        return any(known is value or known == value for known in self)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class MutableMapping(Mapping):
    __slots__ = ()
    _absent = object()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_absent):
        try:
            value = self[key]
        except KeyError:
            if default is self._absent:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        if hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class Sequence(Reversible, Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for i in range(len(self) - 1, -1, -1):
            yield self[i]

    def index(self, value, start=0, stop=None):
        start = max(len(self) + start, 0) if start < 0 else start
        stop = len(self) + stop if stop is not None and stop < 0 else stop
        i = start
        while stop is None or i < stop:
            try:
                item = self[i]
            except IndexError:
                break
            if item is value or item == value:
                return i
            i += 1
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)


class _DeprecatedMeta(ABCMeta):
    def __new__(cls, name, bases, namespace, /, **kwargs):
        if name != "ByteString":
            cls._warn()
        return super().__new__(cls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        cls._warn()
        return super().__instancecheck__(instance)

    @staticmethod
    def _warn():
        import warnings

        text = "'collections.abc.ByteString' is deprecated and slated for removal in Python 3.17"
        warnings.warn(text, DeprecationWarning, stacklevel=3)


class ByteString(Sequence, metaclass=_DeprecatedMeta):
    __slots__ = ()


class MutableSequence(Sequence):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, other):
        array = getattr(sys.modules.get('array'), 'array', None)  # which its own module registers in CPython
        return cls is MutableSequence and array in other.__mro__ or NotImplemented

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


match_like(Mapping, dict)
match_like(Sequence, list)
Set.register(frozenset)
MutableSet.register(set)
KeysView.register(type({}.keys()))
ItemsView.register(type({}.items()))
ValuesView.register(type({}.values()))
MutableMapping.register(dict)
Mapping.register(type(type.__dict__))
Mapping.register(type((lambda: sys._getframe().f_locals)()))
for _builtin in (tuple, str, range, bytes, memoryview):
    Sequence.register(_builtin)
MutableSequence.register(list)
MutableSequence.register(bytearray)
ByteString.register(bytes)
ByteString.register(bytearray)


def _register_deque():
    from _collections import deque

    MutableSequence.register(deque)


_register_deque()
del _builtin, match_like
