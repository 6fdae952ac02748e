"""More containers."""

import sys as _sys
from _collections import _count_elements, _ordered_iter, _ordered_move, _ordered_pop_first, _ordered_view, _deque_iterator, _tuplegetter, deque
from _native import like_c as _like_c
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from operator import itemgetter as _itemgetter


__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]


def _is_keyword(word):
    return word in {
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    }


def _shown_once(method):
    """A __repr__ that writes ... for what is being written already."""
    running = set()

    def __repr__(self):
        if id(self) in running:
            return "..."
        running.add(id(self))
        try:
            return method(self)
        finally:
            running.discard(id(self))
    return __repr__


_factory_text = _shown_once(repr)


class defaultdict(dict):
    __slots__ = ("default_factory",)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key, /):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def __repr__(self):
        return f"{type(self).__name__}({_factory_text(self.default_factory)}, {dict.__repr__(self)})"

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), () if self.default_factory is None else (self.default_factory,), None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new


_like_c(defaultdict, defaultdict.__missing__, defaultdict.copy)


def _pair(item):
    pair = tuple(item)
    if len(pair) > 2:
        raise ValueError("too many values to unpack (expected 2)")
    if len(pair) < 2:
        raise ValueError(f"need more than {len(pair)} value{'' if pair else 's'} to unpack")
    return pair


def _put_all(into, other):
    """As an update of a mapping that may have a __setitem__ of its own."""
    if type(into) is OrderedDict and type(other) is dict:
        dict.update(into, other)
    elif hasattr(other, "keys"):
        for key in other.keys():
            into[key] = other[key]
    else:
        for item in other.items() if hasattr(other, "items") else other:
            key, value = _pair(item)
            into[key] = value


_nothing = object()


class OrderedDict(dict):
    """Dictionary that remembers insertion order"""

    def __init__(self, /, *args, **kwds):
        if len(args) > 1:
            raise TypeError(f"expected at most 1 argument, got {len(args)}")
        for other in *args, kwds:
            _put_all(self, other)

    def update(self, /, *args, **kwds):
        if len(args) > 1:
            raise TypeError(f"update() takes at most 1 positional argument ({len(args)} given)")
        for other in *args, kwds:
            _put_all(self, other)

    def __iter__(self):
        return _ordered_iter(self, False)

    def __reversed__(self):
        return _ordered_iter(self, True)

    def keys(self):
        return _ordered_view(self, 0)

    def values(self):
        return _ordered_view(self, 1)

    def items(self):
        return _ordered_view(self, 2)

    def __reduce__(self):
        return type(self), (), self.__getstate__(), None, iter(self.items())

    # Neither asks methods of a subclass: caches move the key that they look up in their own __getitem__.
    def move_to_end(self, key, last=True):
        if not _ordered_move(self, key, last):
            raise KeyError(key)

    def popitem(self, last=True):
        if not dict.__len__(self):
            raise KeyError("dictionary is empty")
        return dict.popitem(self) if last else _ordered_pop_first(self)

    def pop(self, key, default=_nothing):
        if default is _nothing:
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        if type(self) is OrderedDict:
            return dict.setdefault(self, key, default)
        if key in self:
            return self[key]
        self[key] = default
        return default

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return (dict.__eq__(self, other) and len(self) == len(other) and
                    all(a is b or a == b for a, b in zip(_ordered_iter(self, False), _ordered_iter(other, False))))
        return dict.__eq__(self, other)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = None

    @_shown_once
    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        return f"{type(self).__name__}({dict(self)!r})"

    def copy(self):
        new = type(self)()
        if type(self) is OrderedDict:
            dict.update(new, dict.items(self))
        else:
            for key in dict.__iter__(self):
                new[key] = self[key]
        return new

    @classmethod
    def fromkeys(cls, iterable, value=None):
        new = cls()
        for key in iterable:
            new[key] = value
        return new

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


_like_c(OrderedDict, OrderedDict.keys, OrderedDict.values, OrderedDict.items, OrderedDict.move_to_end, OrderedDict.popitem, OrderedDict.pop,
        OrderedDict.setdefault, OrderedDict.copy, OrderedDict.fromkeys.__func__)


def _check_names(typename, names, rename):
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if _is_keyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def _renamed(names):
    seen = set()
    for i, name in enumerate(names):
        if not name.isidentifier() or _is_keyword(name) or name.startswith("_") or name in seen:
            names[i] = f"_{i}"
        seen.add(name)


