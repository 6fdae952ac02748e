"""What is a coroutine."""
import _asyncio
from _native import in_c

__all__ = ('iscoroutinefunction', 'iscoroutine')

# Whatever has this for its _is_coroutine is taken for a coroutine function.
_is_coroutine = object()


def iscoroutine(obj): pass


in_c(iscoroutine, _asyncio.iscoroutine)


def iscoroutinefunction(func):
    import warnings
    warnings._deprecated('asyncio.iscoroutinefunction',
                         f'{warnings._DEPRECATED_MSG}; use inspect.iscoroutinefunction() instead', remove=(3, 16))
    return _iscoroutinefunction(func)


def _iscoroutinefunction(func):
    if _asyncio.iscoroutinefunction(func):
        return True
    if type(func) is type(_iscoroutinefunction) and not func.__dict__:
        return False  # most are: no need for inspect
    import inspect
    return inspect.iscoroutinefunction(func) or getattr(func, '_is_coroutine', None) is _is_coroutine
