"""multiprocessing.sharedctypes: numbers and rows of numbers that processes share, of C's types."""
import struct

from .process import _Inherited
from .synchronize import RLock

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']

_NAMES = {'c': 'c_char', 'u': 'c_wchar', 'b': 'c_byte', 'B': 'c_ubyte', 'h': 'c_short', 'H': 'c_ushort', 'i': 'c_int', 'I': 'c_uint',
          'l': 'c_long', 'L': 'c_ulong', 'q': 'c_long', 'Q': 'c_ulong', 'f': 'c_float', 'd': 'c_double'}


def _fit(code, value):
    """A value as a variable of that type keeps it."""
    if code == 'c':
        if not isinstance(value, bytes) or len(value) != 1:
            raise TypeError('one character bytes, bytearray, or an integer in range(256) expected')
        return value
    if code == 'u':
        if not isinstance(value, str):
            raise TypeError(f'unicode string expected instead of {type(value).__name__} instance')
        return value
    if code in 'fd':
        if not isinstance(value, (int, float)):
            raise TypeError(f'must be real number, not {type(value).__name__}')
        return struct.unpack(code, struct.pack(code, value))[0]
    if not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    bits = 8 * struct.calcsize(code)
    value &= (1 << bits) - 1
    return value - (1 << bits) if code.islower() and value >> bits - 1 else value


def _code(code):
    if code not in _NAMES:
        raise TypeError('this type has no storage info')
    return code


_ZERO = {'c': b'\0', 'u': '\0', 'f': 0.0, 'd': 0.0}


class _Raw(_Inherited):
    def __init__(self, code, value):
        self._code, self._value = code, value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = _fit(self._code, value)

    def __repr__(self):
        name, value = _NAMES[self._code], self._value
        return f'{name}({value!r})'


class _RawArray(_Inherited):
    def __init__(self, code, items):
        self._code, self._items = code, items

    def __len__(self):
        return len(self._items)

    def __getitem__(self, i):
        found = self._items[i] if isinstance(i, slice) or -len(self._items) <= i < len(self._items) else _outside()
        return b''.join(found) if self._code == 'c' and isinstance(i, slice) else found

    def __setitem__(self, i, value):
        if not isinstance(i, slice):
            if not -len(self._items) <= i < len(self._items):
                _outside()
            self._items[i] = _fit(self._code, value)
            return
        items = [value[at:at + 1] for at in range(len(value))] if isinstance(value, bytes) else [_fit(self._code, each) for each in value]
        if len(items) != len(self._items[i]):
            raise ValueError('Can only assign sequence of same size')
        self._items[i] = items

    @property
    def value(self):
        if self._code != 'c':
            raise AttributeError(f"'{_NAMES[self._code]}_Array_{len(self)}' object has no attribute 'value'")
        return b''.join(self._items).split(b'\0')[0]

    @value.setter
    def value(self, data):
        if len(data) > len(self._items):
            raise ValueError('byte string too long')
        self[:len(data)] = data
        if len(data) < len(self._items):
            self[len(data)] = b'\0'

    @property
    def raw(self):
        return b''.join(self._items)

    def __repr__(self):
        return f'<multiprocessing.sharedctypes.{_NAMES[self._code]}_Array_{len(self)} object at {id(self):#x}>'


def _outside():
    raise IndexError('invalid index')


class SynchronizedBase(_Inherited):
    def __init__(self, obj, lock=None, ctx=None):
        self._obj, self._lock = obj, lock or RLock()
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *error):
        return self._lock.__exit__(*error)

    def __repr__(self):
        return f'<{type(self).__name__} wrapper for {self._obj}>'


class Synchronized(SynchronizedBase):
    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        return self[start:stop]


class SynchronizedString(SynchronizedArray):
    value = Synchronized.value

    @property
    def raw(self):
        with self._lock:
            return self._obj.raw


def RawValue(typecode_or_type, *args):
    code = _code(typecode_or_type)
    return _Raw(code, _fit(code, *args) if args else _ZERO.get(code, 0))


def RawArray(typecode_or_type, size_or_initializer):
    code = _code(typecode_or_type)
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError('Array length must be >= 0')
        return _RawArray(code, [_ZERO.get(code, 0)] * size_or_initializer)
    given = size_or_initializer
    items = [given[i:i + 1] for i in range(len(given))] if isinstance(given, bytes) else [_fit(code, each) for each in given]
    return _RawArray(code, items)


def _locked(obj, lock, wrapper):
    if lock is False:
        return obj
    if lock in (True, None):
        lock = RLock()
    if not hasattr(lock, 'acquire'):
        raise AttributeError(f'{lock!r} has no method \'acquire\'')
    return wrapper(obj, lock)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    return _locked(RawValue(typecode_or_type, *args), lock, Synchronized)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    return _locked(RawArray(typecode_or_type, size_or_initializer), lock, SynchronizedString if typecode_or_type == 'c' else SynchronizedArray)


def copy(obj):
    return type(obj)(obj._code, obj._items[:] if isinstance(obj, _RawArray) else obj._value)


def synchronized(obj, lock=None, ctx=None):
    wrapper = Synchronized if isinstance(obj, _Raw) else SynchronizedString if obj._code == 'c' else SynchronizedArray
    return wrapper(obj, lock)
