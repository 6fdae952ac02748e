"""_importer: modules that the engine itself does not bring, found and loaded as importlib does it: by the finders of sys.meta_path,
from files of the run in the folders of sys.path. The engine asks here (set_importer) once there may be such modules.
"""
import _files
import _host
import sys
from _loopscope import current as _current

LIBRARY = '/usr/lib/python3.14'
_suffixes = ['.py']


def _fspath(path):
    return _files.fsdecode(path)


def _absolute(path):
    parts = []
    for part in (path if path.startswith('/') else f'{_files.cwd}/{path}').split('/'):
        if part == '..':
            del parts[-1:]
        elif part not in ('', '.'):
            parts.append(part)
    return '/' + '/'.join(parts)


def _join(*parts):
    return '/'.join(part.rstrip('/') if part != '/' else '' for part in parts if part)


def _is_kind(path, kind):
    try:
        node = _files.get(path)
    except OSError:
        return False
    return node.kind == kind


def _make_folders(path):
    folder = _files.HOME
    for part in filter(None, path[len(_files.HOME) + 1:].split('/')):
        folder = f'{folder}/{part}'
        if not _is_kind(folder, _files.DIRECTORY):
            _files.make(folder, _files.DIRECTORY, {}, 0o755)


def _is_folder(path):
    if _is_kind(path, _files.DIRECTORY):
        return True
    if not path.startswith(_files.HOME + '/') or _host.read_beside(path[len(_files.HOME) + 1:] + '/') is None:
        return False
    _make_folders(path)
    return True


def _fetch(path):
    """Brings a file that lies beside the program into the run."""
    if not path.startswith(_files.HOME + '/') or not path.endswith('.py'):
        return
    text = _host.read_beside(path[len(_files.HOME) + 1:])
    if text is None:
        return
    _make_folders(path.rpartition('/')[0])
    _files.make(path, _files.REGULAR, bytearray(text), 0o644)


def _is_file(path):
    if _is_kind(path, _files.REGULAR):
        return True
    _fetch(path)
    return _is_kind(path, _files.REGULAR)


# ---- specifications

class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        args = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            args.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            args.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{self.__class__.__name__}({", ".join(args)})'

    def __eq__(self, other):
        locations = self.submodule_search_locations
        try:
            return (self.name == other.name and self.loader == other.loader and self.origin == other.origin and
                    locations == other.submodule_search_locations and self.cached == other.cached and
                    self.has_location == other.has_location)
        except AttributeError:
            return NotImplemented

    __hash__ = None

    @property
    def cached(self):
        if self._cached is None and self.origin is not None and self._set_fileattr:
            self._cached = cache_from_source(self.origin) if self.origin.endswith('.py') else None
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if not origin and hasattr(loader, 'get_filename'):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        return spec_from_file_location(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None:
        is_package = False
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


_unset = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_unset):
    if location is None:
        location = '<unknown>'
        if hasattr(loader, 'get_filename'):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = _absolute(_fspath(location))
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if loader is None:
        if not location.endswith('.py'):
            return None
        loader = spec.loader = SourceFileLoader(name, location)
    if submodule_search_locations is _unset:
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = False
            if is_package:
                spec.submodule_search_locations = []
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(location.rpartition('/')[0])
    return spec


def cache_from_source(path, debug_override=None, *, optimization=None):
    folder, _, name = _fspath(path).rpartition('/')
    base, _, _ = name.rpartition('.')
    middle = '' if optimization in (None, '') else f'.opt-{optimization}'
    return _join(folder, '__pycache__', f'{base or name}.cpython-314{middle}.pyc')


def source_from_cache(path):
    folder, _, name = _fspath(path).rpartition('/')
    folder, _, cache = folder.rpartition('/')
    if cache != '__pycache__':
        raise ValueError(f'__pycache__ not bottom-level directory in {path!r}')
    if name.count('.') not in (2, 3):
        raise ValueError(f'expected only 2 or 3 dots in {name!r}')
    return _join(folder, f'{name.partition(".")[0]}.py')


# ---- modules of specifications

def _set(module, name, value, override):
    if override or getattr(module, name, None) is None:
        try:
            setattr(module, name, value)
        except AttributeError:
            pass


