"""_user_containers: collections.UserDict, UserList and UserString, whose contents are in `data`, and ChainMap."""
import operator
from sys import maxsize
from collections import _shown_once
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence


def _plain(value):
    return value.data if isinstance(value, (UserList, UserString)) else value


def _told(owner, names, takes=None, *, by=None, wraps=False):
    """Methods that do to `data` what their names say, `by` a module's functions or its own methods. Arguments that are such
    containers are opened, and the result is made one again where that is said. `takes` gives a call its parameters, by whose names
    it is refused."""
    def method_of(name):
        def call(self, /, *args, **kwargs):
            args = map(_plain, args)
            result = getattr(by, name)(self.data, *args) if by is not None else getattr(self.data, name)(*args, **kwargs)
            return self.__class__(result) if wraps else result
        method = call if takes is None else takes(call)
        method.__name__, method.__qualname__ = name, f'{owner}.{name}'
        return method
    return {name: method_of(name) for name in names.split()}


def _nothing(call):
    return lambda self: call(self)


def _item(call):
    return lambda self, item: call(self, item)


def _sub(call):
    return lambda self, sub, start=0, end=maxsize: call(self, sub, start, end)


def _chars(call):
    return lambda self, chars=None: call(self, chars)


def _width(call):
    return lambda self, width, *args: call(self, width, *args)


def _sep(call):
    return lambda self, sep: call(self, sep)


def _sep_and_most(call):
    return lambda self, sep=None, maxsplit=-1: call(self, sep, maxsplit)


_ORDER = '__eq__ __lt__ __le__ __gt__ __ge__'


class UserDict(MutableMapping):
    __module__ = 'collections'
    locals().update(_told(__qualname__, '__len__ __setitem__ __delitem__ __iter__ __contains__ __repr__'))

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for each in (dict, kwargs):
            if each:
                self.update(each)

    def __getitem__(self, key):
        missing = None if key in self.data else getattr(type(self), '__missing__', None)
        return self.data[key] if missing is None else missing(self, key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def _plain(self, other):
        return other.data if isinstance(other, UserDict) else other if isinstance(other, dict) else None

    def __or__(self, other):
        other = self._plain(other)
        return NotImplemented if other is None else self.__class__(self.data | other)

    def __ror__(self, other):
        other = self._plain(other)
        return NotImplemented if other is None else self.__class__(other | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        import copy
        data = self.data
        try:
            self.data = {}
            new = copy.copy(self)
        finally:
            self.data = data
        new.update(self)
        return new

    def __copy__(self):
        new = self.__class__.__new__(self.__class__)
        new.__dict__.update(self.__dict__)
        new.__dict__['data'] = self.__dict__['data'].copy()
        return new

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made


class UserList(MutableSequence):
    __module__ = 'collections'
    locals().update(_told(__qualname__, '__setitem__ __delitem__ sort'))
    locals().update(_told(__qualname__, '__len__ __repr__ clear reverse', _nothing))
    locals().update(_told(__qualname__, '__contains__ append remove count', _item))
    locals().update(_told(__qualname__, 'insert', lambda call: lambda self, i, item: call(self, i, item)))
    locals().update(_told(__qualname__, 'pop', lambda call: lambda self, i=-1: call(self, i)))
    locals().update(_told(__qualname__, 'index', lambda call: lambda self, item, *args: call(self, item, *args)))
    locals().update(_told(__qualname__, _ORDER, by=operator))

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_plain(initlist))

    def __getitem__(self, i):
        return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

    def _listed(self, other):
        other = _plain(other) if isinstance(other, UserList) else other
        return other if isinstance(other, type(self.data)) else list(other)

    def __add__(self, other):
        return self.__class__(self.data + self._listed(other))

    def __radd__(self, other):
        return self.__class__(self._listed(other) + self.data)

    def __iadd__(self, other):
        self.data += self._listed(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        new = self.__class__.__new__(self.__class__)
        new.__dict__.update(self.__dict__)
        new.__dict__['data'] = self.__dict__['data'][:]
        return new

    def copy(self):
        return self.__class__(self)

    def extend(self, other):
        self.data.extend(_plain(other))


class UserString(Sequence):
    __module__ = 'collections'
    locals().update(_told(__qualname__, 'capitalize casefold lower swapcase title upper', _nothing, wraps=True))
    locals().update(_told(__qualname__, 'isalpha isalnum isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace '
                                        'istitle isupper __len__ __str__ __repr__ __hash__', _nothing))
    locals().update(_told(__qualname__, 'count find index rfind rindex', _sub))
    locals().update(_told(__qualname__, 'startswith', lambda call: lambda self, prefix, start=0, end=maxsize: call(self, prefix, start, end)))
    locals().update(_told(__qualname__, 'endswith', lambda call: lambda self, suffix, start=0, end=maxsize: call(self, suffix, start, end)))
    locals().update(_told(__qualname__, 'strip lstrip rstrip', _chars, wraps=True))
    locals().update(_told(__qualname__, 'center ljust rjust', _width, wraps=True))
    locals().update(_told(__qualname__, 'zfill', lambda call: lambda self, width: call(self, width), wraps=True))
    locals().update(_told(__qualname__, 'expandtabs', lambda call: lambda self, tabsize=8: call(self, tabsize), wraps=True))
    locals().update(_told(__qualname__, 'removeprefix', lambda call: lambda self, prefix, /: call(self, prefix), wraps=True))
    locals().update(_told(__qualname__, 'removesuffix', lambda call: lambda self, suffix, /: call(self, suffix), wraps=True))
    locals().update(_told(__qualname__, 'replace', lambda call: lambda self, old, new, maxsplit=-1: call(self, old, new, maxsplit), wraps=True))
    locals().update(_told(__qualname__, 'translate', wraps=True))
    locals().update(_told(__qualname__, 'partition rpartition', _sep))
    locals().update(_told(__qualname__, 'split rsplit', _sep_and_most))
    locals().update(_told(__qualname__, 'splitlines', lambda call: lambda self, keepends=False: call(self, keepends)))
    locals().update(_told(__qualname__, 'join', lambda call: lambda self, seq: call(self, seq)))
    locals().update(_told(__qualname__, 'format_map', lambda call: lambda self, mapping: call(self, mapping)))
    locals().update(_told(__qualname__, 'format __contains__'))
    locals().update(_told(__qualname__, _ORDER, by=operator))
    __int__, __float__, __complex__ = (lambda self, kind=kind: kind(self.data) for kind in (int, float, complex))

    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else seq.data[:] if isinstance(seq, UserString) else str(seq)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode('utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)

    def __getnewargs__(self):
        return (self.data[:],)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + (_plain(other) if isinstance(other, (str, UserString)) else str(other)))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    maketrans = str.maketrans


class ChainMap(MutableMapping):
    __module__ = 'collections'

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                continue  # a mapping of its own kind may find what it does not contain
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def _merged(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(dict.fromkeys(mapping))
        return merged

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(self._merged())

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    @_shown_once
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return type(self)(m, *self.maps)

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        made = dict(other)
        for mapping in reversed(self.maps):
            made.update(mapping)
        return self.__class__(made)

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def clear(self):
        self.maps[0].clear()
