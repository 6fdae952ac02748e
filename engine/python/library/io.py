"""io: streams in memory, and files of the run's own file system (_files): raw, buffered, text."""
import sys
import _files
import _host
from _io_base import (DEFAULT_BUFFER_SIZE, BufferedIOBase, IOBase, RawIOBase, TextIOBase, UnsupportedOperation, _is_bytes,
                      _moved_to, _no_pickle, _refuse, _shown, _size, _text_or_none, _written_into, text_encoding)
from _methods import methods_of
from _native import index as _index, like_c as _like_c
from abc import ABCMeta, _has_methods, abstractmethod
from builtins import open
from types import GenericAlias

__all__ = ['BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO', 'BufferedIOBase',
           'BufferedReader', 'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase', 'TextIOWrapper',
           'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE', 'IncrementalNewlineDecoder',
           'text_encoding', 'Reader', 'Writer']

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError
_CHUNK = 8192


# ---- in memory

class _Memory(IOBase):
    """A stream over `_value`, which `_joined` brings up to date; `_exact` makes what a reader is given of a part of it."""
    _closed = False

    def _live(self):
        self._check()

    def flush(self):
        pass

    def __del__(self):
        if type(self).close not in _MEMORY_CLOSES:  # it is the program's
            IOBase.__del__(self)

    def read(self, size=-1, /):
        self._live()
        size = _size(size)
        value = self._joined()
        end = len(value) if size < 0 else min(len(value), self._at + size)
        text = self._exact(value[self._at : end])
        self._at = max(self._at, end)
        return text

    def _line_end(self, value, at):
        found = value.find(self._newline, at)
        return len(value) if found < 0 else found + len(self._newline)

    def readline(self, size=-1, /):
        self._live()
        size = _size(size)
        value = self._joined()
        end = self._line_end(value, self._at)
        if size >= 0:
            end = min(end, self._at + size)
        text = self._exact(value[self._at : end])
        self._at = max(self._at, end)
        return text

    def tell(self):
        self._live()
        return self._at

    def truncate(self, size=None, /):
        self._live()
        size = self._at if size is None else self._length(size)
        if size < 0:
            raise ValueError(f'{self._negative_size} {size}')
        self._cut(size)
        return size

    def readable(self):
        self._live()
        return True

    writable = seekable = readable

    def close(self):
        self._closed = True
        self._pieces = []

    _own = frozenset(('_value', '_pieces', '_at', '_closed', '_mode', '_newline', '_seen'))

    def __getstate__(self):
        own = _Memory._own
        attributes = {name: value for name, value in self.__dict__.items() if name not in own}
        return (self.getvalue(), *self._extra_state(), self._at, attributes if attributes or type(self).__module__ != '_io' else None)

    def __setstate__(self, state):
        *contents, at, attributes = self._state_parts(state)
        if not isinstance(at, int):
            raise TypeError(f'{self._place} item of state must be an integer, {self._but} {type(at).__name__}')
        if at < 0:
            raise ValueError('position value cannot be negative')
        if attributes is not None and not isinstance(attributes, dict):
            raise TypeError(f'{self._last} item of state should be a dict, got a {type(attributes).__name__}')
        self._restored(*contents)
        self._at = at
        self.__dict__.update(attributes or {})

    def _state_parts(self, state):
        wanted = 3 + (self._place == 'third')
        if not isinstance(state, tuple) or len(state) < wanted:
            raise TypeError(f'{type(self).__name__}.__setstate__ argument should be {wanted}-tuple, got {type(state).__name__}')
        return state