def _init_module(spec, module, *, override=False):
    _set(module, '__name__', spec.name, override)
    loader = spec.loader
    if loader is None and spec.submodule_search_locations is not None:
        loader = NamespaceLoader.__new__(NamespaceLoader)
        loader._path = spec.submodule_search_locations
        spec.loader = loader
        module.__file__ = None
    if override or module.__dict__.get('__loader__') is None:
        module.__loader__ = loader
    _set(module, '__package__', spec.parent, override)
    module.__spec__ = spec
    if (override or getattr(module, '__path__', None) is None) and spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        _set(module, '__file__', spec.origin, override)
        if spec.cached is not None:
            _set(module, '__cached__', spec.cached, override)
    return module


def module_from_spec(spec):
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = type(sys)(spec.name)
    return _init_module(spec, module)


def module_repr(module):
    """What repr() shows of a module that has a specification."""
    spec = module.__spec__
    if spec.origin is None:
        loader = spec.loader
        if loader is None:
            return f'<module {spec.name!r}>'
        if isinstance(loader, NamespaceLoader):
            return f'<module {spec.name!r} (namespace) from {list(loader._path)}>'
        return f'<module {spec.name!r} ({loader!r})>'
    return f'<module {spec.name!r} from {spec.origin!r}>' if spec.has_location else f'<module {spec.name!r} ({spec.origin})>'


def _load(spec):
    if spec.loader is not None and not hasattr(spec.loader, 'exec_module'):
        module = spec.loader.load_module(spec.name)
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
        if getattr(module, '__loader__', None) is None:
            module.__loader__ = spec.loader
        if getattr(module, '__package__', None) is None:
            module.__package__ = module.__name__ if hasattr(module, '__path__') else spec.name.rpartition('.')[0]
        if getattr(module, '__spec__', None) is None:
            module.__spec__ = spec
        return module
    module = module_from_spec(spec)
    if isinstance(spec.loader, _LibraryLoader):
        return module
    spec._initializing = True
    try:
        sys.modules[spec.name] = module
        try:
            if spec.loader is None:
                if spec.submodule_search_locations is None:
                    raise ImportError('missing loader', name=spec.name)
            else:
                spec.loader.exec_module(module)
        except:
            sys.modules.pop(spec.name, None)
            raise
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
    finally:
        spec._initializing = False
    return module


# ---- importing

def find_spec(name, path, target=None):
    """What the finders of sys.meta_path say of a module."""
    if sys.meta_path is None:
        raise ImportError('sys.meta_path is None, Python is likely shutting down')
    known = name in sys.modules
    for finder in sys.meta_path:
        try:
            find = finder.find_spec
        except AttributeError:
            continue
        spec = find(name, path, target)
        if spec is None:
            continue
        if not known and name in sys.modules:
            try:
                own = sys.modules[name].__spec__
            except AttributeError:
                return spec
            return spec if own is None else own
        return spec
    return None


_loading = {}  # name: the thread that loads it
_awaited = {}  # thread: the name that it waits for
_ends = {}     # name: the event that says that it is loaded


def _is_deadlock(name, me):
    """Whether that is loaded by a thread that waits for this one, maybe through others."""
    while (owner := _loading.get(name)) != me:
        name = _awaited.get(owner)
        if name is None:
            return False
    return True


def _wait_for(name):
    """Another thread loads it: until that is done, but two that load each other's modules see them as they are."""
    import threading
    me = _current()
    if _is_deadlock(name, me):
        return
    end = _ends.get(name)
    if end is None:
        end = _ends[name] = threading.Event()
    _awaited[me] = name
    try:
        end.wait()
    finally:
        del _awaited[me]


def load(name):
    """The module of an absolute name, from sys.modules or by finders; those above it are imported first."""
    module = sys.modules.get(name, _unset)
    if name in _loading:
        _wait_for(name)
        if module is _unset:
            module = sys.modules.get(name, _unset)
    if module is None:
        raise ModuleNotFoundError(f'import of {name} halted; None in sys.modules', name=name)
    if module is not _unset:
        return module
    parent = name.rpartition('.')[0]
    path = above = None
    if parent:
        above = load(parent)
        if name in _loading:
            _wait_for(name)
        if name in sys.modules:
            return sys.modules[name]
        try:
            path = above.__path__
        except AttributeError:
            raise ModuleNotFoundError(f'No module named {name!r}; {parent!r} is not a package', name=name) from None
    if name in _loading:
        return _find(name, path, above)
    _loading[name] = _current()
    try:
        return _find(name, path, above)
    finally:
        del _loading[name]
        end = _ends.pop(name, None)
        if end is not None:
            end.set()


