"""runpy: programs run by the name of a module or of a file."""
import sys
import warnings
import _importer
import _files
from importlib.util import find_spec

__all__ = ['run_module', 'run_path']


def _run(code, space, init, name, spec, file, package, loader):
    space.update(init or {})
    space.update(__name__=name, __file__=file, __cached__=None, __doc__=None, __loader__=loader, __package__=package, __spec__=spec)
    exec(code, space)
    return space


class _Running:
    """The module and the first argument that a program sees while it runs."""

    def __init__(self, name, file):
        self.name, self.file = name, file
        self.module = type(sys)(name)

    def __enter__(self):
        self.before = sys.modules.get(self.name)
        sys.modules[self.name] = self.module
        self.argv = sys.argv[0]
        sys.argv[0] = self.file
        return self

    def __exit__(self, *_):
        sys.argv[0] = self.argv
        if self.before is None:
            del sys.modules[self.name]
        else:
            sys.modules[self.name] = self.before


def _details(name):
    if name.startswith('.'):
        raise ImportError('Relative module names not supported')
    parent = name.rpartition('.')[0]
    if parent:
        __import__(parent)
        if name in sys.modules and not hasattr(sys.modules[name], '__path__'):
            warnings.warn_explicit(f'{name!r} found in sys.modules after import of package {parent!r}, but prior to execution of {name!r}; '
                                   f'this may result in unpredictable behaviour', RuntimeWarning, '<frozen runpy>', 128)
    try:
        spec = find_spec(name)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        raise ImportError(f'Error while finding module specification for {name!r} ({type(error).__name__}: {error})') from error
    if spec is None:
        raise ImportError(f'No module named {name}')
    if spec.submodule_search_locations is not None:
        if name == '__main__' or name.endswith('.__main__'):
            raise ImportError('Cannot use package as __main__ module')
        try:
            return _details(name + '.__main__')
        except ImportError as error:
            raise ImportError(f'{error}; {name!r} is a package and cannot be directly executed') from None
    if spec.loader is None:
        raise ImportError(f'{name!r} is a namespace package and cannot be executed')
    code = spec.loader.get_code(name)
    if code is None:
        raise ImportError(f'No code object available for {name}')
    return name, spec, code


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    name, spec, code = _details(mod_name)
    run_name = mod_name if run_name is None else run_name
    if not alter_sys:
        return _run(code, {}, init_globals, run_name, spec, spec.origin, spec.parent, spec.loader)
    with _Running(run_name, spec.origin) as running:
        return _run(code, running.module.__dict__, init_globals, run_name, spec, spec.origin, spec.parent, spec.loader).copy()


def run_path(path_name, init_globals=None, run_name=None):
    run_name = '<run_path>' if run_name is None else run_name
    path = _files.fsdecode(path_name)
    node = None
    try:
        node = _files.get(path)
    except OSError:
        pass
    if node is not None and node.kind == _files.DIRECTORY:
        sys.path.insert(0, path)
        try:
            main = sys.modules.pop('__main__', None)
            try:
                name, spec, code = _details('__main__')
            finally:
                if main is not None:
                    sys.modules['__main__'] = main
            with _Running(run_name, path) as running:
                return _run(code, running.module.__dict__, init_globals, run_name, spec, spec.origin, '', spec.loader).copy()
        finally:
            sys.path.remove(path)
    loader = _importer.SourceFileLoader(run_name, path)
    data = loader.get_data(path)
    code = loader.source_to_code(data, path)
    with _Running(run_name, path) as running:
        return _run(code, running.module.__dict__, init_globals, run_name, None, path, run_name.rpartition('.')[0], None).copy()
