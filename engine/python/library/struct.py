"""Values as bytes and back, by a format."""

import _struct
from _native import like_c as _like_c

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    __module__ = 'struct'


_struct.error = error


def _check_room(name, doing, size, length, offset):
    """The offset from the start, when there is room for so many bytes behind it."""
    if offset < 0:
        if offset + size > 0:
            raise error(f'not enough data to unpack {size} bytes at offset {offset}' if doing == 'unpacking' else
                        f'no space to pack {size} bytes at offset {offset}')
        if offset + length < 0:
            raise error(f'offset {offset} out of range for {length}-byte buffer')
        offset += length
    if length - offset < size:
        raise error(f'{name} requires a buffer of at least {size + offset} bytes for {doing} {size} bytes at offset {offset} '
                    f'(actual buffer size is {length})')
    return offset


def _length(buffer):
    try:
        return memoryview(buffer).nbytes
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'") from None


class Struct:
    """Struct(fmt) --> compiled struct object"""
    __slots__ = ('_format', '_size', '__weakref__')

    def __init__(self, format):
        self._size = _struct.calcsize(format)
        self._format = format if isinstance(format, str) else bytes(format).decode('ascii')

    size = property(lambda self: self._size, doc='struct size in bytes')
    format = property(lambda self: self._format, doc='struct format string')

    def __repr__(self):
        return f'Struct({self._format!r})'

    def pack(self, *values):
        return _struct.pack(self._format, values, 'pack')

    def pack_into(self, *values):
        if len(values) < 2:
            raise error(f'pack_into expected {"offset" if values else "buffer"} argument')
        buffer, offset, values = values[0], values[1], values[2:]
        view = memoryview(buffer).cast('B') if not isinstance(buffer, bytearray) else buffer
        if isinstance(buffer, bytes):
            raise TypeError('a read-write bytes-like object is required, not bytes')
        data = _struct.pack(self._format, values, 'pack_into')
        offset = _check_room('pack_into', 'packing', self._size, len(view), offset)
        view[offset:offset + self._size] = data

    def unpack(self, buffer, /):
        if _length(buffer) != self._size:
            raise error(f'unpack requires a buffer of {self._size} bytes')
        return _struct.unpack(self._format, buffer, 0)

    def unpack_from(self, /, buffer, offset=0):
        return _struct.unpack(self._format, buffer, _check_room('unpack_from', 'unpacking', self._size, _length(buffer), offset))

    def iter_unpack(self, buffer, /):
        if not self._size:
            raise error('cannot iteratively unpack with a struct of length 0')
        length = _length(buffer)
        if length % self._size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {self._size} bytes')
        return unpack_iterator(self._format, self._size, buffer, length)


class unpack_iterator:
    __slots__ = ('_format', '_size', '_buffer', '_at', '_length')

    def __init__(self, *parts):
        self._format, self._size, self._buffer, self._length = parts
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._at >= self._length:
            self._buffer = None
            raise StopIteration
        values = _struct.unpack(self._format, self._buffer, self._at)
        self._at += self._size
        return values

    def __length_hint__(self):
        """Private method returning an estimate of len(list(it))."""
        return (self._length - self._at) // self._size


def calcsize(format, /):
    """Return size in bytes of the struct described by the format string."""
    return _struct.calcsize(format)


def _own(args):
    """What the format among a function's arguments describes."""
    if not args:
        raise TypeError('missing format argument')
    return Struct(args[0])


def pack(*args):
    """pack(format, v1, v2, ...) -> bytes"""
    return _struct.pack(args[0], args[1:], 'pack') if args else _own(args)


def pack_into(*args):
    """pack_into(format, buffer, offset, v1, v2, ...)"""
    _own(args).pack_into(*args[1:])


def unpack(format, buffer, /):
    """Return a tuple containing values unpacked according to the format string."""
    return Struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    """Return a tuple containing values unpacked according to the format string."""
    return Struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    """Return an iterator yielding tuples unpacked from the given bytes."""
    return Struct(format).iter_unpack(buffer)


unpack_iterator.__module__ = '_struct'
_like_c(unpack_iterator)
for _function in (calcsize, pack, pack_into, unpack, unpack_from, iter_unpack):
    _function.__module__ = '_struct'
    _like_c(_function)
del _function
Struct.__module__ = '_struct'
_like_c(Struct, Struct.__init__, Struct.pack, Struct.pack_into, Struct.unpack, Struct.unpack_from, Struct.iter_unpack)
