"""pkgutil: what modules there are in the folders of a path, and what belongs to packages."""
import importlib
import importlib.machinery
import importlib.util
import os
import sys
from collections import namedtuple
from functools import singledispatch as simplegeneric

__all__ = ['get_importer', 'iter_importers', 'walk_packages', 'iter_modules', 'get_data', 'read_code', 'extend_path', 'ModuleInfo']

ModuleInfo = namedtuple('ModuleInfo', 'module_finder name ispkg')
ModuleInfo.__doc__ = 'A namedtuple with minimal info about a module.'


def get_importer(path_item):
    """The finder for an item of sys.path, or None."""
    path_item = os.fsdecode(path_item)
    if path_item not in sys.path_importer_cache:
        for hook in sys.path_hooks:
            try:
                found = hook(path_item)
            except ImportError:
                continue
            sys.path_importer_cache.setdefault(path_item, found)
            return found
        return None
    return sys.path_importer_cache[path_item]


def iter_importers(fullname=''):
    """The finders that would look for a module."""
    if fullname.startswith('.'):
        raise ImportError(f'Relative module name {fullname!r} not supported')
    if '.' in fullname:
        path = getattr(importlib.import_module(fullname.rpartition('.')[0]), '__path__', None)
        if path is None:
            return
    else:
        yield from sys.meta_path
        path = sys.path
    for item in path:
        yield get_importer(item)


def _names_of(finder):
    """(name, is a package) of the modules in a finder's folder, by name."""
    if getattr(finder, 'path', None) is None or not os.path.isdir(finder.path):
        return
    seen = set()
    for entry in sorted(os.listdir(finder.path)):
        place = os.path.join(finder.path, entry)
        name, dot, ending = entry.partition('.')
        package = not dot and os.path.isdir(place)
        if package:
            try:
                package = any(each.startswith('__init__.') for each in os.listdir(place))
            except OSError:
                continue
        if (package or dot + ending in importlib.machinery.all_suffixes()) and name != '__init__' and name not in seen:
            seen.add(name)
            yield name, package


@simplegeneric
def iter_importer_modules(importer, prefix=''):
    if hasattr(importer, 'iter_modules'):
        return importer.iter_modules(prefix)
    return ((prefix + name, package) for name, package in _names_of(importer))


def iter_modules(path=None, prefix=''):
    """ModuleInfo of all modules in the folders of path, or of sys.path."""
    if isinstance(path, str):
        raise ValueError('path must be None or list of paths to look for modules in')
    seen = set()
    for finder in iter_importers() if path is None else map(get_importer, path):
        for name, package in iter_importer_modules(finder, prefix):
            if name not in seen:
                seen.add(name)
                yield ModuleInfo(finder, name, package)


def walk_packages(path=None, prefix='', onerror=None):
    """The same, and of what is in packages, which are imported for that."""
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            below = [item for item in getattr(sys.modules[info.name], '__path__', None) or [] if item not in seen]
            seen.update(below)
            yield from walk_packages(below, info.name + '.', onerror)


def extend_path(path, name):
    """A package's path and all folders of its name in sys.path: for packages whose modules lie in several places."""
    if not isinstance(path, list):
        return path
    path, (parent, _, last) = path[:], name.rpartition('.')
    if parent:
        try:
            places = sys.modules[parent].__path__
        except (KeyError, AttributeError):
            return path
    else:
        places = sys.path
    for place in places:
        if not isinstance(place, str):
            continue
        finder = get_importer(place)
        if finder is not None:
            spec = finder.find_spec(name) if hasattr(finder, 'find_spec') else None
            for portion in (spec.submodule_search_locations or []) if spec is not None else []:
                if portion not in path:
                    path.append(portion)
        listed = os.path.join(place, name + '.pkg')
        if os.path.isfile(listed):
            with open(listed) as file:
                path += [line.rstrip('\n') for line in file if line.rstrip('\n') and not line.startswith('#')]
    return path


def get_data(package, resource):
    """The bytes of a file that lies with a package; None where its loader has none."""
    spec = importlib.util.find_spec(package)
    if spec is None or not hasattr(spec.loader, 'get_data'):
        return None
    module = sys.modules.get(package) or importlib.import_module(package)
    if getattr(module, '__file__', None) is None:
        return None
    return spec.loader.get_data(os.path.join(os.path.dirname(module.__file__), *resource.split('/')))


def read_code(stream):
    return None  # there are no compiled files


def _is_name(text, dots):
    return all(part.isidentifier() for part in text.split('.')) and (dots or '.' not in text)


def resolve_name(name):
    """The object that 'package.module:attribute' or 'package.module.attribute' names."""
    module, colon, rest = name.partition(':')
    if not _is_name(module, True) or rest and not _is_name(rest, True):
        raise ValueError(f'invalid format: {name!r}')
    if colon:
        found, parts = importlib.import_module(module), rest.split('.') if rest else []
    else:
        parts = name.split('.')
        path = parts.pop(0)
        found = importlib.import_module(path)
        while parts:
            try:
                found = importlib.import_module(f'{path}.{parts[0]}')
            except ImportError:
                break
            path = f'{path}.{parts.pop(0)}'
    for part in parts:
        found = getattr(found, part)
    return found
