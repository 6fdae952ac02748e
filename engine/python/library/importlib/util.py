"""importlib.util: what is needed to write finders and loaders."""
import sys
from _importer import (cache_from_source, decode_source, find_spec as _find_spec, module_from_spec, source_from_cache,
                       spec_from_file_location, spec_from_loader)
from importlib import _absolute
from importlib.abc import Loader
from types import ModuleType

__all__ = ['LazyLoader', 'Loader', 'MAGIC_NUMBER', 'cache_from_source', 'decode_source', 'find_spec', 'module_from_spec',
           'resolve_name', 'source_from_cache', 'source_hash', 'spec_from_file_location', 'spec_from_loader']

MAGIC_NUMBER = b'+\x0e\r\n'


def source_hash(source_bytes):
    from hashlib import blake2b
    return blake2b(source_bytes, digest_size=8).digest()


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    return _absolute(name, package)


def find_spec(name, package=None):
    """The specification of a module, loaded or not; the package that it is in is imported."""
    full = resolve_name(name, package)
    if full not in sys.modules:
        parent = full.rpartition('.')[0]
        path = None
        if parent:
            above = __import__(parent, fromlist=['__path__'])
            try:
                path = above.__path__
            except AttributeError as error:
                raise ModuleNotFoundError(f'__path__ attribute not found on {parent!r} while trying to find {full!r}',
                                          name=full) from error
        return _find_spec(full, path)
    module = sys.modules[full]
    if module is None:
        return None
    try:
        spec = module.__spec__
    except AttributeError:
        raise ValueError(f'{name}.__spec__ is not set') from None
    if spec is None:
        raise ValueError(f'{name}.__spec__ is None')
    return spec


class _LazyModule(ModuleType):
    def __getattribute__(self, attribute):
        get = object.__getattribute__
        state = get(self, '__spec__').loader_state
        if state is not None:
            spec = get(self, '__spec__')
            spec.loader_state = None
            before = state['__dict__']
            now = get(self, '__dict__')
            changed = {key: value for key, value in now.items() if key not in before or before[key] is not value}
            self.__class__ = state['__class__']
            spec.loader.exec_module(self)
            if spec.name in sys.modules and sys.modules[spec.name] is not self:
                raise ValueError(f'module object for {spec.name!r} substituted in sys.modules during a lazy load')
            get(self, '__dict__').update(changed)
        return getattr(self, attribute)

    def __delattr__(self, attribute):
        self.__getattribute__(attribute)
        delattr(self, attribute)


class LazyLoader(Loader):
    """A loader that creates a module which defers loading until attribute access."""

    def __init__(self, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        module.__spec__.loader_state = {'__dict__': module.__dict__.copy(), '__class__': module.__class__}
        module.__class__ = _LazyModule
