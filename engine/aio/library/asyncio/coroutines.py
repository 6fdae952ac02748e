"""What is a coroutine."""
import _asyncio
from _native import in_c

__all__ = ('iscoroutinefunction', 'iscoroutine')

_CO_COROUTINE = 0x80


def iscoroutine(obj): pass


in_c(iscoroutine, _asyncio.iscoroutine)


def iscoroutinefunction(func):
    import warnings
    warnings._deprecated('asyncio.iscoroutinefunction',
                         f'{warnings._DEPRECATED_MSG}; use inspect.iscoroutinefunction() instead', remove=(3, 16))
    return _iscoroutinefunction(func)


def _iscoroutinefunction(func):
    while True:
        inner = getattr(func, '__func__', None) or getattr(func, 'func', None)
        if inner is None:
            break
        func = inner
    code = getattr(func, '__code__', None)
    if code is not None and getattr(code, 'co_flags', 0) & _CO_COROUTINE:
        return True
    return _asyncio.iscoroutinefunction(func) or getattr(func, '_is_coroutine_mark', None) is not None
