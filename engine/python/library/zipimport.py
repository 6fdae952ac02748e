"""zipimport: no module is imported from an archive here; libraries ask whether they were."""
import os

__all__ = ['ZipImportError', 'zipimporter']


class ZipImportError(ImportError):
    pass


class zipimporter:
    def __init__(self, path):
        if not isinstance(path, str):
            path = os.fsdecode(path)
        if not path:
            raise ZipImportError('archive path is empty', path=path)
        while not os.path.exists(path) and os.path.dirname(path) != path:
            path = os.path.dirname(path)
        shown = f': {path!r}' if os.path.isfile(path) else ''
        raise ZipImportError(f'not a Zip file{shown}', path=path)
