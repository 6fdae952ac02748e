"""importlib: modules imported by name."""
import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']
__import__ = __import__


def import_module(name, package=None):
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        level = len(name) - len(name.lstrip('.'))
        parts = package.split('.')
        if level > len(parts):
            raise ImportError('attempted relative import beyond top-level package')
        base = '.'.join(parts[:len(parts) - level + 1])
        name = f'{base}.{name[level:]}' if name[level:] else base
    __import__(name)
    return sys.modules[name]


def reload(module):
    name = getattr(module, '__name__', None)
    if name is None or sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name) if name else TypeError('reload() argument must be a module')
    del sys.modules[name]
    try:
        __import__(name)
        fresh = sys.modules[name]
    finally:
        sys.modules[name] = module
    module.__dict__.update(fresh.__dict__)
    return module


def invalidate_caches():
    pass
