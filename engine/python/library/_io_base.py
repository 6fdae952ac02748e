"""The classes that all streams of io are of, and what those have in common."""
import sys
from _native import index as _index, like_c as _like_c
from abc import ABCMeta

__name__ = 'io'  # which the classes say they are of
DEFAULT_BUFFER_SIZE = 131072


class UnsupportedOperation(OSError, ValueError):
    pass


def text_encoding(encoding, stacklevel=2):
    return 'locale' if encoding is None else encoding


def _size(size):
    """-1: all there is."""
    if size is None:
        return -1
    try:
        return _index(size)
    except TypeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None


def _text_or_none(function, name, value):
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{function}() argument '{name}' must be str or None, not {type(value).__name__}")


def _written_into(name, buffer):
    try:
        view = memoryview(buffer)
    except TypeError:
        view = None
    if view is None or view.readonly:
        raise TypeError(f'{name}() argument must be read-write bytes-like object, not {type(buffer).__name__}')
    return view.cast('B')


def _is_bytes(data):
    if isinstance(data, bytes) or hasattr(type(data), '__buffer__'):
        return
    raise TypeError(f'a bytes-like object is required, not {type(data).__name__!r}')


def _refuse(what):
    raise UnsupportedOperation(what)


def _shown(self, rest):
    """What repr() says: builtin streams with their module, derived ones by their name alone."""
    return f'<{"_io." if type(self).__module__ == "_io" else ""}{type(self).__name__}{rest}>'


def _no_pickle(self, *args):
    raise TypeError(f'cannot pickle {type(self).__name__!r} instances')


def _moved_to(pos):
    """Where a raw stream says that it is now."""
    if pos < 0:
        raise OSError(f'Raw stream returned invalid position {pos}')
    return pos


class IOBase(metaclass=ABCMeta):
    closed = False

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    _checkClosed = _check

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __del__(self):
        try:
            if self.closed:
                return
        except Exception:  # one that was never opened, or detached
            return
        try:
            self._finalize()
        except BaseException as error:
            from types import SimpleNamespace
            sys.unraisablehook(SimpleNamespace(exc_type=type(error), exc_value=error, exc_traceback=error.__traceback__,
                                               err_msg=f'Exception ignored while finalizing file {self!r}', object=None))

    def _finalize(self):
        self.close()

    def readline(self, size=-1, /):
        size = _size(size)
        out = bytearray()
        while size < 0 or len(out) < size:
            byte = self.read(1)
            if not byte:
                break
            out += byte
            if out.endswith(b'\n'):
                break
        return bytes(out)

    def readlines(self, hint=-1, /):
        hint = _size(hint)
        if hint <= 0:
            return list(self)
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if size >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def fileno(self):
        self._unsupported('fileno')

    def seek(self, pos, whence=0, /):
        self._unsupported('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._unsupported('truncate')

    def isatty(self):
        self._check()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def flush(self):
        self._check()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1, /):
        self._unsupported('read')

    def readline(self, size=-1, /):
        self._unsupported('readline')

    def write(self, s, /):
        self._unsupported('write')

    def detach(self):
        self._unsupported('detach')


class RawIOBase(IOBase):
    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        room = bytearray(size)
        count = self.readinto(room)
        if count is None:
            return None
        if not 0 <= _index(count) <= size:
            raise ValueError(f'readinto returned {count} outside buffer size {size}')
        return bytes(room[:count])

    def readall(self):
        pieces = []
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            pieces.append(piece)
        return b''.join(pieces)

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, b, /):
        raise NotImplementedError


class BufferedIOBase(IOBase):
    def read(self, size=-1, /):
        self._unsupported('read')

    def read1(self, size=-1, /):
        self._unsupported('read1')

    def write(self, b, /):
        self._unsupported('write')

    def detach(self):
        self._unsupported('detach')

    def _readinto(self, name, buffer, read):
        view = _written_into(name, buffer)
        data = read(len(view))
        view[:len(data)] = data
        return len(data)

    def readinto(self, buffer, /):
        return self._readinto('readinto', buffer, self.read)

    def readinto1(self, buffer, /):
        return self._readinto('readinto1', buffer, self.read1)


for _class in (IOBase, TextIOBase, RawIOBase, BufferedIOBase):
    for _method in vars(_class).values():
        if type(_method) is type(_is_bytes):
            _method.__qualname__ = f'_{_method.__qualname__}'
            _like_c(_method)
