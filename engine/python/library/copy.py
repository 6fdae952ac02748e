"""Shallow and deep copies."""
import copyreg
from _weakref import ref as _ref

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error

_simple = {
    type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented), property,
    type(len), type(lambda: 0), type((lambda: 0).__code__), _ref,
}


def _restore(new, state):
    if hasattr(new, "__setstate__"):
        new.__setstate__(state)
        return
    names, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if names is not None:
        new.__dict__.update(names)
    for name, value in (slots or {}).items():
        setattr(new, name, value)


def copy(x):
    cls = type(x)
    if cls in _simple or cls in (tuple, frozenset, slice):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuild(x, _reduced(x, cls), None)


def _reduced(x, cls):
    reduce = copyreg.dispatch_table.get(cls)
    return reduce(x) if reduce is not None else x.__reduce_ex__(4)


def _rebuild(x, parts, memo):
    return x if isinstance(parts, str) else _reconstruct(x, memo, *parts)


def _reconstruct(x, memo, function, args, state=None, items=None, pairs=None):
    if memo is not None:
        args = tuple([deepcopy(arg, memo) for arg in args])
    new = function(*args)
    if memo is not None:
        memo[id(x)] = new
    own = (lambda part: part) if memo is None else (lambda part: deepcopy(part, memo))
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
        new = _rebuild(x, _reduced(x, cls), memo)
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
