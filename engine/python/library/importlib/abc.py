"""importlib.abc: what finders and loaders have in common."""
import abc
import _importer

__all__ = ['Loader', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader', 'InspectLoader', 'ExecutionLoader', 'FileLoader',
           'SourceLoader']


class Loader(metaclass=abc.ABCMeta):
    def create_module(self, spec):
        return None

    def load_module(self, fullname):
        if not hasattr(self, 'exec_module'):
            raise ImportError
        return _importer.SourceLoader.load_module(self, fullname)


class MetaPathFinder(metaclass=abc.ABCMeta):
    def invalidate_caches(self):
        pass


class PathEntryFinder(metaclass=abc.ABCMeta):
    def invalidate_caches(self):
        pass


class ResourceLoader(Loader):
    @abc.abstractmethod
    def get_data(self, path):
        raise OSError


class InspectLoader(Loader):
    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        return compile(data, path, 'exec', dont_inherit=True)

    exec_module = _importer.SourceLoader.exec_module
    load_module = _importer.SourceLoader.load_module


class ExecutionLoader(InspectLoader):
    @abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            path = self.get_filename(fullname)
        except ImportError:
            return self.source_to_code(source)
        return self.source_to_code(source, path)


class FileLoader(_importer.FileLoader, ResourceLoader, ExecutionLoader):
    pass


class SourceLoader(_importer.SourceLoader, ResourceLoader, ExecutionLoader):
    def path_mtime(self, path):
        if type(self).path_stats is SourceLoader.path_stats:
            raise OSError
        return int(self.path_stats(path)['mtime'])

    def path_stats(self, path):
        if type(self).path_mtime is SourceLoader.path_mtime:
            raise OSError
        return {'mtime': self.path_mtime(path)}

    def set_data(self, path, data):
        pass


def _register(kind, *classes):
    for each in classes:
        kind.register(each)


_register(MetaPathFinder, _importer.BuiltinImporter, _importer.FrozenImporter, _importer.PathFinder)
_register(PathEntryFinder, _importer.FileFinder)
_register(FileLoader, _importer.SourceFileLoader, _importer.SourcelessFileLoader)
_register(SourceLoader, _importer.SourceFileLoader)
_register(InspectLoader, _importer.BuiltinImporter, _importer.FrozenImporter, _importer.NamespaceLoader)
_register(ExecutionLoader, _importer.ExtensionFileLoader)