def _find(name, path, above):
    child = name.rpartition('.')[2]
    spec = find_spec(name, path)
    if spec is None:
        module = _host.load_module(name)
    else:
        waiting = getattr(getattr(above, '__spec__', None), '_uninitialized_submodules', None)
        if waiting is not None:
            waiting.append(child)
        try:
            module = _load(spec)
        finally:
            if waiting is not None:
                waiting.pop()
    if above is not None:
        setattr(above, child, module)
    return module


def _children(module, names, of_all=False):
    for name in names:
        if not isinstance(name, str):
            place = f'{module.__name__}.__all__' if of_all else "``from list''"
            raise TypeError(f'Item in {place} must be str, not {type(name).__name__}')
        if name == '*':
            if not of_all and hasattr(module, '__all__'):
                _children(module, module.__all__, True)
        elif not hasattr(module, name):
            full = f'{module.__name__}.{name}'
            try:
                load(full)
            except ModuleNotFoundError as error:
                if error.name == full and sys.modules.get(full, _unset) is not None:
                    continue
                raise


def import_name(name, fromlist, last):
    """What the engine asks for: the module that `name` ends with, else (not last) that which it begins with."""
    module = load(name)
    if fromlist and hasattr(module, '__path__'):
        _children(module, fromlist)
    top = name.partition('.')[0]
    return module if last or top == name else sys.modules[top]


def reload(module):
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError('reload() argument must be a module') from None
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    parent = name.rpartition('.')[0]
    path = None
    if parent:
        try:
            path = sys.modules[parent].__path__
        except KeyError:
            raise ImportError(f'parent {parent!r} not in sys.modules', name=parent) from None
    spec = module.__spec__ = find_spec(name, path, module)
    if spec is None:
        raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
    if isinstance(spec.loader, _LibraryLoader):
        return module
    _init_module(spec, module, override=True)
    spec.loader.exec_module(module)
    return sys.modules[name]


# ---- what errors say of modules that are not whole yet

def _place(spec):
    return spec.origin if spec.has_location else None


def _shadows(spec):
    """Whether the file is one beside the program; then also whether the library has a module of its name."""
    origin = _place(spec)
    if origin is None or not sys.path or origin.rpartition('/')[0] != (sys.path[0] or _files.cwd):
        return False, False
    return True, spec.name in sys.stdlib_module_names


def about_attribute(module, name):
    """What AttributeError says when the module has a specification."""
    spec = module.__spec__
    beside, standard = _shadows(spec)
    own = module.__name__
    if standard:
        return (f'module {own!r} has no attribute {name!r} (consider renaming {spec.origin!r} since it has the same name as the '
                f'standard library module named {own!r} and prevents importing that standard library module)')
    if getattr(spec, '_initializing', False):
        if beside:
            return (f'module {own!r} has no attribute {name!r} (consider renaming {spec.origin!r} if it has the same name as a '
                    f'library you intended to import)')
        place = f' from {spec.origin!r}' if _place(spec) else ''
        return f'partially initialized module {own!r}{place} has no attribute {name!r} (most likely due to a circular import)'
    if name in getattr(spec, '_uninitialized_submodules', ()):
        return f'cannot access submodule {name!r} of module {own!r} (most likely due to a circular import)'
    return f'module {own!r} has no attribute {name!r}'


def about_name(module, name):
    """What ImportError says of `from module import name`, and the path that it has."""
    spec = module.__spec__
    beside, standard = _shadows(spec)
    own, origin = module.__name__, _place(spec)
    if standard:
        text = (f'cannot import name {name!r} from {own!r} (consider renaming {origin!r} since it has the same name as the '
                f'standard library module named {own!r} and prevents importing that standard library module)')
    elif getattr(spec, '_initializing', False):
        if beside:
            text = (f'cannot import name {name!r} from {own!r} (consider renaming {origin!r} if it has the same name as a library '
                    f'you intended to import)')
        else:
            place = f' ({origin})' if origin else ''
            text = f'cannot import name {name!r} from partially initialized module {own!r} (most likely due to a circular import){place}'
    else:
        text = f'cannot import name {name!r} from {own!r} ({origin or "unknown location"})'
    return text, origin


# ---- loaders

class _Named:
    """Loaders of one module refuse other names."""

    def _check(self, name):
        if name is not None and name != self.name:
            raise ImportError(f'loader for {self.name} cannot handle {name}', name=name)


