"""importlib.resources: files that lie in a package's folder."""
import sys
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

__all__ = ['Anchor', 'Package', 'ResourceReader', 'as_file', 'contents', 'files', 'is_resource', 'open_binary', 'open_text', 'path',
           'read_binary', 'read_text']
Package = ModuleType | str
Anchor = Package


def __getattr__(name):
    if name == 'ResourceReader':
        from .abc import ResourceReader
        return ResourceReader
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def files(anchor=None):
    """Where a package's files are; without one, those of the module that asks."""
    if anchor is None:
        anchor = sys._getframe(1).f_globals['__name__']
    module = import_module(anchor) if isinstance(anchor, str) else anchor
    spec = module.__spec__
    if spec.submodule_search_locations is not None:
        return Path(list(spec.submodule_search_locations)[0])
    return Path(spec.origin).parent


@contextmanager
def as_file(path):
    yield path


def _file(anchor, names):
    if not names:
        raise TypeError('path names are needed')
    return files(anchor).joinpath(*names)


def open_binary(anchor, *path_names):
    return _file(anchor, path_names).open('rb')


def open_text(anchor, *path_names, encoding='utf-8', errors='strict'):
    return _file(anchor, path_names).open('r', encoding=encoding, errors=errors)


def read_binary(anchor, *path_names):
    return _file(anchor, path_names).read_bytes()


def read_text(anchor, *path_names, encoding='utf-8', errors='strict'):
    with open_text(anchor, *path_names, encoding=encoding, errors=errors) as file:
        return file.read()


def path(anchor, *path_names):
    return as_file(_file(anchor, path_names))


def is_resource(anchor, *path_names):
    return _file(anchor, path_names).is_file()


def contents(anchor, *path_names):
    return (each.name for each in files(anchor).joinpath(*path_names).iterdir())
