"""weakref: references that keep nothing alive, and collections of them."""
import operator
import sys
from collections.abc import Mapping, MutableMapping, MutableSet
from types import GenericAlias
from _methods import methods_of
from _native import like_c as _like_c
from _weakref import getweakrefcount, getweakrefs, ref

__all__ = ['ref', 'proxy', 'ReferenceType', 'ProxyType', 'ProxyTypes', 'WeakKeyDictionary', 'WeakValueDictionary', 'WeakSet',
           'WeakMethod', 'finalize', 'getweakrefcount', 'getweakrefs', 'CallableProxyType']

ReferenceType = ref


class ProxyType:
    """Stands for an object: every use goes to it, and is an error once it is gone."""
    __slots__ = '_ref', '__weakref__'

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create 'weakref.{cls.__name__}' instances")

    def _get(self):
        target = object.__getattribute__(self, '_ref')()
        if target is None:
            raise ReferenceError('weakly-referenced object no longer exists')
        return target

    def __getattribute__(self, name):
        return getattr(ProxyType._get(self), name)

    __class__ = property(lambda self: type(ProxyType._get(self)))

    def __setattr__(self, name, value):
        setattr(ProxyType._get(self), name, value)

    def __delattr__(self, name):
        delattr(ProxyType._get(self), name)

    def __str__(self):
        return str(ProxyType._get(self))

    def __repr__(self):
        target = object.__getattribute__(self, '_ref')()
        if target is None:
            return f'<weakproxy at {id(self):#x}; dead>'
        name = type(target).__qualname__
        if type(target).__module__ not in ('builtins', '__main__'):
            name = f'{type(target).__module__}.{name}'
        return f'<weakproxy at {id(self):#x}; to {name!r} at {id(target):#x}>'

    def __bytes__(self):
        return bytes(ProxyType._get(self))

    def __reversed__(self):
        return reversed(ProxyType._get(self))

    def __contains__(self, item):
        return item in ProxyType._get(self)

    def __getitem__(self, key):
        return ProxyType._get(self)[_of(key)]

    def __setitem__(self, key, value):
        ProxyType._get(self)[_of(key)] = value

    def __delitem__(self, key):
        del ProxyType._get(self)[_of(key)]

    __hash__ = None


def _of(value):
    return ProxyType._get(value) if type(value) in ProxyTypes else value


def _passed_on(operate):
    return lambda *operands: operate(*map(_of, operands))


def _turned(operate):
    return lambda right, left, *more: operate(_of(left), _of(right), *map(_of, more))


for _name in ('add', 'sub', 'mul', 'matmul', 'truediv', 'floordiv', 'mod', 'lshift', 'rshift', 'and', 'xor', 'or'):
    _operate = getattr(operator, f'__{_name}__')
    setattr(ProxyType, f'__{_name}__', _passed_on(_operate))
    setattr(ProxyType, f'__r{_name}__', _turned(_operate))
    setattr(ProxyType, f'__i{_name}__', _passed_on(getattr(operator, f'__i{_name}__')))
for _name in ('lt', 'le', 'eq', 'ne', 'gt', 'ge', 'neg', 'pos', 'abs', 'invert', 'index', 'ipow'):
    setattr(ProxyType, f'__{_name}__', _passed_on(getattr(operator, f'__{_name}__')))
for _operate in (bool, len, iter, int, float, next):
    setattr(ProxyType, f'__{_operate.__name__}__', _passed_on(_operate))
for _operate in (divmod, pow):
    setattr(ProxyType, f'__{_operate.__name__}__', _passed_on(_operate))
    setattr(ProxyType, f'__r{_operate.__name__}__', _turned(_operate))


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return ProxyType._get(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)
for _class in ProxyTypes:
    _like_c(_class)


def proxy(target, callback=None, /):
    if callback is None and id(target) in _shared:
        known = _shared[id(target)]()
        if known is not None and object.__getattribute__(known, '_ref')() is target:
            return known
    made = object.__new__(CallableProxyType if callable(target) else ProxyType)
    own = ref(made, None if callback is None else lambda _: None)
    object.__setattr__(made, '_ref', ref(target, None if callback is None else lambda _: _called_back(callback, own)))
    if callback is None:
        key = id(target)
        _shared[key] = ref(made, lambda gone: _shared.pop(key) if _shared.get(key) is gone else None)
    return made


_shared = {}  # by the object's id: its proxy without a callback


def _called_back(callback, own):
    callback(own())


_like_c(proxy)


