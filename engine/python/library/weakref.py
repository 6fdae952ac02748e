"""weakref: references that keep nothing alive, and collections of them."""
import operator
import sys
from collections.abc import MutableMapping, MutableSet
from _native import like_c as _like_c
from _weakref import getweakrefcount, getweakrefs, ref

__all__ = ['ref', 'proxy', 'ReferenceType', 'ProxyType', 'ProxyTypes', 'WeakKeyDictionary', 'WeakValueDictionary', 'WeakSet',
           'WeakMethod', 'finalize', 'getweakrefcount', 'getweakrefs', 'CallableProxyType']

ReferenceType = ref


class ProxyType:
    """Stands for an object: every use goes to it, and is an error once it is gone."""
    __slots__ = ('_ref',)

    def __init__(self, target, callback=None):
        object.__setattr__(self, '_ref', ref(target, None if callback is None else lambda _: callback(self)))

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
        return f'<weakproxy at {id(self):#x}; to {type(target).__name__!r} at {id(target):#x}>'

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
    return (CallableProxyType if callable(target) else ProxyType)(target, callback)


_like_c(proxy)

class WeakMethod(ref):
    """A reference to a bound method, which would not live on its own."""

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None
        self = ref.__new__(cls, owner, None if callback is None else lambda _: callback(self))
        self._function = ref(function)
        self._kind = type(meth)
        return self

    def __call__(self):
        owner, function = super().__call__(), self._function()
        if owner is None or function is None:
            return None
        return self._kind(function, owner)


class _KeyedRef(ref):
    def __new__(cls, target, callback, key):
        self = ref.__new__(cls, target, callback)
        self.key = key
        return self

    def __init__(self, target, callback, key):
        pass


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

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = _KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return self.get(key) is not None

    def __iter__(self):
        return iter([key for key, value in self.data.items() if value() is not None])

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def get(self, key, default=None):
        found = self.data.get(key)
        value = None if found is None else found()
        return default if value is None else value

    def items(self):
        return [(key, value) for key, r in list(self.data.items()) if (value := r()) is not None]

    def values(self):
        return [value for r in list(self.data.values()) if (value := r()) is not None]

    def keys(self):
        return iter(self)

    def valuerefs(self):
        return list(self.data.values())


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

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        return iter([key for r in self.data if (key := r()) is not None])

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        return [(key, value) for r, value in list(self.data.items()) if (key := r()) is not None]

    def keys(self):
        return iter(self)

    def values(self):
        return [value for key, value in self.items()]

    def keyrefs(self):
        return list(self.data)


class WeakSet(MutableSet):
    """A member goes when nothing else keeps it alive."""
    __module__ = '_weakrefset'

    def __init__(self, data=None):
        self.data = {}
        myself = ref(self)

        def remove(dead):
            me = myself()
            if me is not None:
                me.data.pop(dead, None)
        self._remove = remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        return iter([item for r in list(self.data) if (item := r()) is not None])

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return '{' + ', '.join(repr(item) for item in self) + '}' if self.data else 'set()'

    def add(self, item):
        self.data.setdefault(ref(item, self._remove))

    def discard(self, item):
        self.data.pop(ref(item), None)

    def remove(self, item):
        del self.data[ref(item)]

    def update(self, other):
        for item in other:
            self.add(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)


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
