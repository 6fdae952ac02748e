# Importing as importlib lets a program do it: finders in sys.meta_path, hooks of sys.path, loaders, lazy modules, specifications.
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import types


class Inventor(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Makes a module of any name that begins with 'virtual_'."""

    def find_spec(self, name, path, target=None):
        print('asked for', name, path if path is None else 'below a package')
        if name.startswith('virtual_'):
            return importlib.util.spec_from_loader(name, self, origin='nowhere')

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.answer = len(module.__name__)


inventor = Inventor()
sys.meta_path.insert(0, inventor)
import virtual_one
print(virtual_one.answer, virtual_one, virtual_one.__spec__.origin, virtual_one.__loader__ is inventor)
try:
    import not_virtual
except ModuleNotFoundError as error:
    print(error)
sys.meta_path.remove(inventor)
try:
    import virtual_two
except ImportError as error:
    print(error, error.name)


class Texts(importlib.abc.SourceLoader):
    """Modules that are texts in a dict."""
    texts = {'poem.py': 'line = "the sea"\ndef where():\n    return __file__\n', 'fault.py': 'def fault():\n    raise ValueError("in a text")\n'}

    def get_filename(self, fullname):
        if fullname + '.py' not in self.texts:
            raise ImportError(fullname)
        return 'texts:' + fullname + '.py'

    def get_data(self, path):
        return self.texts[path.removeprefix('texts:')].encode()


class TextFinder:
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name + '.py' in Texts.texts:
            return importlib.util.spec_from_loader(name, Texts())


sys.meta_path.append(TextFinder)
import poem
print(poem.line, poem.where(), poem.__spec__.has_location, Texts().get_source('poem').count('\n'))
import fault
try:
    fault.fault()
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_code.co_filename, error.__traceback__.tb_next.tb_lineno)


def hook(entry):
    if not entry.startswith('memory:'):
        raise ImportError
    return types.SimpleNamespace(find_spec=lambda name, target=None: importlib.util.spec_from_loader(name, inventor) if name == 'remembered' else None,
                                 invalidate_caches=lambda: None)


sys.path_hooks.append(hook)
sys.path.append('memory:1')
import remembered
print(remembered.answer, 'memory:1' in sys.path_importer_cache)

with open('tool.py', 'w') as file:
    file.write('print("tool runs as", __name__)\nsize = 10\n')
spec = importlib.util.spec_from_file_location('other_name', 'tool.py')
module = importlib.util.module_from_spec(spec)
print(module.__name__, hasattr(module, 'size'), 'other_name' in sys.modules)
spec.loader.exec_module(module)
print(module.size, isinstance(spec.loader, importlib.machinery.SourceFileLoader), spec.loader.name, spec.loader.is_package('other_name'))
found = importlib.util.find_spec('tool')
print(found.name, found.parent == '', found.submodule_search_locations, importlib.util.find_spec('no_such_tool'), importlib.util.find_spec('json.decoder').parent)
for name in ('tool.part', 'no_such.part'):
    try:
        importlib.util.find_spec(name)
    except ModuleNotFoundError as error:
        print(error)

lazy_spec = importlib.util.find_spec('tool')
lazy_spec.loader = importlib.util.LazyLoader(lazy_spec.loader)
lazy = importlib.util.module_from_spec(lazy_spec)
sys.modules['tool'] = lazy
lazy_spec.loader.exec_module(lazy)
print('not yet')
print(lazy.size)

print([importlib.util.resolve_name(name, 'a.b') for name in ('.c', '..c', 'd')])
try:
    importlib.util.resolve_name('...c', 'a.b')
except ImportError as error:
    print(error)
spec = importlib.machinery.ModuleSpec('made', None, origin='by hand', is_package=True)
print(spec, spec.parent, spec.has_location, spec == importlib.machinery.ModuleSpec('made', None, origin='by hand', is_package=True))
import time
print(time.__spec__, time.__loader__, importlib.machinery.BuiltinImporter.find_spec('poem'))
print([each.__name__ for each in (importlib.abc.Loader, importlib.abc.SourceLoader).__iter__().__reduce__()[1][0]])
print(importlib.machinery.SOURCE_SUFFIXES, importlib.util.cache_from_source('a/b.py'), importlib.util.source_from_cache('a/__pycache__/b.cpython-314.pyc'))
