"""How objects are taken apart for copy and pickle, and put together again."""

from _sre import Pattern as _Pattern

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {
    complex: lambda c: (complex, (c.real, c.imag)), type(int | str): lambda union: (_join, (union.__args__,)),
    type(str.upper): lambda method: (getattr, (method.__objclass__, method.__name__)),
    type(object.__init__): lambda method: (getattr, (method.__objclass__, method.__name__)),
    type(object().__init__): lambda method: (getattr, (method.__self__, method.__name__)),
    _Pattern: lambda pattern: (_compiler(), (pattern.pattern, pattern.flags)),
}


def _compiler():
    import re
    return re._compile


def _join(types):
    return type(int | str)[types]


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(obj, state)
    return obj


_extension_registry, _inverted_registry, _extension_cache = {}, {}, {}


def add_extension(module, name, code):
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f'key {key} is already registered with code {_extension_registry[key]}')
    if code in _inverted_registry:
        raise ValueError(f'code {code} is already in use for key {_inverted_registry[code]}')
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f'key {key} is not registered with code {code}')
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()


def _slotnames(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            hidden = name.startswith('__') and not name.endswith('__')
            owner = base.__name__.lstrip('_')
            names.append(f'_{owner}{name}' if hidden and owner else name)
    return names


def _state(obj, _=None):
    """object.__getstate__: the attributes, or those and what is in slots."""
    attributes = getattr(obj, '__dict__', None)
    state = dict(attributes) if attributes else None
    slots = {name: getattr(obj, name) for name in _slotnames(type(obj)) if hasattr(obj, name)}
    return (state, slots) if slots else state


def _cannot(obj):
    cls = type(obj)
    name = cls.__name__ if cls.__module__ in ('builtins', '__main__') else f'{cls.__module__}.{cls.__name__}'
    raise TypeError(f'cannot pickle {name} objects' if name in ('memoryview', 'code') else f'cannot pickle {name!r} object')


def _name_or_bound(obj):
    """A builtin function by its name, a bound method by its object's."""
    owner = obj.__self__
    return obj.__name__ if owner is None or type(owner).__name__ == 'module' else (getattr, (owner, obj.__name__))


def _collected(kind):
    return lambda obj: (type(obj), (kind(obj),), obj.__getstate__())


def _of_deque(obj):
    args = () if obj.maxlen is None else ((), obj.maxlen)
    return type(obj), args, obj.__getstate__(), iter(obj)


def _partial(cls, function, args, keywords):
    return cls(function, *args, **keywords)


def _of_partial(obj):
    return _partial, (type(obj), obj.func, obj.args, obj.keywords), obj.__dict__ or None


def _builtin_reducers():
    from _collections import deque
    from _functools import partial
    return {
        set: _collected(list), frozenset: _collected(list), bytearray: _collected(bytes),
        range: lambda r: (range, (r.start, r.stop, r.step)), slice: lambda s: (slice, (s.start, s.stop, s.step)),
        deque: _of_deque, partial: _of_partial, type(len): _name_or_bound, type(_name_or_bound.__get__(1)): _name_or_bound,
        type(Ellipsis): lambda _: 'Ellipsis', type(NotImplemented): lambda _: 'NotImplemented',
    }


_reducers = {}
_values = (int, float, str, bytes, tuple)


def _arguments(obj, base):
    """What __new__ is to be given, as a positional tuple and keywords."""
    cls = type(obj)
    if hasattr(cls, '__getnewargs_ex__'):
        found = obj.__getnewargs_ex__()
        if not isinstance(found, tuple):
            raise TypeError(f'__getnewargs_ex__ should return a tuple, not {type(found).__name__!r}')
        if len(found) != 2:
            raise ValueError(f'__getnewargs_ex__ should return a tuple of length 2, not {len(found)}')
        return found
    if hasattr(cls, '__getnewargs__'):
        found = obj.__getnewargs__()
        if not isinstance(found, tuple):
            raise TypeError(f'__getnewargs__ should return a tuple, not {type(found).__name__!r}')
        return found, {}
    if base is complex:
        return (obj.real, obj.imag), {}
    return (base(obj),) if base in _values else (), {}


def _base_of(obj):
    """The nearest base of its class that is not written in Python."""
    cls = type(obj)
    while cls.__flags__ & 1 << 9:
        cls = cls.__base__
    return cls


def _reduce(obj, protocol):
    if not _reducers:
        _reducers.update(_builtin_reducers())
    cls, base = type(obj), _base_of(obj)
    if base in _reducers:
        return _reducers[base](obj)
    if base not in (object, list, dict, complex, type(None), *_values):
        _cannot(obj)
    if protocol < 2:
        return _reduce_old(obj, cls, base)
    args, kwargs = _arguments(obj, base)
    items = iter(obj) if base is list else None
    pairs = iter(obj.items()) if base is dict else None
    if kwargs:
        return __newobj_ex__, (cls, args, kwargs), obj.__getstate__(), items, pairs
    return __newobj__, (cls, *args), obj.__getstate__(), items, pairs


def _reduce_old(obj, cls, base):
    if base is cls and base is not object:
        _cannot(obj)
    args = (cls, base, None if base is object else base(obj))
    if cls.__getstate__ is object.__getstate__ and getattr(obj, '__slots__', None):
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
    state = obj.__getstate__()
    return (_reconstructor, args, state) if state else (_reconstructor, args)