class SourceLoader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f'cannot load module {module.__name__!r} when get_code() returns None')
        exec(code, module.__dict__)

    def is_package(self, fullname):
        name = self.get_filename(fullname).rpartition('/')[2]
        return name.rsplit('.', 1)[0] == '__init__' and fullname.rpartition('.')[2] != '__init__'

    def path_mtime(self, path):
        raise OSError

    def path_stats(self, path):
        return {'mtime': self.path_mtime(path)}

    def set_data(self, path, data):
        pass

    def get_source(self, fullname):
        path = self.get_filename(fullname)
        try:
            data = self.get_data(path)
        except OSError as error:
            raise ImportError('source not available through get_data()', name=fullname) from error
        return decode_source(data)

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, 'exec', dont_inherit=True)

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        data = self.get_data(path)
        try:
            _host.set_source(path, decode_source(data))
        except (SyntaxError, UnicodeError):
            pass
        return self.source_to_code(data, path)

    def load_module(self, fullname):
        spec = spec_from_loader(fullname, self)
        if fullname in sys.modules:
            module = sys.modules[fullname]
            _init_module(spec, module, override=True)
            self.exec_module(module)
            return sys.modules[fullname]
        return _load(spec)


class FileLoader(_Named):
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, name=None):
        self._check(name)
        return self.path

    def get_data(self, path):
        number = _files.open(path, _files.O_RDONLY)
        try:
            return b''.join(iter(lambda: _files.read(number, 1 << 20), b''))
        finally:
            _files.close(number)

    def get_resource_reader(self, name=None):
        self._check(name)
        return None


class SourceFileLoader(FileLoader, SourceLoader):
    def path_stats(self, path):
        node = _files.get(path)
        return {'mtime': node.mtime / 1e9, 'size': len(node.data)}

    def set_data(self, path, data, *, _mode=0o666):
        number = _files.open(path, _files.O_WRONLY | _files.O_CREAT | _files.O_TRUNC, _mode)
        try:
            _files.write(number, data)
        finally:
            _files.close(number)


class SourcelessFileLoader(FileLoader):
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        raise ImportError(f'bad magic number in {module.__name__!r}', name=module.__name__, path=self.path)

    def get_source(self, fullname):
        return None


class ExtensionFileLoader(FileLoader):
    def create_module(self, spec):
        raise ImportError(f'dynamic module does not define module export function (PyInit_{self.name})', name=self.name, path=self.path)

    def exec_module(self, module):
        pass

    def is_package(self, fullname):
        return False

    def get_code(self, fullname):
        return None

    def get_source(self, fullname):
        return None


class _LibraryLoader(SourceFileLoader):
    """Of the engine's own modules, which have no text."""

    def create_module(self, spec):
        return _host.load_module(spec.name)

    def exec_module(self, module):
        pass

    def get_code(self, fullname):
        return None

    def get_source(self, fullname):
        raise ImportError('source not available through get_data()', name=fullname)


class _NamespacePath:
    """The folders of a package that has no file of its own."""

    def __init__(self, name, path, finder=None):
        self._name, self._path = name, path

    def __iter__(self):
        return iter(self._path)

    def __getitem__(self, index):
        return self._path[index]

    def __setitem__(self, index, path):
        self._path[index] = path

    def __len__(self):
        return len(self._path)

    def __repr__(self):
        return f'_NamespacePath({self._path!r})'

    def __contains__(self, item):
        return item in self._path

    def append(self, item):
        self._path.append(item)


class NamespaceLoader:
    def __init__(self, name, path, path_finder=None):
        self._path = _NamespacePath(name, path, path_finder)

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass

    def load_module(self, fullname):
        return _load(ModuleSpec(fullname, self, is_package=True))


def decode_source(data):
    """A source file's bytes as text with one kind of line ends."""
    if isinstance(data, str):
        return data
    text = bytes(data)
    if text.startswith(b'\xef\xbb\xbf'):
        text = text[3:]
    try:
        text = text.decode()
    except UnicodeDecodeError:
        from io import BytesIO
        from tokenize import detect_encoding
        text = text.decode(detect_encoding(BytesIO(text).readline)[0])
    return text.replace('\r\n', '\n').replace('\r', '\n')


# ---- finders

class BuiltinImporter:
    """Meta path import for built-in modules.

All methods are either class or static methods to avoid the need to
instantiate the class.

"""
    _ORIGIN = 'built-in'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return spec_from_loader(fullname, cls, origin=cls._ORIGIN, is_package=False) if _host.module_place(fullname) == '' else None

    @staticmethod
    def create_module(spec):
        if _host.module_place(spec.name) != '':
            raise ImportError(f'{spec.name!r} is not a built-in module', name=spec.name)
        return _host.load_module(spec.name)

    @staticmethod
    def exec_module(module):
        pass

    @classmethod
    def get_code(cls, fullname):
        return None

    @classmethod
    def get_source(cls, fullname):
        return None

    @classmethod
    def is_package(cls, fullname):
        return False