@methods_of(_Memory)
class StringIO(_Memory, TextIOBase):
    _length = staticmethod(_size)
    closed = property(lambda self: self._closed)
    _newline = '\n'
    _negative_size = 'Negative size value'

    def _live(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def _open(self, value):
        self._value = value
        self._pieces = []  # written at the end, to be joined when somebody looks
        self._at = 0
        self._closed = False

    def _joined(self):
        if self._pieces:
            self._value += ''.join(self._pieces)
            self._pieces = []
        return self._value

    def _exact(self, text):
        return text

    def _cut(self, size):
        self._value = self._joined()[:size]

    def getvalue(self):
        self._live()
        return self._joined()

    def _write(self, text):
        if self._pieces or self._at == len(self._value):
            self._pieces.append(text)
            self._at += len(text)
            return
        if not text:
            return
        value = self._value
        if self._at > len(value):
            value += '\0' * (self._at - len(value))
        self._value = value[: self._at] + text + value[self._at + len(text) :]
        self._at += len(text)

    @property
    def line_buffering(self):
        self._live()
        return False

    @property
    def newlines(self):
        self._live()
        return _newlines(self._seen) if self._mode in (None, '') else None

    def __init__(self, initial_value='', newline='\n'):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f'newline must be str or None, not {type(newline).__name__}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._mode, self._seen = newline, set() if not newline else ()
        if newline not in (None, ''):
            self._newline = newline
        self._open('')
        if initial_value:
            self.write(initial_value)
            self._joined()
            self._at = 0

    def _line_end(self, value, at):
        return _line_end(value, at) if self._mode == '' else super()._line_end(value, at)

    def write(self, s, /):
        self._live()
        if not isinstance(s, str):
            raise TypeError(f'string argument expected, got {type(s).__name__!r}')
        text = s
        if self._mode in (None, ''):
            if '\n' in text or '\r' in text:
                _note_newlines(self._seen, text)
            if self._mode is None and '\r' in text:
                text = text.replace('\r\n', '\n').replace('\r', '\n')
        elif self._mode in ('\r', '\r\n'):
            text = text.replace('\n', self._mode)
        self._write(text)
        return len(s)

    def seek(self, pos, whence=0, /):
        self._live()
        pos, whence = _index(pos), _index(whence)
        if whence not in (0, 1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        if pos < 0:
            raise ValueError(f'Negative seek position {pos}')
        value = self._joined()
        self._at = (pos, self._at, len(value))[whence]
        return self._at

    _place, _last, _but = 'third', 'fourth', 'got'

    def _extra_state(self):
        return (self._mode,)

    def _restored(self, value, newline):
        """As it was, line ends included: they were translated when they were written."""
        self.__init__(value if not isinstance(value, str) else '', newline)
        self._value = value or ''


@methods_of(_Memory)
class BytesIO(_Memory, BufferedIOBase):
    _length = staticmethod(_index)
    closed = property(lambda self: self._closed)
    _newline = b'\n'
    _negative_size = 'negative size value'
    _value = b''

    def __init__(self, initial_bytes=b''):
        if initial_bytes is not None:
            _is_bytes(initial_bytes)
        self._at = 0
        self._resize()
        self._value = bytearray(initial_bytes or b'')
        self._closed = False

    def _resize(self):
        """BufferError while somebody looks into the buffer: as CPython has it, also when its size stays."""
        if type(self._value) is bytearray:
            del self._value[0:0:2]  # with a step nothing is deleted without a look at that

    def _joined(self):
        return self._value

    _exact = staticmethod(bytes)

    def _cut(self, size):
        self._resize()
        del self._value[size:]

    def getvalue(self):
        self._live()
        return bytes(self._value)

    def write(self, b, /):
        self._live()
        _is_bytes(b)
        self._resize()
        data = memoryview(b).cast('B')
        value, at = self._value, self._at
        if data:
            if at > len(value):
                value.extend(bytes(at - len(value)))
            self._at = at + len(data)
            value[at : self._at] = data
        return len(data)

    def close(self):
        if not self._closed:
            self._resize()
        self._closed = True
        self._value = b''

    def read1(self, size=-1, /):
        return BytesIO.read(self, size)

    def readinto(self, buffer, /):
        return self._readinto('readinto', buffer, self.read)

    def seek(self, pos, whence=0, /):
        self._live()
        pos, whence = _index(pos), _index(whence)
        value = self._joined()
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if whence == 0 and pos < 0:
            raise ValueError(f'negative seek value {pos}')
        self._at = max(0, pos + (0, self._at, len(value))[whence])
        return self._at

    def getbuffer(self):
        self._live()
        return memoryview(self._value)

    _place, _last, _but = 'second', 'third', 'not'

    def _extra_state(self):
        return ()

    def _restored(self, value):
        self.__init__(value)


_MEMORY_CLOSES = StringIO.close, BytesIO.close


# ---- raw files

_MODE_FLAGS = {'r': _files.O_RDONLY, 'w': _files.O_WRONLY | _files.O_CREAT | _files.O_TRUNC,
               'a': _files.O_WRONLY | _files.O_CREAT | _files.O_APPEND, 'x': _files.O_WRONLY | _files.O_CREAT | _files.O_EXCL}


class FileIO(RawIOBase):
    closed = True

    def __init__(self, file, mode='r', closefd=True, opener=None):
        if not isinstance(mode, str):
            raise TypeError(f"FileIO() argument 'mode' must be str, not {type(mode).__name__}")
        if set(mode) - set('rwxab+'):
            raise ValueError(f'invalid mode: {mode}')
        kinds = [letter for letter in mode if letter in 'rwxa']
        if len(kinds) != 1 or mode.count('+') > 1:
            raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
        flags = _MODE_FLAGS[kinds[0]]
        if '+' in mode:
            flags = flags & ~3 | _files.O_RDWR
        self._kind, self._plus, self._opener = kinds[0], '+' in mode, None
        self.name, self.closefd = file, closefd
        if isinstance(file, int):
            if isinstance(file, bool):
                import warnings
                warnings.warn('bool is used as a file descriptor', RuntimeWarning, 2)
            if file < 0:
                raise ValueError('negative file descriptor')
            if not _files.is_open(file):
                _files.fail(9)
            self._number = file
        else:
            if not closefd:
                raise ValueError('Cannot use closefd=False with file name')
            path = _files.fspath(file)
            if opener is None:
                self._number = _files.open(path, flags, 0o666)
            else:
                self._number = opener(file, flags)
                if not isinstance(self._number, int):
                    raise TypeError('expected integer from opener')
                if self._number < 0:
                    raise ValueError(f'opener returned {self._number}')
        if self._number > 2 and _files.opened(self._number).node.kind == _files.DIRECTORY:
            if not isinstance(file, int):
                _files.close(self._number)
            _files.fail(21, file)
        self.closed = False
        if self._kind == 'a':
            _files.seek(self._number, 0, 2)

    @property
    def mode(self):
        if self._kind == 'r':
            return 'rb+' if self._plus else 'rb'
        return ('xb' if self._kind == 'x' else 'ab' if self._kind == 'a' else 'rb' if self._plus else 'wb') + '+' * self._plus

    def _live(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def readable(self):
        self._live()
        return self._kind == 'r' or self._plus

    def writable(self):
        self._live()
        return self._kind != 'r' or self._plus

    def seekable(self):
        self._live()
        return self._number > 2

    def fileno(self):
        self._live()
        return self._number

    def isatty(self):
        self._live()
        return False

    def read(self, size=-1, /):
        self._live()
        if not self.readable():
            raise UnsupportedOperation('File not open for reading')
        return _files.read(self._number, -1 if size is None else size)

    def readall(self):
        return self.read()

    def readinto(self, buffer, /):
        view = memoryview(buffer).cast('B')
        data = self.read(len(view))
        view[:len(data)] = data
        return len(data)

    def write(self, b, /):
        self._live()
        if not self.writable():
            raise UnsupportedOperation('File not open for writing')
        _is_bytes(b)
        return _files.write(self._number, bytes(b))

    def seek(self, pos, whence=0, /):
        self._live()
        return _files.seek(self._number, _index(pos), whence)

    def truncate(self, size=None, /):
        self._live()
        if not self.writable():
            raise UnsupportedOperation('File not open for writing')
        size = self.tell() if size is None else size
        _files.truncate(self._number, size)
        return size

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True
                if self.closefd:
                    _files.close(self._number)

    def __repr__(self):
        if self.closed:
            return _shown(self, ' [closed]')
        name = f'name={self.name!r}' if hasattr(self, 'name') else f'fd={self._number}'
        return _shown(self, f' {name} mode={self.mode!r} closefd={self.closefd}')

    __reduce__ = __reduce_ex__ = _no_pickle

    def _warn_unclosed(self, source):
        warnings = sys.modules.get('warnings')
        if not self.closed and self.closefd and warnings is not None:
            warnings.warn(f'unclosed file {source!r}', ResourceWarning, source=source, stacklevel=2)

    def _finalize(self):
        self._warn_unclosed(self)
        self.close()


# ---- buffered files

def _name_of(below):
    try:
        return f' name={below.name!r}'
    except (AttributeError, ValueError):
        return ''


class _Buffered(BufferedIOBase):
    """What the three buffered kinds share: the raw file below, what was read ahead of it, what is not written yet."""
    raw = None
    _size = 0  # until it is made

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self.raw, self._size = None, 0
        buffer_size = _index(buffer_size)
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self.raw = raw
        self._size = buffer_size
        self._ahead, self._pos = b'', 0
        self._out = bytearray()

    def _file(self):
        if self.raw is None:
            raise ValueError('raw stream has been detached' if self._size else 'I/O operation on uninitialized object')
        return self.raw

    @property
    def closed(self):
        return self._file().closed

    name = property(lambda self: self._file().name)
    mode = property(lambda self: self._file().mode)

    def _open_for(self, what):
        if self.closed:
            raise ValueError(f'{what} of closed file' if what != 'write' else 'write to closed file')

    def readable(self):
        return self._file().readable()

    def writable(self):
        return self._file().writable()

    def seekable(self):
        return self._file().seekable()

    def fileno(self):
        return self._file().fileno()

    def isatty(self):
        return self._file().isatty()

    def _drain(self):
        while self._out:
            count = self.raw.write(bytes(self._out))
            if count is None:
                raise BlockingIOError(11, 'write could not complete without blocking', 0)
            if not 0 <= count <= len(self._out):
                raise OSError(f'raw write() returned invalid length {count} (should have been between 0 and {len(self._out)})')
            del self._out[:count]

    def flush(self):
        if self.closed:
            raise ValueError('flush of closed file' if isinstance(self, BufferedWriter) else 'I/O operation on closed file.')
        self._drain()

    def close(self):
        if self.raw is None or self.closed:
            return
        try:
            self.flush()
        finally:
            self.raw.close()

    def detach(self):
        raw = self._file()
        self.flush()
        self.raw = None
        return raw

    def _finalize(self):
        if isinstance(self.raw, FileIO):
            self.raw._warn_unclosed(self)
        self.close()

    def _rewind(self):
        """What was read ahead and not used is given back."""
        behind = len(self._ahead) - self._pos
        self._ahead, self._pos = b'', 0
        if behind:
            self.raw.seek(-behind, 1)

    def tell(self):
        return _moved_to(self._file().tell()) - (len(self._ahead) - self._pos) + len(self._out)

    def seek(self, pos, whence=0, /):
        self._open_for('seek')
        pos, whence = _index(pos), _index(whence)
        if whence not in (0, 1, 2):
            raise ValueError(f'whence value {whence} unsupported')
        if not self.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')
        self._drain()
        if whence == 1:
            pos -= len(self._ahead) - self._pos
        self._ahead, self._pos = b'', 0
        return _moved_to(self.raw.seek(pos, whence))

    def truncate(self, size=None, /):
        if not self.writable():
            raise UnsupportedOperation('truncate')
        self.flush()
        return self.raw.truncate(self.tell() if size is None else size)

    def __repr__(self):
        return _shown(self, _name_of(self.raw))

    __reduce__ = __reduce_ex__ = _no_pickle

    # Reading.
    def _read(self, size):
        self._drain()
        if size < 0:
            rest = self._ahead[self._pos:]
            self._ahead, self._pos = b'', 0
            return rest + (self.raw.readall() if hasattr(self.raw, 'readall') else self.raw.read() or b'')
        while len(self._ahead) - self._pos < size:
            more = self._raw_read(max(size, self._size))
            if not more:
                if more is None and self._pos == len(self._ahead):
                    return None
                break
            self._ahead, self._pos = self._ahead[self._pos:] + more, 0
        start = self._pos
        self._pos = min(start + size, len(self._ahead))
        return self._ahead[start:self._pos]

    def _raw_read(self, size):
        try:
            return self.raw.read(size)
        except ValueError as error:  # what readinto() of a program says that cannot be
            if 'outside buffer size' not in str(error):
                raise
            count = error.args[0].split()[2]
            raise OSError(f'raw readinto() returned invalid length {count} (should have been between 0 and {size})') from None

    def _read1(self, size):
        self._drain()
        if self._pos >= len(self._ahead):
            self._ahead, self._pos = self._raw_read(self._size) or b'', 0
        end = len(self._ahead) if size < 0 else self._pos + size
        data = self._ahead[self._pos:end]
        self._pos += len(data)
        return data

    def _peek(self):
        self._drain()
        if self._pos >= len(self._ahead):
            self._ahead, self._pos = self._raw_read(self._size) or b'', 0
        return self._ahead[self._pos:]

    def _readline(self, size):
        self._drain()
        pieces = []
        left = size
        while left:
            if self._pos >= len(self._ahead):
                self._ahead, self._pos = self._raw_read(self._size) or b'', 0
                if not self._ahead:
                    break
            found = self._ahead.find(b'\n', self._pos)
            end = len(self._ahead) if found < 0 else found + 1
            if left > 0:
                end = min(end, self._pos + left)
                left -= end - self._pos
            pieces.append(self._ahead[self._pos:end])
            self._pos = end
            if pieces[-1].endswith(b'\n'):
                break
        return b''.join(pieces)

    # Writing.
    def _write(self, b):
        self._rewind()
        _is_bytes(b)
        data = bytes(b)
        taken = False
        try:
            if self._out and len(self._out) + len(data) > self._size:
                self._drain()
            self._out += data
            taken = True
            if len(self._out) > self._size:
                self._drain()
        except BlockingIOError as error:  # as much as the buffer holds stays in it
            if not taken:
                self._out += data
            left = len(self._out) - self._size
            if left > 0:
                del self._out[self._size:]
                raise BlockingIOError(error.errno, error.strerror, len(data) - left) from None
        return len(data)


@methods_of(_Buffered)
class BufferedReader(_Buffered):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise UnsupportedOperation('File or stream is not readable.')
        super().__init__(raw, buffer_size)

    def writable(self):
        return False

    def read(self, size=-1, /):
        self._open_for('read')
        size = _size(size)
        if size < -1:
            raise ValueError('read length must be non-negative or -1')
        return self._read(size)

    def read1(self, size=-1, /):
        self._open_for('read')
        return self._read1(_index(size))

    def readinto1(self, buffer, /):
        self._open_for('readinto1')
        self._drain()
        view = _written_into('readinto1', buffer)
        data = self._ahead[self._pos:self._pos + len(view)]
        self._pos += len(data)
        left = len(view) - len(data)
        if left > self._size:  # more than the buffer holds: one reading past it
            data += self._raw_read(left) or b''
        elif left and not data:
            data = self._read1(left)
        view[:len(data)] = data
        return len(data)

    def peek(self, size=0, /):
        _index(size)
        self._open_for('peek')
        return self._peek()

    def readline(self, size=-1, /):
        self._open_for('readline')
        return self._readline(_size(size))


@methods_of(_Buffered)
class BufferedWriter(_Buffered):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise UnsupportedOperation('File or stream is not writable.')
        super().__init__(raw, buffer_size)

    def readable(self):
        return False

    def readline(self, size=-1, /):
        self._unsupported('read')

    def write(self, b, /):
        self._open_for('write')
        return self._write(b)


@methods_of(BufferedReader)
@methods_of(_Buffered)
class BufferedRandom(BufferedReader):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')
        if not raw.writable():
            raise UnsupportedOperation('File or stream is not writable.')
        super().__init__(raw, buffer_size)

    writable = BufferedWriter.writable
    write = BufferedWriter.write


class BufferedRWPair(BufferedIOBase):
    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)
        for name in ('read', 'read1', 'peek', 'readinto', 'readinto1', 'readable'):
            setattr(self, name, getattr(self.reader, name))
        for name in ('write', 'flush', 'writable'):
            setattr(self, name, getattr(self.writer, name))

    @property
    def closed(self):
        return self.writer.closed

    def isatty(self):
        return self.writer.isatty() or self.reader.isatty()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_io.BufferedRWPair' object")


class _StandardBytes(BufferedIOBase):
    """sys.stdout.buffer and its like: bytes of a standard stream, one object for each."""
    _known = {}

    def __new__(cls, text):
        if id(text) not in cls._known:
            cls._known[id(text)] = super().__new__(cls)
        return cls._known[id(text)]

    def __init__(self, text):
        self._text, self._number = text, text.fileno()
        self.raw, self.name, self.mode = self, text.name, 'wb' if text.writable() else 'rb'

    def readable(self):
        return self.mode == 'rb'

    def writable(self):
        return self.mode == 'wb'

    def fileno(self):
        return self._number

    def write(self, b, /):
        _is_bytes(b)
        return _host.write(self.fileno(), b)

    def flush(self):
        self._text.flush()

    def read(self, size=-1, /):
        return self._text.read().encode()

    read1 = read

    def readline(self, size=-1, /):
        return self._text.readline().encode()

    def close(self):
        pass

    def __repr__(self):
        return f'<_io.{"BufferedWriter" if self.writable() else "BufferedReader"} name={self.name!r}>'


# ---- text

def _line_end(text, at):
    """Where the line that begins at `at` ends, by any of the three line ends."""
    found = text.find('\n', at)
    end = len(text) if found < 0 else found + 1
    other = text.find('\r', at, end)
    if other < 0 or other == end - 2 and found >= 0:
        return end
    return other + 1


class IncrementalNewlineDecoder:
    def __init__(self, decoder, translate, errors='strict'):
        self.decoder, self.translate, self.errors = decoder, translate, errors
        self._kept, self._seen = False, set()

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(input, final)
        if self._kept and (text or final):
            text, self._kept = '\r' + text, False
        if text.endswith('\r') and not final:
            text, self._kept = text[:-1], True
        _note_newlines(self._seen, text)
        return text.replace('\r\n', '\n').replace('\r', '\n') if self.translate else text

    def getstate(self):
        buffer, flag = (b'', 0) if self.decoder is None else self.decoder.getstate()
        return buffer, flag << 1 | self._kept

    def setstate(self, state, /):
        if not isinstance(state, tuple):
            raise TypeError('state argument must be a tuple')
        buffer, flag = state
        self._kept = bool(flag & 1)
        if self.decoder is not None:
            self.decoder.setstate((buffer, flag >> 1))

    def reset(self):
        self._kept, self._seen = False, set()
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        return _newlines(self._seen)


def _note_newlines(seen, text):
    if len(seen) == 3:
        return
    pairs = text.count('\r\n')
    for end, count in (('\r\n', pairs), ('\n', text.count('\n') - pairs), ('\r', text.count('\r') - pairs)):
        if count:
            seen.add(end)


def _newlines(seen):
    ordered = tuple(end for end in ('\r', '\n', '\r\n') if end in seen)
    return None if not ordered else ordered[0] if len(ordered) == 1 else ordered


_SINGLE = {'ascii', 'latin-1', 'latin1', 'iso-8859-1', 'iso8859-1', 'us-ascii', 'cp1252', 'windows-1252'}


def _unfinished(data):
    """How many bytes at the end of UTF-8 data begin a character that is not there whole."""
    for count in range(1, min(4, len(data) + 1)):
        byte = data[-count]
        if byte >= 0xC0:
            return count if count < (2 if byte < 0xE0 else 3 if byte < 0xF0 else 4) else 0
        if byte < 0x80:
            return 0
    return 0


class TextIOWrapper(TextIOBase):
    buffer = None
    newlines = property(lambda self: _newlines(self._seen))

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self._check_settings('TextIOWrapper', encoding, errors, newline)
        self.buffer = None
        self._settings(encoding or 'UTF-8', errors or 'strict', newline, line_buffering, write_through)
        self._pending, self._pending_size = [], 0
        self._text, self._at, self._tail = '', 0, b''  # read and not given out: as the file has it
        self._seen = set()
        self._telling = True
        self._reads = False
        buffer.readable  # an AttributeError of what is no stream
        self.buffer = buffer

    def _check_settings(self, function, encoding, errors, newline):
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            _text_or_none(function, name, value)
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline}')

    def _settings(self, encoding, errors, newline, line_buffering, write_through):
        self.encoding, self.errors, self._newline = encoding, errors, newline
        if self.encoding == 'locale':
            self.encoding = 'UTF-8'
        ''.encode(self.encoding)
        self.line_buffering, self.write_through = bool(line_buffering), bool(write_through)
        plain = self.encoding.lower().replace('_', '-')
        self._utf8 = plain in ('utf-8', 'utf8')
        self._chunked = self._utf8 or plain in _SINGLE
        self._marked = plain in ('utf-16', 'utf16', 'utf-32', 'utf32', 'utf-8-sig')

    def _below(self):
        if self.buffer is None:
            raise ValueError('underlying buffer has been detached' if self.encoding else 'I/O operation on uninitialized object')
        return self.buffer

    closed = property(lambda self: self._below().closed)
    name = property(lambda self: self._below().name)
    _mode = None

    def _check(self):
        if self._below().closed:
            raise ValueError('I/O operation on closed file.')

    def readable(self):
        return self._below().readable()

    def writable(self):
        return self._below().writable()

    def seekable(self):
        return self._below().seekable()

    def fileno(self):
        return self._below().fileno()

    def isatty(self):
        return self._below().isatty()

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None, write_through=None):
        self._check_settings('reconfigure', encoding, errors, None if newline is Ellipsis else newline)
        for flag in (line_buffering, write_through):
            flag is None or _index(flag)
        if self._reads and (encoding is not None or errors is not None or newline is not Ellipsis):
            raise UnsupportedOperation('It is not possible to set the encoding or newline of stream after the first read')
        self.flush()
        self._settings(encoding or self.encoding, errors or ('strict' if encoding else self.errors),
                       self._newline if newline is Ellipsis else newline,
                       self.line_buffering if line_buffering is None else line_buffering,
                       self.write_through if write_through is None else write_through)

    # Writing.
    def _encode(self, text):
        if self._marked and not self._starts():
            return text.encode({'8': 'utf-8', '6': 'utf-16-le', '2': 'utf-32-le'}[self.encoding.lower().removesuffix('-sig')[-1]],
                               self.errors)
        return text.encode(self.encoding, self.errors)

    def _starts(self):
        """Whether the next thing written stands at the file's beginning, where the byte order mark goes."""
        try:
            return not self._pending and self.buffer.tell() == 0
        except (OSError, ValueError):
            return not self._pending

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {type(s).__name__}')
        self._check()
        if not self.writable():
            raise UnsupportedOperation('not writable')
        text = s
        if self._newline in ('\r', '\r\n'):
            text = text.replace('\n', self._newline)
        data = self._encode(text)
        self._pending.append(data)
        self._pending_size += len(data)
        if (self._text or self._tail) and self._telling and self.buffer.seekable():
            self._text, self._at, self._tail = '', 0, b''
        if self._pending_size > _CHUNK or self.write_through:
            self._settle()
        if self.line_buffering and ('\n' in text or '\r' in text):
            self.flush()
        return len(s)

    def _settle(self):
        if self._pending:
            data, self._pending, self._pending_size = b''.join(self._pending), [], 0
            self.buffer.write(data)

    def flush(self):
        self._check()
        self._settle()
        self._telling = True
        self.buffer.flush()

    def close(self):
        if self._below().closed:
            return
        try:
            self.flush()
        finally:
            self.buffer.close()

    def detach(self):
        buffer = self._below()
        self.flush()
        self.buffer = None
        return buffer

    def _finalize(self):
        raw = getattr(self.buffer, 'raw', None)
        if isinstance(raw, FileIO):
            raw._warn_unclosed(self)
        self.close()

    # Reading.
    def _may_read(self):
        self._check()
        if not self.readable():
            raise UnsupportedOperation('not readable')
        if self._pending:
            self._settle()

    def _more(self, whole=False):
        """Reads on: False at the end of the file."""
        self._reads = True
        buffer = self.buffer
        if whole or not self._chunked:
            data, end = buffer.read(), True
        else:
            data = buffer.read1(_CHUNK) if hasattr(buffer, 'read1') else buffer.read(_CHUNK)
            end = not data
        if not isinstance(data, bytes):
            data = bytes(data)
        self._tail += data
        if not self._tail:
            return False
        keep = 0 if end or not self._utf8 else _unfinished(self._tail)
        encoded = self._tail[:len(self._tail) - keep]
        text = encoded.decode(self.encoding, self.errors)
        self._tail = self._tail[len(encoded):]
        if text.endswith('\r') and not end and self._newline in (None, ''):  # its \n may come
            self._tail, text = b'\r' + self._tail, text[:-1]
        if self._newline in (None, ''):
            if '\r' in text:
                _note_newlines(self._seen, text)
            elif '\n' in text:
                self._seen.add('\n')
        self._text, self._at = self._text[self._at:] + text, 0
        return not end or bool(text)

    def _given(self, text):
        if self._newline is None and '\r' in text:
            return text.replace('\r\n', '\n').replace('\r', '\n')
        return text

    def read(self, size=-1, /):
        self._may_read()
        size = _size(size)
        if size < 0:
            while self._more(True):
                pass
            text, self._text, self._at = self._text[self._at:], '', 0
            return self._given(text)
        out, count = [], 0
        while count < size:
            if self._at >= len(self._text) and not self._more():
                if self._at >= len(self._text):
                    break
            end = min(self._at + size - count, len(self._text))
            if self._text[end - 1:end + 1] == '\r\n' and self._newline is None:
                end += 1
            piece = self._given(self._text[self._at:end])
            self._at = end
            out.append(piece)
            count += len(piece)
        return ''.join(out)

    def _end_of_line(self):
        """Where the line ends in what was read, -1: not there yet."""
        text, at = self._text, self._at
        if self._newline in ('\r', '\n', '\r\n'):
            found = text.find(self._newline, at)
            return -1 if found < 0 else found + len(self._newline)
        end = _line_end(text, at)
        return end if end > at and text[end - 1] in '\r\n' else -1

    def readline(self, size=-1, /):
        self._may_read()
        size = -1 if size is None else _index(size)
        while (end := self._end_of_line()) < 0:
            if not self._more():
                end = len(self._text)
                break
        if 0 <= size < end - self._at:
            end = self._at + size
        text = self._text[self._at:end]
        self._at = end
        return self._given(text)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        self._telling = False
        line = self.readline()
        if not line:
            self._telling = True
            raise StopIteration
        return line

    # Moving.
    def tell(self):
        self._check()
        if not self.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        if not self._telling:
            raise OSError('telling position disabled by next() call')
        self.flush()
        rest = self._text[self._at:]
        name = self.encoding.lower()
        plain = {'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le', 'utf-8-sig': 'utf-8'}.get(name, name)
        return self.buffer.tell() - len(self._tail) - len(rest.encode(plain, 'surrogatepass' if self._utf8 else self.errors))

    def seek(self, cookie, whence=0, /):
        self._check()
        if not self.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        whence = _index(whence)
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie, whence = self.tell(), 0
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence != 0:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if cookie < 0:
            raise ValueError(f'negative seek position {cookie}')
        cookie = _index(cookie)
        self.flush()
        self._text, self._at, self._tail = '', 0, b''
        self._seen.clear()
        return self.buffer.seek(cookie, whence)

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(self.tell() if size is None else _index(size))

    def __repr__(self):
        mode = f' mode={self.mode!r}' if 'mode' in self.__dict__ else ''
        return _shown(self, f'{_name_of(self.buffer)}{mode} encoding={self.encoding!r}')

    __reduce__ = __reduce_ex__ = _no_pickle