class WeakMethod(ref):
    """A reference to a bound method, which would not live on its own."""
    __slots__ = '_func_ref', '_meth_type', '_alive', '__weakref__'

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None

        def gone(_):
            self = own()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self = ref.__new__(cls, owner, gone)
        self._func_ref, self._meth_type, self._alive = ref(function, gone), type(meth), True
        own = ref(self)
        return self

    def __call__(self):
        owner, function = super().__call__(), self._func_ref()
        if owner is None or function is None:
            return None
        return self._meth_type(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference that knows under which key it is kept."""
    __slots__ = 'key',

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class _Weak:
    """What the two mappings have in common."""

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def copy(self):
        new = self._empty()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = self.__class__()
        new.update(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


@methods_of(_Weak)
class WeakValueDictionary(MutableMapping):
    """An entry goes when nothing else keeps its value alive."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        myself = ref(self)

        def remove(dead):
            me = myself()
            if me is not None and me.data.get(dead.key) is dead:
                del me.data[dead.key]
        self._remove = remove
        self.update(other, **kw)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def _empty(self):
        return WeakValueDictionary()

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __contains__(self, key):
        try:
            return self.data[key]() is not None
        except KeyError:
            return False

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[deepcopy(key, memo)] = value
        return new

    def get(self, key, default=None):
        found = self.data.get(key)
        value = None if found is None else found()
        return default if value is None else value

    def items(self):
        for key, r in self.data.copy().items():
            value = r()
            if value is not None:
                yield key, value

    def keys(self):
        for key, r in self.data.copy().items():
            if r() is not None:
                yield key

    __iter__ = keys

    def values(self):
        for r in self.data.copy().values():
            value = r()
            if value is not None:
                yield value

    def itervaluerefs(self):
        yield from self.data.copy().values()

    def valuerefs(self):
        return list(self.data.copy().values())

    def popitem(self):
        while True:
            key, r = self.data.popitem()
            value = r()
            if value is not None:
                return key, value

    def pop(self, key, *args):
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def update(self, other=None, /, **kwargs):
        if other is not None:
            for key, value in (other if hasattr(other, 'items') else dict(other)).items():
                self.data[key] = KeyedRef(value, self._remove, key)
        for key, value in kwargs.items():
            self.data[key] = KeyedRef(value, self._remove, key)


@methods_of(_Weak)
class WeakKeyDictionary(MutableMapping):
    """An entry goes when nothing else keeps its key alive."""

    def __init__(self, dict=None):
        self.data = {}
        myself = ref(self)

        def remove(dead):
            me = myself()
            if me is not None:
                me.data.pop(dead, None)
        self._remove = remove
        if dict is not None:
            self.update(dict)

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def _empty(self):
        return WeakKeyDictionary()

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[key] = deepcopy(value, memo)
        return new

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        for r, value in self.data.copy().items():
            key = r()
            if key is not None:
                yield key, value

    def keys(self):
        for r in self.data.copy():
            key = r()
            if key is not None:
                yield key

    __iter__ = keys

    def values(self):
        for r, value in self.data.copy().items():
            if r() is not None:
                yield value

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
        while True:
            r, value = self.data.popitem()
            key = r()
            if key is not None:
                return key, value

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            for key, value in (dict if hasattr(dict, 'items') else type({})(dict)).items():
                self.data[ref(key, self._remove)] = value
        if kwargs:
            self.update(kwargs)


class WeakSet:
    """A member goes when nothing else keeps it alive."""
    __module__ = '_weakrefset'
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, data=None):
        self.data = set()
        myself = ref(self)

        def _remove(dead):
            me = myself()
            if me is not None:
                me.data.discard(dead)
        self._remove = _remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        for r in self.data.copy():
            item = r()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def __repr__(self):
        return repr(self.data)

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        while True:
            try:
                r = self.data.pop()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            item = r()
            if item is not None:
                return item

    def update(self, other):
        for item in other:
            self.add(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def _refs(self, other):
        return {ref(item) for item in other}

    def union(self, other):
        return self.__class__(item for each in (self, other) for item in each)

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    def difference(self, other):
        new = self.copy()
        new.difference_update(other)
        return new

    def symmetric_difference(self, other):
        new = self.copy()
        new.symmetric_difference_update(other)
        return new

    def intersection_update(self, other):
        self.__iand__(other)

    def difference_update(self, other):
        self.__isub__(other)

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def issubset(self, other):
        return self.data.issubset(self._refs(other))

    def issuperset(self, other):
        return self.data.issuperset(self._refs(other))

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __eq__(self, other):
        return self.data == self._refs(other) if isinstance(other, self.__class__) else NotImplemented

    def __lt__(self, other):
        return self.data < self._refs(other)

    def __gt__(self, other):
        return self.data > self._refs(other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self.data.intersection_update(self._refs(other))
        return self

    def __isub__(self, other):
        self.data.difference_update(self._refs(other))
        return self

    def __ixor__(self, other):
        self.data.symmetric_difference_update({ref(item, self._remove) for item in other})
        return self

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference
    __le__, __ge__ = issubset, issuperset


MutableSet.register(WeakSet)


class finalize:
    """Calls a function when the object dies, or when the program ends: the newest first."""
    __slots__ = ()
    _alive = {}
    _shutdown = _registered = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered:
            import atexit
            atexit.register(finalize._run_at_exit)
            finalize._registered = True
        finalize._alive[self] = [ref(obj, self), func, args, kwargs, True]

    def __call__(self, _=None):
        entry = finalize._alive.pop(self, None)
        if entry is not None and not finalize._shutdown:
            return entry[1](*entry[2], **entry[3])

    def detach(self):
        return self._out(finalize._alive.pop(self, None))

    def peek(self):
        return self._out(finalize._alive.get(self))

    def _out(self, entry):
        target = None if entry is None else entry[0]()
        return None if target is None else (target, entry[1], entry[2], entry[3])

    @property
    def alive(self):
        return self in finalize._alive

    @property
    def atexit(self):
        entry = finalize._alive.get(self)
        return entry is not None and entry[4]

    @atexit.setter
    def atexit(self, value):
        if self in finalize._alive:
            finalize._alive[self][4] = bool(value)

    def __repr__(self):
        known = self.peek()
        what = 'dead' if known is None else f'for {type(known[0]).__name__!r} at {id(known[0]):#x}'
        return f'<finalize object at {id(self):#x}; {what}>'

    @classmethod
    def _run_at_exit(cls):
        while True:
            newest = next((f for f in reversed(cls._alive) if f.atexit), None)
            if newest is None:
                break
            try:
                newest()
            except Exception:
                sys.excepthook(*sys.exc_info())
        cls._shutdown = True
