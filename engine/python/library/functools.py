"""Tools for functions and other callables."""

from _functools import Placeholder, partial, reduce, _lru_cache_wrapper
from _native import final as _final, like_c as _like_c
from types import FunctionType as _Function, GenericAlias

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key',
           'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property', 'Placeholder']

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        if value != () or type(wrapper) is not _Function:  # no type parameters, as nearly always: a function has that already
            setattr(wrapper, name, value)
    for name in updated:
        attributes = getattr(wrapped, name, None)
        if attributes or name != "__dict__":
            getattr(wrapper, name).update(attributes or {})
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _derived(root, name, combine):
    qualname = f"_{name[2:4]}_from_{root[2:4]}"
    if qualname in globals():
        return globals()[qualname]

    def method(self, other):
        known = getattr(type(self), root)(self, other)
        if known is NotImplemented:
            return known
        return combine(known, self, other)

    method.__name__, method.__qualname__ = name, qualname
    globals()[qualname] = method  # so it can be pickled
    return method


_orderings = {
    "__lt__": {
        "__gt__": lambda known, a, b: not known and a != b,
        "__le__": lambda known, a, b: known or a == b,
        "__ge__": lambda known, a, b: not known,
    },
    "__le__": {
        "__ge__": lambda known, a, b: not known or a == b,
        "__lt__": lambda known, a, b: known and a != b,
        "__gt__": lambda known, a, b: not known,
    },
    "__gt__": {
        "__lt__": lambda known, a, b: not known and a != b,
        "__ge__": lambda known, a, b: known or a == b,
        "__le__": lambda known, a, b: not known,
    },
    "__ge__": {
        "__le__": lambda known, a, b: not known or a == b,
        "__gt__": lambda known, a, b: known and a != b,
        "__lt__": lambda known, a, b: not known,
    },
}


