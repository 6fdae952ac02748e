"""The functions of typing that say something to type checkers and leave their arguments as they are, but for a mark."""
import functools as _functools
import sys as _sys

__name__ = 'typing'  # which the functions say they are of


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {value if len(value) <= 100 else value[:100] + '...'}")


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=_sys.stderr)
    return obj


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions outside a stub module '
        'should always be followed by an implementation that is not @overload-ed.'
    )


def overload(func):
    inner = getattr(func, '__func__', func)
    try:
        _overloads.setdefault((inner.__module__, inner.__qualname__), {})[inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass  # a builtin has no place
    return _overload_dummy


def get_overloads(func):
    inner = getattr(func, '__func__', func)
    return list(_overloads.get((inner.__module__, getattr(inner, '__qualname__', None)), {}).values())


def clear_overloads():
    _overloads.clear()


def _marked(obj, name, value=True):
    try:
        setattr(obj, name, value)
    except (AttributeError, TypeError):
        pass  # what takes no attributes stays without the mark
    return obj


def final(f):
    return _marked(f, '__final__')


def override(method, /):
    return _marked(method, '__override__')


def no_type_check(arg):
    if isinstance(arg, type):
        for name, inner in list(vars(arg).items()):
            if getattr(inner, '__qualname__', None) == f'{arg.__qualname__}.{name}' and getattr(inner, '__module__', None) == arg.__module__:
                no_type_check(getattr(inner, '__func__', inner))
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass  # a class of the engine's own
    return arg


def no_type_check_decorator(decorator):
    import warnings
    warnings._deprecated('typing.no_type_check_decorator', remove=(3, 15))

    @_functools.wraps(decorator)
    def wrapped_decorator(*args, **kwargs):
        return no_type_check(decorator(*args, **kwargs))
    return wrapped_decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs):
    told = {'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
            'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs}

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = told
        return cls_or_fn
    return decorator