# ---- open

def _check_mode(mode, encoding, errors, newline):
    letters = set(mode)
    if letters - set('axrwb+t') or len(mode) > len(letters):
        raise ValueError(f'invalid mode: {mode!r}')
    if 'b' in letters and 't' in letters:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set('rwax')) > 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if not letters & set('rwax'):
        raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
    if 'b' in letters:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                article = 'an' if name in ('encoding', 'errors') else 'a'
                raise ValueError(f"binary mode doesn't take {article} {name} argument")


def _check_str(name, value, optional):
    if not isinstance(value, str) and not (optional and value is None):
        raise TypeError(f"open() argument '{name}' must be str{' or None' if optional else ''}, not {type(value).__name__}")


def _open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    _check_str('mode', mode, False)
    if not isinstance(buffering, int):
        buffering = _index(buffering)
    for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
        _check_str(name, value, True)
    if not isinstance(file, int):
        file = _files.fspath(file)
    _check_mode(mode, encoding, errors, newline)
    binary = 'b' in mode
    if buffering == 0 and not binary:
        raise ValueError("can't have unbuffered text I/O")
    if buffering == 1 and binary:
        import warnings
        warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
                      RuntimeWarning, 2)
    raw = FileIO(file, mode.replace('b', '').replace('t', ''), closefd, opener)
    if buffering == 0:
        return raw
    try:
        kind = BufferedRandom if '+' in mode else BufferedReader if 'r' in mode else BufferedWriter
        buffer = kind(raw, buffering if buffering > 1 else DEFAULT_BUFFER_SIZE)
        if binary:
            return buffer
        text = TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)
    except:
        raw.close()
        raise
    text.mode = mode
    return text


_open.__name__ = _open.__qualname__ = 'open'
_like_c(_open)


def open_code(path):
    if not isinstance(path, str):
        raise TypeError(f"open_code() argument 'path' must be str, not {type(path).__name__}")
    return open(path, 'rb')


_like_c(open_code)


class Reader(metaclass=ABCMeta):
    """A protocol: what can be read."""
    __slots__ = ()

    @abstractmethod
    def read(self, size=..., /):
        """Read data from the input stream and return it."""

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, 'read') if cls is Reader else NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


class Writer(metaclass=ABCMeta):
    """A protocol: what can be written to."""
    __slots__ = ()

    @abstractmethod
    def write(self, data, /):
        """Write *data* to the output stream and return the number of items written."""

    @classmethod
    def __subclasshook__(cls, other):
        return _has_methods(other, 'write') if cls is Writer else NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


for _class in (StringIO, BytesIO, FileIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, TextIOWrapper,
               IncrementalNewlineDecoder):
    _class.__module__ = '_io'
    _like_c(_class)
TextIOBase.register(type(sys.stdout))
TextIOWrapper.register(type(sys.stdout))