def total_ordering(cls):
    roots = [name for name in _orderings if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    for name, combine in _orderings[root].items():
        if name not in roots:
            setattr(cls, name, _derived(root, name, combine))
    return cls


class KeyWrapper:
    __slots__ = ("_compare", "obj")
    __hash__ = None

    def __call__(self, obj):
        made = _bare(KeyWrapper)
        made._compare = self._compare
        made.obj = obj
        return made

    def __lt__(self, other):
        return _compared(self, other) < 0

    def __gt__(self, other):
        return _compared(self, other) > 0

    def __eq__(self, other):
        return _compared(self, other) == 0

    def __le__(self, other):
        return _compared(self, other) <= 0

    def __ge__(self, other):
        return _compared(self, other) >= 0

    def __ne__(self, other):
        return _compared(self, other) != 0


_bare = object.__new__


def _compared(one, other):
    if type(other) is not KeyWrapper:
        raise TypeError("other argument must be K instance")
    return one._compare(one.obj, other.obj)


def cmp_to_key(mycmp):
    made = _bare(KeyWrapper)
    made._compare = mycmp
    made.obj = None
    return made


KeyWrapper.__call__.__name__ = KeyWrapper.__call__.__qualname__ = "K"
_final(KeyWrapper, KeyWrapper.__call__)
_like_c(cmp_to_key)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    if not (maxsize is None or isinstance(maxsize, int)):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    if maxsize is not None and maxsize < 0:
        maxsize = 0

    def decorating_function(function):
        return _cached(function, maxsize, typed)

    return decorating_function


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def _cache_info(*counts):
    """The class is made when a program first asks: a first lesson needs no named tuples."""
    global _CacheInfo
    try:
        made = _CacheInfo
    except NameError:
        from collections import namedtuple
        made = _CacheInfo = namedtuple("CacheInfo", "hits misses maxsize currsize")
    return made(*counts)


def __getattr__(name):
    if name == "_CacheInfo":
        return type(_cache_info(0, 0, 0, 0))
    import _more
    return _more.find(__name__, name)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func, self.attrname = func, None
        self.__module__, self.__doc__ = func.__module__, func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname not in (None, name):
            raise TypeError(f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        stored = getattr(instance, '__dict__', None)
        if stored is None:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {name!r} property.")
        if name not in stored:
            value = self.func(instance)
            try:
                stored[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item "
                                f"assignment for caching {name!r} property.") from None
        return stored[name]

    __class_getitem__ = classmethod(GenericAlias)


class partialmethod:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"the first argument {func!r} must be a callable or a descriptor")
        if isinstance(func, partialmethod):
            func, args, keywords = func.func, func.args + args, {**func.keywords, **keywords}
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        words = [repr(self.func), *map(repr, self.args), *(f"{name}={value!r}" for name, value in self.keywords.items())]
        return f"functools.partialmethod({', '.join(words)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        bound = self.func if get is None or isinstance(self.func, partial) else get(obj, cls)
        if bound is self.func:  # it does not bind by itself: taken for a method
            return self._make_unbound_method().__get__(obj, cls)
        made = partial(bound, *self.args, **self.keywords)
        if hasattr(bound, "__self__"):
            made.__self__ = bound.__self__
        return made

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


def _implementation(cls, registry):
    if cls in registry:
        return registry[cls]
    mro = cls.__mro__
    known = [base for base in registry if base not in mro and isinstance(base, type) and issubclass(cls, base)]
    if known:  # abstract classes that are not among the bases
        mro = _merged_order(cls, _abstract_order(cls, known))
    best = next((base for base in mro if base in registry), None)
    if best in known:
        after = mro[mro.index(best) + 1:]
        if after and after[0] in known and not issubclass(best, after[0]):
            raise RuntimeError(f"Ambiguous dispatch: {best} or {after[0]}")
    return registry.get(best)


def _abstract_order(cls, known):
    """The abstract classes that a class belongs to, those that derive from others first."""
    order = []
    known = [base for base in known if not any(base is not other and base in other.__mro__ for other in known)]
    for base in known:
        below = [each for each in base.__subclasses__() if each not in cls.__mro__ and issubclass(cls, each)]
        chains = [[one for one in each.__mro__ if one in known] for each in below]
        for chain in sorted(chains, key=len, reverse=True) or [[base]]:
            order += [one for one in chain if one not in order]
    return order


def _merged_order(cls, known):
    """The order of a class's bases, were the abstract classes bases too: behind the last base that is abstract."""
    bases = cls.__bases__
    edge = max((i + 1 for i, base in enumerate(bases) if hasattr(base, "__abstractmethods__")), default=0)
    added = [base for base in known if issubclass(cls, base) and not any(issubclass(each, base) for each in bases)]
    left = [base for base in known if base not in added]
    parts = [list(bases[:edge]), added, list(bases[edge:])]
    rows = [[cls], *(_merged_order(base, left) for part in parts for base in part), *parts]
    order = []
    while rows := [row for row in rows if row]:
        first = next((row[0] for row in rows if not any(row[0] in other[1:] for other in rows)), None)
        if first is None:
            raise RuntimeError("Inconsistent hierarchy")
        order.append(first)
        rows = [row[1:] if row[0] is first else row for row in rows]
    return order


def _dispatches(cls):
    """A class, or a union of classes."""
    if isinstance(cls, type):
        return True
    return isinstance(cls, type(int | str)) and all(isinstance(each, type) for each in cls.__args__)


def _class_of_first(function):
    """What the annotation of a function's first parameter says that it is for."""
    if getattr(function, "__annotate__", None) is None:
        raise TypeError(
            f"Invalid first argument to `register()`: {function!r}. Use either `@register(some_class)` "
            "or plain `@register` on an annotated function."
        )
    from typing import get_type_hints
    name, hint = next(iter(get_type_hints(function, format=3).items()))
    if _dispatches(hint):
        return hint
    what = ("not all arguments are classes" if isinstance(hint, type(int | str)) else
            "is an unresolved forward reference" if hasattr(hint, "__forward_arg__") else "is not a class")
    raise TypeError(f"Invalid annotation for {name!r}. {hint!r} {what}.")


def singledispatch(func):
    registry = {}

    def dispatch(cls):
        return _implementation(cls, registry)

    def register(cls, func=None):
        if not _dispatches(cls):
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            func, cls = cls, _class_of_first(cls)
        elif func is None:
            return lambda function: register(cls, function)
        for one in getattr(cls, "__args__", None) or (cls,):
            registry[one] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class _singledispatchmethod_get:
    """A single dispatch method of an object or class, as a lookup of it gives."""

    def __init__(self, unbound, obj, cls):
        self._unbound, self._obj, self._cls = unbound, obj, cls
        for name in ("__module__", "__doc__"):
            try:
                setattr(self, name, getattr(unbound.func, name))
            except AttributeError:
                pass

    def __repr__(self):
        func = self._unbound.func
        name = getattr(func, "__qualname__", getattr(func, "__name__", "?"))
        return f"<single dispatch method {name}>" if self._obj is None else f"<bound single dispatch method {name} of {self._obj!r}>"

    def __call__(self, /, *args, **kwargs):
        if not args:
            raise TypeError(f"{getattr(self._unbound.func, '__name__', 'singledispatchmethod method')} requires at least 1 positional argument")
        method = self._unbound.dispatcher.dispatch(args[0].__class__)
        if hasattr(method, "__get__"):
            return method.__get__(self._obj, self._cls)(*args, **kwargs)
        return method(*args, **kwargs)

    def __getattr__(self, name):
        if name not in {"__name__", "__qualname__", "__isabstractmethod__", "__annotations__", "__type_params__"}:
            raise AttributeError
        return getattr(self._unbound.func, name)

    __wrapped__ = property(lambda self: self._unbound.func)
    register = property(lambda self: self._unbound.register)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        return _singledispatchmethod_get(self, obj, cls)

    def __repr__(self):
        return f"<single dispatch method descriptor {getattr(self.func, '__qualname__', getattr(self.func, '__name__', '?'))}>"

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