class FrozenImporter:
    """Meta path import for frozen modules.

All methods are either class or static methods to avoid the need to
instantiate the class.

"""
    _ORIGIN = 'frozen'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        pass


def _library_spec(name):
    place = _host.module_place(name)
    if not place:
        return None
    spec = ModuleSpec(name, _LibraryLoader(name, place), origin=place, is_package=place.endswith('/__init__.py'))
    spec._set_fileattr = True
    if spec.submodule_search_locations is not None:
        spec.submodule_search_locations.append(place.rpartition('/')[0])
    return spec


class FileFinder:
    """Finds modules in one folder."""

    def __init__(self, path, *loader_details):
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        self.path = _absolute(path)

    def invalidate_caches(self):
        pass

    def find_spec(self, fullname, target=None):
        tail = fullname.rpartition('.')[2]
        if self.path == LIBRARY or self.path.startswith(LIBRARY + '/'):
            spec = _library_spec(fullname)
            if spec is not None:
                return spec
        base = _join(self.path, tail)
        for suffix, loader in self._loaders:
            full = f'{base}/__init__{suffix}'
            if _is_file(full):
                return spec_from_file_location(fullname, full, loader=loader(fullname, full), submodule_search_locations=[base])
        for suffix, loader in self._loaders:
            full = base + suffix
            if _is_file(full):
                return spec_from_file_location(fullname, full, loader=loader(fullname, full), submodule_search_locations=None)
        if _is_folder(base):
            spec = ModuleSpec(fullname, None)
            spec.submodule_search_locations = [base]
            return spec
        return None

    @classmethod
    def path_hook(cls, *loader_details):
        def path_hook_for_FileFinder(path):
            if not _is_folder(path or '.') and path != LIBRARY and not path.startswith(LIBRARY + '/'):
                raise ImportError('only directories are supported', path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def __repr__(self):
        return f'FileFinder({self.path!r})'


class PathFinder:
    """Meta path finder for sys.path and package __path__ attributes."""

    @staticmethod
    def invalidate_caches():
        for name, finder in list(sys.path_importer_cache.items()):
            if finder is None or not name.startswith('/'):
                del sys.path_importer_cache[name]
            elif hasattr(finder, 'invalidate_caches'):
                finder.invalidate_caches()

    @staticmethod
    def _finder(entry):
        if entry == '':
            entry = _files.cwd
        cache = sys.path_importer_cache
        if entry not in cache:
            cache[entry] = None
            for hook in sys.path_hooks:
                try:
                    cache[entry] = hook(entry)
                    break
                except ImportError:
                    continue
            if cache[entry] is None and entry.startswith('/') and not _is_kind(entry, _files.DIRECTORY):
                del cache[entry]  # the folder may be made later
                return None
        return cache[entry]

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        folders = []
        for entry in sys.path if path is None else path:
            if not isinstance(entry, str):
                continue
            finder = cls._finder(entry)
            spec = finder.find_spec(fullname, target) if finder is not None else None
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            if spec.submodule_search_locations is None:
                raise ImportError('spec missing loader')
            folders.extend(spec.submodule_search_locations)
        if not folders:
            return None
        spec = ModuleSpec(fullname, None)
        spec.submodule_search_locations = _NamespacePath(fullname, folders, cls)
        return spec

    @staticmethod
    def find_distributions(*args, **kwargs):
        return iter(())


for _each in (ModuleSpec, BuiltinImporter, FrozenImporter):
    _each.__module__ = '_frozen_importlib'
for _each in (SourceLoader, FileLoader, SourceFileLoader, SourcelessFileLoader, ExtensionFileLoader, NamespaceLoader, _LibraryLoader,
              _NamespacePath, FileFinder, PathFinder):
    _each.__module__ = '_frozen_importlib_external'
_LibraryLoader.__name__ = _LibraryLoader.__qualname__ = 'SourceFileLoader'


def spec_of(module):
    """The specification of one of the engine's own modules, which gets it when it is asked for."""
    name = module.__name__
    spec = _library_spec(name) or BuiltinImporter.find_spec(name)
    if spec is not None:
        module.__spec__ = spec
        module.__loader__ = spec.loader
    return spec


sys.meta_path = [BuiltinImporter, FrozenImporter, PathFinder]
sys.path_hooks = [FileFinder.path_hook((SourceFileLoader, _suffixes))]
sys.path_importer_cache = {}
_host.set_importer(import_name)