def _namedtuple_methods(typename, names):
    count = len(names)
    make_tuple = tuple.__new__
    arguments = "".join(f"{name}, " for name in names)
    create = eval(
        f"lambda _cls, {arguments}: _new(_cls, ({arguments}))",
        {"_new": make_tuple, "__name__": f"namedtuple_{typename}"},
    )
    create.__name__ = "__new__"
    create.__doc__ = f"Create new instance of {typename}({', '.join(names)})"

    def _make(cls, iterable):
        result = make_tuple(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, old) for name, old in zip(names, self)])
        if kwds:
            raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    def __repr__(self):
        parts = ", ".join([f"{name}={value!r}" for name, value in zip(names, self)])
        return f"{type(self).__name__}({parts})"

    def _asdict(self):
        return dict(zip(names, self))

    def __getnewargs__(self):
        return tuple(self)

    methods = {
        "__new__": create, "_make": _make, "__replace__": _replace, "_replace": _replace, "__repr__": __repr__,
        "_asdict": _asdict, "__getnewargs__": __getnewargs__,
    }
    for method in methods.values():
        method.__qualname__ = f"{typename}.{method.__name__}"
    methods["_make"] = classmethod(_make)
    return methods


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        _renamed(names)
    _check_names(typename, names, rename)
    given = ()
    if defaults is not None:
        given = tuple(defaults)
        if len(given) > len(names):
            raise TypeError("Got more default values than field names")
    methods = _namedtuple_methods(typename, names)
    methods["__new__"].__defaults__ = given or None
    namespace = {
        "__doc__": f"{typename}({', '.join(names)})",
        "__slots__": (),
        "_fields": tuple(names),
        "_field_defaults": dict(zip(names[len(names) - len(given):], given)),
        **methods,
        "__match_args__": tuple(names),
    }
    for i, name in enumerate(names):
        namespace[name] = _tuplegetter(i, f"Alias for field number {i}")
    cls = type(typename, (tuple,), namespace)
    if module is None:
        try:
            module = _sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            module = None
    if module is not None:
        cls.__module__ = module
    return cls


class Counter(dict):
    def __reduce__(self):
        return type(self), (dict(self),)

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is not None:
            import heapq
            return heapq.nlargest(n, self.items(), key=_itemgetter(1))
        return sorted(self.items(), key=_itemgetter(1), reverse=True)

    def elements(self):
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead."
        )

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if hasattr(iterable, "items"):
                if self:
                    for key, count in iterable.items():
                        self[key] = count + self.get(key, 0)
                else:
                    super().update(iterable)
            elif type(self).get is dict.get and type(self).__setitem__ is dict.__setitem__:
                _count_elements(self, iterable)
            else:
                get = self.get
                for item in iterable:
                    self[item] = get(item, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            if hasattr(iterable, "items"):
                for key, count in iterable.items():
                    self[key] = self[key] - count
            else:
                for item in iterable:
                    self[item] = self[item] - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f"{type(self).__name__}({shown!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] == other[key] for either in (self, other) for key in either)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] <= other[key] for either in (self, other) for key in either)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other <= self

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other < self

    def _combined(self, other, choose):
        if not isinstance(other, Counter):
            return NotImplemented
        return Counter._positive((key, choose(self[key], other[key])) for key in [*self, *(key for key in other if key not in self)])

    @staticmethod
    def _positive(counts):
        result = Counter()
        for key, count in counts:
            if count > 0:
                result[key] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, lambda a, b: b if a < b else a)

    def __and__(self, other):
        return self._combined(other, lambda a, b: a if a < b else b)

    def __pos__(self):
        return Counter._positive(self.items())

    def __neg__(self):
        return Counter._positive((key, 0 - count) for key, count in self.items() if count < 0)

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for key, count in other.items():
            if count > self[key]:
                self[key] = count
        return self._keep_positive()

    def __iand__(self, other):
        for key, count in self.items():
            if other[key] < count:
                self[key] = other[key]
        return self._keep_positive()


def __getattr__(name):
    if name in ("ChainMap", "UserDict", "UserList", "UserString"):
        import _user_containers
        found = globals()[name] = getattr(_user_containers, name)
        return found
    import collections
    if name == "abc":
        import collections.abc      # which sets the name
        return collections.abc
    raise AttributeError(f"module 'collections' has no attribute {name!r}", name=name, obj=collections)


def __dir__():
    return [*{*globals(), "ChainMap", "UserDict", "UserList", "UserString", "abc"}]
