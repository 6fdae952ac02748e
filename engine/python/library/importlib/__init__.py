"""importlib: modules imported by name."""
import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']
__import__ = __import__


def _absolute(name, package):
    level = len(name) - len(name.lstrip('.'))
    parts = package.split('.')
    if level > len(parts):
        raise ImportError('attempted relative import beyond top-level package')
    base = '.'.join(parts[:len(parts) - level + 1])
    return f'{base}.{name[level:]}' if name[level:] else base


def import_module(name, package=None):
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        name = _absolute(name, package)
    __import__(name)
    return sys.modules[name]


def reload(module):
    import _importer
    return _importer.reload(module)


def invalidate_caches():
    if '_importer' not in sys.modules:
        return  # nothing was looked for yet
    for finder in sys.meta_path:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()
