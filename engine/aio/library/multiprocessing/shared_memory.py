"""multiprocessing.shared_memory: memory that processes find by its name, and lists of values kept in such memory."""
import secrets
import struct
from functools import partial
from types import GenericAlias

__all__ = ['SharedMemory', 'ShareableList']

_blocks = {}  # all that has a name: the processes of a run see the same ones


def _missing(name):
    return FileNotFoundError(2, 'No such file or directory', name)


class SharedMemory:
    _name = _buf = None
    _size = 0

    def __init__(self, name=None, create=False, size=0, *, track=True):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        path = f'/psm_{secrets.token_hex(4)}' if name is None else f'/{name}'
        if create:
            if path in _blocks:
                raise FileExistsError(17, 'File exists', path)
            _blocks[path] = bytearray(size)
        elif path not in _blocks:
            raise _missing(path)
        self._name, self._buf = path, memoryview(_blocks[path])
        self._size = len(self._buf)

    def __del__(self):
        try:
            self.close()
        except BufferError:
            pass

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f'{self.__class__.__name__}({self.name!r}, size={self.size})'

    @property
    def buf(self):
        """A memoryview of contents of the shared memory block."""
        return self._buf

    @property
    def name(self):
        """Unique name that identifies the shared memory block."""
        return self._name.removeprefix('/')

    @property
    def size(self):
        """Size in bytes."""
        return self._size

    def close(self):
        """Close access to the shared memory from this instance but do not destroy the shared memory block."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None

    def unlink(self):
        """Request that the underlying shared memory block be destroyed."""
        if _blocks.pop(self._name, None) is None:
            raise _missing(self._name)


_ENCODING = 'utf8'
_ROOM = 8  # texts and bytes have the next multiple of this, and so as much as they began with
_FORMATS = {int: 'q', float: 'd', bool: 'xxxxxxx?', type(None): 'xxxxxx?x'}
_STR, _BYTES, _NONE, _OTHER = 1, 2, 3, 0  # how what was unpacked becomes the value


def _format_of(value):
    if isinstance(value, (str, bytes)):
        length = len(value.encode(_ENCODING) if isinstance(value, str) else value)
        return f'{_ROOM * (length // _ROOM + 1)}s'
    return _FORMATS[type(value)]


def _code_of(value):
    return _STR if isinstance(value, str) else _BYTES if isinstance(value, bytes) else _NONE if value is None else _OTHER


class ShareableList:
    """A list of fixed length in shared memory: the count of its items, where each begins, the items, their formats, and their codes."""

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            values = list(sequence or ())
            formats = [_format_of(value) for value in values]
            sizes = [struct.calcsize(each) for each in formats]
            self._list_len = len(values)
            self.shm = SharedMemory(name, create=True, size=self._at_formats(sum(sizes)) + 9 * len(values))
            struct.pack_into('q', self.shm.buf, 0, len(values))
            at = 0
            for i, size in enumerate(sizes):
                struct.pack_into('q', self.shm.buf, 8 + 8 * i, at)
                at += size
            struct.pack_into('q', self.shm.buf, 8 + 8 * len(values), at)
            for i, (value, format) in enumerate(zip(values, formats)):
                self._put(i, value, format)
        else:
            self.shm = SharedMemory(name)
            self._list_len = struct.unpack_from('q', self.shm.buf, 0)[0]

    def _at_formats(self, data):
        return 16 + 8 * self._list_len + data

    def _places(self, position):
        """Where the item, its format and its code are."""
        position = position if position >= 0 else position + self._list_len
        if not 0 <= position < self._list_len:
            raise IndexError('Requested position out of range.')
        start = 16 + 8 * self._list_len
        at, = struct.unpack_from('q', self.shm.buf, 8 + 8 * position)
        end, = struct.unpack_from('q', self.shm.buf, 8 + 8 * self._list_len)
        return start + at, start + end + 8 * position, start + end + 8 * self._list_len + position

    def _format(self, position):
        return bytes(self.shm.buf[self._places(position)[1]:][:8]).rstrip(b'\0').decode(_ENCODING)

    def _put(self, position, value, format):
        item, at_format, at_code = self._places(position)
        struct.pack_into('8s', self.shm.buf, at_format, format.encode(_ENCODING))
        struct.pack_into('b', self.shm.buf, at_code, _code_of(value))
        struct.pack_into(format, self.shm.buf, item, value.encode(_ENCODING) if isinstance(value, str) else value)

    def __getitem__(self, position):
        try:
            item, _, at_code = self._places(position)
            value, = struct.unpack_from(self._format(position), self.shm.buf, item)
        except IndexError:
            raise IndexError('index out of range') from None
        code, = struct.unpack_from('b', self.shm.buf, at_code)
        if code in (_STR, _BYTES):
            value = value.rstrip(b'\0')
        return value.decode(_ENCODING) if code == _STR else None if code == _NONE else value

    def __setitem__(self, position, value):
        try:
            now = self._format(position)
        except IndexError:
            raise IndexError('assignment index out of range') from None
        if isinstance(value, (str, bytes)):
            encoded = value.encode(_ENCODING) if isinstance(value, str) else value
            room = struct.calcsize(now)
            if len(encoded) > room:
                raise ValueError('bytes/str item exceeds available storage')
            self._put(position, value, now if now[-1] == 's' else f'{room}s')
        else:
            self._put(position, value, _FORMATS[type(value)])

    def __reduce__(self):
        return partial(self.__class__, name=self.shm.name), ()

    def __len__(self):
        return self._list_len

    def __repr__(self):
        return f'{self.__class__.__name__}({list(self)}, name={self.shm.name!r})'

    @property
    def format(self):
        """The struct packing format used by all currently stored items."""
        return ''.join(self._format(i) for i in range(self._list_len))

    def count(self, value):
        return sum(value == entry for entry in self)

    def index(self, value):
        for position, entry in enumerate(self):
            if value == entry:
                return position
        raise ValueError(f'{value!r} not in this container')

    __class_getitem__ = classmethod(GenericAlias)
