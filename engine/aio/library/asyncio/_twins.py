"""What CPython calls the two ways in which it has asyncio: `_CTask` is the class in C, `_PyTask` that in Python, which is a subclass
here. Functions are the same by both names."""
import sys

from _asyncio import Future, Task


class _PyFuture(Future):
    pass


class _PyTask(Task):
    pass


_PyFuture.__name__ = _PyFuture.__qualname__ = 'Future'
_PyFuture.__module__ = 'asyncio.futures'
_PyTask.__name__ = _PyTask.__qualname__ = 'Task'
_PyTask.__module__ = 'asyncio.tasks'
_CLASSES = {'asyncio.futures': {'_CFuture': Future, '_PyFuture': _PyFuture}, 'asyncio.tasks': {'_CTask': Task, '_PyTask': _PyTask}}


def twin(module, name):
    names = vars(sys.modules[module])
    found = _CLASSES.get(module, {}).get(name)
    if found is None and name.startswith(('_c_', '_py_')):
        plain = name[name.index('_', 1) + 1:]
        found = names.get(plain) or names.get('_' + plain)
    if found is None:
        raise AttributeError(f'module {module!r} has no attribute {name!r}', name=name, obj=sys.modules[module])
    names[name] = found
    return found
