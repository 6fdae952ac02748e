"""Arrays of numbers of one kind."""

import struct as _struct
from _native import buffer_class as _buffer_class, like_c as _like_c

typecodes = 'bBuwhHiIlLqQfd'
_sizes = {'b': 1, 'B': 1, 'u': 4, 'w': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
_names = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer', 'H': 'unsigned short',
          'i': 'signed integer', 'I': 'unsigned int'}


class array:
    """array(typecode [, initializer]) -> array"""

    # In this order: the engine looks for the buffer in the first.
    __slots__ = ('_data', 'typecode', '__weakref__')

    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            what = f'a string of length {len(typecode)}' if isinstance(typecode, str) else type(typecode).__name__
            raise TypeError(f'array() argument 1 must be a unicode character, not {what}')
        if typecode not in _sizes:
            raise ValueError('bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)')
        if isinstance(initializer, str) and typecode not in 'uw':
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        if typecode == 'u':
            import warnings
            warnings.warn("The 'u' type code is deprecated and will be removed in Python 3.16", DeprecationWarning, stacklevel=2)
        self = object.__new__(cls)
        object.__setattr__(self, 'typecode', typecode)
        object.__setattr__(self, '_data', bytearray())
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self._data.extend(self._packed(initializer._items if isinstance(initializer, array) else initializer))
        return self

    def _packed(self, items):
        if self.typecode in 'uw':
            return ''.join([self._checked(item) for item in items]).encode('utf-32-le', 'surrogatepass')
        items = [self._checked(item) for item in items]
        return _struct.pack(f'{len(items)}{self.typecode}', *items)

    @property
    def _items(self):
        if self.typecode in 'uw':
            return list(self._data.decode('utf-32-le', 'surrogatepass'))
        return list(_struct.unpack(f'{len(self)}{self.typecode}', self._data))

    def _place(self, start, stop, data):
        """Puts these bytes where items start to stop are."""
        size = self.itemsize
        try:
            self._data[start * size:stop * size] = data
        except BufferError:
            raise BufferError('cannot resize an array that is exporting buffers') from None

    def _set_items(self, items):
        self._place(0, len(self), self._packed(items))

    itemsize = property(lambda self: _sizes[self.typecode])

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute '{name}' of 'array.array' objects is not writable" if hasattr(self, name) else
                             f"'array.array' object has no attribute '{name}'")

    def _checked(self, item):
        code = self.typecode
        if code in 'uw':
            if not isinstance(item, str) or len(item) != 1:
                what = f'a string of length {len(item)}' if isinstance(item, str) else type(item).__name__
                raise TypeError(f'array item must be a unicode character, not {what}')
            return item
        if code in 'fd':
            if not hasattr(type(item), '__float__') and not hasattr(type(item), '__index__'):
                raise TypeError(f'must be real number, not {type(item).__name__}')
            return float(item) if code == 'd' else _struct.unpack('f', _struct.pack('f', float(item)))[0]
        if not hasattr(type(item), '__index__'):
            raise TypeError(f"'{type(item).__name__}' object cannot be interpreted as an integer")
        item, bits = item.__index__(), _sizes[code] * 8
        low, high = (-1 << bits - 1, (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
        if not low <= item <= high:
            if code in _names:
                raise OverflowError(f'{_names[code]} is {"less than minimum" if item < low else "greater than maximum"}')
            raise OverflowError("can't convert negative value to unsigned int" if item < 0 and low == 0 else 'int too large to convert')
        return item

    def _like(self, items):
        made = array.__new__(array, self.typecode)
        made._data[:] = made._packed(items)
        return made

    def append(self, v, /):
        """Append new value v to the end of the array."""
        self._place(len(self), len(self), self._packed((v,)))

    def extend(self, bb, /):
        """Append items to the end of the array."""
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._place(len(self), len(self), bytes(bb._data))
        else:
            for item in bb:
                self.append(item)

    def insert(self, i, v, /):
        """Insert a new item v into the array before position i."""
        n = len(self)
        i = max(0, i + n) if i < 0 else min(i, n)
        self._place(i, i, self._packed((v,)))

    def pop(self, i=-1, /):
        """Return the i-th element and delete it from the array."""
        if not self._data:
            raise IndexError('pop from empty array')
        if not -len(self) <= i < len(self):
            raise IndexError('pop index out of range')
        item = self[i]
        del self[i]
        return item

    def remove(self, v, /):
        """Remove the first occurrence of v in the array."""
        items = self._items
        if v not in items:
            raise ValueError('array.remove(x): x not in array')
        del self[items.index(v)]

    def index(self, v, start=0, stop=None, /):
        """Return index of first occurrence of v in the array."""
        items = self._items
        for i in range(*slice(start, stop).indices(len(items))):
            if items[i] == v:
                return i
        raise ValueError('array.index(x): x not in array')

    def count(self, v, /):
        """Return number of occurrences of v in the array."""
        return self._items.count(v)

    def clear(self):
        """Remove all items from the array."""
        self._place(0, len(self), b'')

    def reverse(self):
        """Reverse the order of the items in the array."""
        self._set_items(self._items[::-1])

    def tolist(self):
        """Convert array to an ordinary list with the same items."""
        return list(self._items)

    fromlist = lambda self, list, /: self.extend(list)

    def tobytes(self):
        """Convert the array to an array of machine values and return the bytes representation."""
        return bytes(self._data)

    def frombytes(self, buffer, /):
        """Appends items from the string, interpreting it as an array of machine values."""
        buffer = bytes(buffer)
        if len(buffer) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        self._place(len(self), len(self), buffer)

    def tofile(self, f, /):
        """Write all items (as machine values) to the file object f."""
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        """Read n objects from the file object f and append them to the end of the array."""
        data = f.read(n * self.itemsize)
        self.frombytes(data[:len(data) - len(data) % self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError('read() didn\'t return enough bytes')

    def tounicode(self):
        """Extends this array with data from the unicode string ustr."""
        if self.typecode not in 'uw':
            raise ValueError('tounicode() may only be called on unicode type arrays (\'u\' or \'w\')')
        return ''.join(self._items)

    def fromunicode(self, ustr, /):
        """Extends this array with data from the unicode string ustr."""
        if self.typecode not in 'uw':
            raise ValueError('fromunicode() may only be called on unicode type arrays (\'u\' or \'w\')')
        self._place(len(self), len(self), self._packed(ustr))

    def byteswap(self):
        """Byteswap all items of the array."""
        size, data = self.itemsize, self.tobytes()
        self._data[:] = b''.join([data[i:i + size][::-1] for i in range(0, len(data), size)])

    def buffer_info(self):
        """Return a tuple (address, length) giving the current memory address and the length in items of the buffer."""
        return id(self._data), len(self)

    def __len__(self):
        return len(self._data) // _sizes[self.typecode]

    def __iter__(self):
        return _iterator(self)

    def __contains__(self, v):
        return v in self._items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._like(self._items[key])
        if not hasattr(type(key), '__index__'):
            raise TypeError('array indices must be integers')
        key = self._index(key, 'array index out of range')
        if self.typecode in 'uw':
            return self._data[key * 4:key * 4 + 4].decode('utf-32-le', 'surrogatepass')
        return _struct.unpack_from(self.typecode, self._data, key * _sizes[self.typecode])[0]

    def _index(self, key, message):
        key = key.__index__()
        n = len(self)
        if not -n <= key < n:
            raise IndexError(message)
        return key + n if key < 0 else key

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            if value.typecode != self.typecode:
                raise TypeError('bad argument type for built-in operation')
            items = self._items
            items[key] = value._items
            self._set_items(items)
            return
        if not hasattr(type(key), '__index__'):
            raise TypeError('array indices must be integers')
        key = self._index(key, 'array assignment index out of range')
        self._place(key, key + 1, self._packed((value,)))

    def __delitem__(self, key):
        if isinstance(key, slice):
            items = self._items
            del items[key]
            self._set_items(items)
            return
        key = self._index(key, 'array assignment index out of range')
        self._place(key, key + 1, b'')

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._like(self._items * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._set_items(self._items * n)
        return self

    def _ordered(name):
        def compare(self, other):
            return getattr(self._items, name)(other._items) if isinstance(other, array) else NotImplemented
        compare.__name__ = name
        return compare

    __eq__, __lt__, __le__ = _ordered('__eq__'), _ordered('__lt__'), _ordered('__le__')
    __gt__, __ge__ = _ordered('__gt__'), _ordered('__ge__')
    del _ordered
    __hash__ = None

    def __copy__(self):
        return self._like(self._items)

    def __deepcopy__(self, memo, /):
        return self._like(self._items)

    def __reduce__(self):
        return array, (self.typecode, self._items)

    def __repr__(self):
        if not self._data:
            return f"{type(self).__name__}('{self.typecode}')"
        shown = repr(''.join(self._items)) if self.typecode in 'uw' else repr(self._items)
        return f"{type(self).__name__}('{self.typecode}', {shown})"


class _Iterator:
    """Goes on with what is appended meanwhile."""
    __slots__ = ('_array', '_at')

    def __iter__(self):
        return self

    def __next__(self):
        if self._array is None or self._at >= len(self._array):
            self._array = None
            raise StopIteration
        self._at += 1
        return self._array[self._at - 1]


def _iterator(of):
    made = object.__new__(_Iterator)
    made._array, made._at = of, 0
    return made


_Iterator.__name__ = _Iterator.__qualname__ = 'arrayiterator'
_like_c(_Iterator)
_buffer_class(array)
ArrayType = _like_c(array)
