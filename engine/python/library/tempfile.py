"""tempfile: files and folders with names that nobody else has."""
import io
import os
import shutil
from random import Random

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'mkstemp', 'mkdtemp', 'mktemp', 'TMP_MAX',
           'gettempprefix', 'tempdir', 'gettempdir', 'gettempprefixb', 'gettempdirb']
TMP_MAX = 10000
template = 'tmp'
tempdir = None


class _RandomNameSequence:
    characters = 'abcdefghijklmnopqrstuvwxyz0123456789_'

    def __init__(self):
        self._random = Random()

    def __iter__(self):
        return self

    def __next__(self):
        return ''.join(self._random.choices(self.characters, k=8))


_names = None


def _get_candidate_names():
    global _names
    if _names is None:
        _names = _RandomNameSequence()
    return _names


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


def gettempdir():
    if tempdir is not None:
        return os.fsdecode(tempdir)
    for variable in 'TMPDIR', 'TEMP', 'TMP':
        folder = os.environ.get(variable)
        if folder and os.path.isdir(folder):
            return os.path.abspath(folder)
    return '/tmp'


def gettempdirb():
    return os.fsencode(gettempdir())


def _place(suffix, prefix, dir):
    """The three with their defaults, all text or all bytes."""
    given = [os.fspath(part) for part in (suffix, prefix, dir) if part is not None]
    kinds = {isinstance(part, bytes) for part in given}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    binary = kinds == {True}
    suffix = suffix if suffix is not None else b'' if binary else ''
    prefix = prefix if prefix is not None else template.encode() if binary else template
    dir = os.fspath(dir) if dir is not None else gettempdirb() if binary else gettempdir()
    return suffix, prefix, dir


def _create(suffix, prefix, dir, make):
    suffix, prefix, dir = _place(suffix, prefix, dir)
    for _ in range(TMP_MAX):
        name = next(_get_candidate_names())
        path = os.path.join(dir, prefix + (name.encode() if isinstance(prefix, bytes) else name) + suffix)
        try:
            return make(path), os.path.abspath(path)
        except FileExistsError:
            continue
    raise FileExistsError(17, 'No usable temporary file name found')


_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return _create(suffix, prefix, dir, lambda path: os.open(path, _FLAGS, 0o600))


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _create(suffix, prefix, dir, lambda path: os.mkdir(path, 0o700))[1]


def mktemp(suffix='', prefix=template, dir=None):
    def check(path):
        if os.path.lexists(path):
            raise FileExistsError
    return _create(suffix, prefix, dir, check)[1]


class _TemporaryFileWrapper:
    """A file with a name, removed when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name, self.delete = file, name, delete
        self._delete_on_close = delete_on_close
        self._gone = self._called = False

    def __getattr__(self, name):
        file = self.__dict__['file']
        value = getattr(file, name)
        if not isinstance(value, int):
            setattr(self, name, value)
        return value

    def _remove(self):
        if self.delete and not self._gone:
            self._gone = True
            try:
                os.unlink(self.name)
            except FileNotFoundError:
                pass

    def close(self):
        self._called = True
        self.file.close()
        if self._delete_on_close:
            self._remove()

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *exc):
        self.close()
        self._remove()

    def __iter__(self):
        yield from self.file

    def __del__(self):
        if 'file' in self.__dict__:
            shown = None if self._called else f'Implicitly cleaning up {self!r}'
            if not self.file.closed:
                self.file.close()
            self._remove()
            if shown:
                import warnings
                warnings.warn(shown, ResourceWarning)

    def __repr__(self):
        return f'<{type(self).__name__} file={self.__dict__["file"]!r}>'


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None, delete_on_close=True):
    number, name = mkstemp(suffix, prefix, dir)
    try:
        file = io.open(number, mode, buffering, encoding, errors, newline)
    except BaseException:
        os.unlink(name)
        try:
            os.close(number)
        except OSError:  # that is done
            pass
        raise
    raw = file
    while not isinstance(raw, io.FileIO):
        raw = getattr(raw, 'buffer', None) or raw.raw
    raw.name = name
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    number, name = mkstemp(suffix, prefix, dir)
    os.unlink(name)
    return io.open(number, mode, buffering, encoding, errors, newline)


class SpooledTemporaryFile(io.IOBase):
    """In memory until it grows beyond max_size, or somebody asks for its number."""
    _rolled = False
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                 errors=None):
        self._max_size = max_size
        self._options = dict(mode=mode, buffering=buffering, encoding=encoding, newline=newline, suffix=suffix, prefix=prefix, dir=dir,
                             errors=errors)
        self._file = io.BytesIO() if 'b' in mode else io.TextIOWrapper(io.BytesIO(), encoding or 'utf-8', errors, newline)

    def rollover(self):
        if self._rolled:
            return
        old, at = self._file, self._file.tell()
        self._file = TemporaryFile(**self._options)
        old.seek(0)
        self._file.write(old.read())
        self._file.seek(at)
        self._rolled = True

    def _check(self):
        if self._max_size and not self._rolled and self._file.tell() > self._max_size:
            self.rollover()

    def write(self, s):
        count = self._file.write(s)
        self._check()
        return count

    def writelines(self, lines):
        self._file.writelines(lines)
        self._check()

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def read(self, *args):
        return self._file.read(*args)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None):
        if size is not None and size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def __getattr__(self, name):
        if name in ('read1', 'readinto', 'readinto1', 'detach'):
            return getattr(self._file, name)
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def flush(self):
        self._file.flush()

    def close(self):
        self._file.close()

    closed = property(lambda self: self._file.closed)
    encoding = property(lambda self: self._file.encoding)
    errors = property(lambda self: self._file.errors)
    newlines = property(lambda self: self._file.newlines)
    mode = property(lambda self: self._options['mode'] if not self._rolled else self._file.mode)
    name = property(lambda self: self._file.name if self._rolled else None)

    def readable(self):
        return True

    writable = seekable = readable

    def __iter__(self):
        return self._file.__iter__()

    def __del__(self):
        pass


class TemporaryDirectory:
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self._delete, self._ignore = delete, ignore_cleanup_errors
        self.name = mkdtemp(suffix, prefix, dir)

    def __repr__(self):
        return f'<TemporaryDirectory {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore)

    def __del__(self):
        if 'name' in self.__dict__ and self._delete and os.path.exists(self.name):
            import warnings
            shutil.rmtree(self.name, ignore_errors=True)
            warnings.warn(f'Implicitly cleaning up {self!r}', ResourceWarning, stacklevel=2)
