"""Shallow and deep copies."""
import copyreg


class Error(Exception):
    pass


error = Error

_simple = {
    type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented), property,
    type(len), type(lambda: 0), slice,
}


def _slots_of(cls):
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        yield from (slots,) if isinstance(slots, str) else slots


def _state_of(obj, cls):
    """The attributes of an instance by name."""
    state = dict(getattr(obj, "__dict__", ()))
    for name in _slots_of(cls):
        if name not in ("__dict__", "__weakref__") and hasattr(obj, name):
            state[name] = getattr(obj, name)
    return state


def _restore(new, state):
    if hasattr(new, "__setstate__"):
        new.__setstate__(state)
        return
    for part in state if isinstance(state, tuple) else (state,):
        for name, value in (part or {}).items():
            object.__setattr__(new, name, value)


def _plain_copy(obj, cls):
    """A new instance with the items, but not the attributes, of one of a builtin type's subclass."""
    for base in (list, set, dict, bytearray):
        if issubclass(cls, base):
            new = cls.__new__(cls)
            return new, base
    for base in (tuple, frozenset, int, float, str, bytes):
        if issubclass(cls, base):
            return base.__new__(cls, obj), None
    return cls.__new__(cls), None


def copy(x):
    cls = type(x)
    if cls in _simple or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    reduce = _custom_reduce(x, cls)
    if reduce is not None:
        return _rebuild(x, reduce, None)
    new, base = _plain_copy(x, cls)
    if base is list:
        list.extend(new, x)
    elif base is not None:
        base.update(new, x) if base is not bytearray else new.extend(x)
    _restore(new, _state_of(x, cls))
    return new


# Bases in C whose instances are copied by what is here.
_plain = {object, list, set, dict, bytearray, tuple, frozenset, int, float, str, bytes, complex}
_how_made = {"__reduce__", "__reduce_ex__", "__getstate__", "__getnewargs__", "__getnewargs_ex__"}


def _custom_reduce(x, cls):
    for base in cls.__mro__:
        if base is not object and base.__module__ != "builtins" and not _how_made.isdisjoint(base.__dict__):
            return x.__reduce_ex__(4)
    reduce = copyreg.dispatch_table.get(cls)
    if reduce is not None:
        return reduce(x)
    return x.__reduce_ex__(4) if copyreg._base_of(x) not in _plain else None


def _rebuild(x, parts, memo):
    if isinstance(parts, str):
        return x
    function, args, *rest = parts
    if memo is not None:
        args = tuple([deepcopy(arg, memo) for arg in args])
    new = function(*args)
    if memo is not None:
        memo[id(x)] = new
    own = (lambda part: part) if memo is None else (lambda part: deepcopy(part, memo))
    state, items, pairs = (*rest, None, None, None)[:3]
    if state is not None:
        _restore(new, own(state))
    for item in items or ():
        new.append(own(item))
    for key, value in pairs or ():
        new[own(key)] = own(value)
    return new


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        return memo[id(x)]
    if all(new is old for new, old in zip(items, x)):
        return x
    return tuple(items)


def _deep_container(x, cls, memo):
    if cls is list:
        new = memo[id(x)] = []
        for item in x:
            new.append(deepcopy(item, memo))
    elif cls is dict:
        new = memo[id(x)] = {}
        for key, value in x.items():
            new[deepcopy(key, memo)] = deepcopy(value, memo)
    else:
        new = cls([deepcopy(item, memo) for item in x])
    return new


def _deep_instance(x, cls, memo):
    reduce = _custom_reduce(x, cls)
    if reduce is not None:
        return _rebuild(x, reduce, memo)
    new, base = _plain_copy(x, cls)
    memo[id(x)] = new
    if base is list:
        for item in x:
            list.append(new, deepcopy(item, memo))
    elif base is dict:
        for key, value in dict.items(x):
            dict.__setitem__(new, deepcopy(key, memo), deepcopy(value, memo))
    elif base is not None:
        base.update(new, [deepcopy(item, memo) for item in x])
    _restore(new, deepcopy(_state_of(x, cls), memo))
    return new


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _simple:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    if cls is tuple:
        new = _deep_tuple(x, memo)
    elif cls in (list, dict, set, frozenset, bytearray):
        new = _deep_container(x, cls, memo)
    elif issubclass(cls, type):
        return x
    elif hasattr(cls, "__deepcopy__"):
        new = x.__deepcopy__(memo)
    elif hasattr(cls, "__self__") and hasattr(x, "__func__"):
        new = type(x)(x.__func__, deepcopy(x.__self__, memo))
    else:
        new = _deep_instance(x, cls, memo)
    if new is not x:
        memo[id(x)] = new
        # what was copied must live as long as its id is a key
        memo.setdefault(id(memo), []).append(x)
    return new


def replace(obj, /, **changes):
    method = getattr(type(obj), "__replace__", None)
    if method is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return method(obj, **changes)
