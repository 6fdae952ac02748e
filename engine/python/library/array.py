"""Arrays of numbers of one kind."""

import struct as _struct
from _native import like_c as _like_c

typecodes = 'bBuwhHiIlLqQfd'
_sizes = {'b': 1, 'B': 1, 'u': 4, 'w': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
_names = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer', 'H': 'unsigned short',
          'i': 'signed integer', 'I': 'unsigned int'}


class array:
    """array(typecode [, initializer]) -> array"""

    __slots__ = ('typecode', '_items', '__weakref__')

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
        object.__setattr__(self, '_items', [])
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, array):
            self._items.extend(self._checked(item) for item in initializer._items)
        else:
            self._items.extend(self._checked(item) for item in initializer)
        return self

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
        made = array(self.typecode)
        made._items.extend(items)
        return made

    def append(self, v, /):
        """Append new value v to the end of the array."""
        self._items.append(self._checked(v))

    def extend(self, bb, /):
        """Append items to the end of the array."""
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._items.extend(bb._items)
        else:
            for item in bb:
                self.append(item)

    def insert(self, i, v, /):
        """Insert a new item v into the array before position i."""
        self._items.insert(i, self._checked(v))

    def pop(self, i=-1, /):
        """Return the i-th element and delete it from the array."""
        if not self._items:
            raise IndexError('pop from empty array')
        if not -len(self._items) <= i < len(self._items):
            raise IndexError('pop index out of range')
        return self._items.pop(i)

    def remove(self, v, /):
        """Remove the first occurrence of v in the array."""
        if v not in self._items:
            raise ValueError('array.remove(x): x not in array')
        self._items.remove(v)

    def index(self, v, start=0, stop=None, /):
        """Return index of first occurrence of v in the array."""
        for i in range(*slice(start, stop).indices(len(self._items))):
            if self._items[i] == v:
                return i
        raise ValueError('array.index(x): x not in array')

    def count(self, v, /):
        """Return number of occurrences of v in the array."""
        return self._items.count(v)

    def clear(self):
        """Remove all items from the array."""
        self._items.clear()

    def reverse(self):
        """Reverse the order of the items in the array."""
        self._items.reverse()

    def tolist(self):
        """Convert array to an ordinary list with the same items."""
        return list(self._items)

    fromlist = lambda self, list, /: self.extend(list)

    def tobytes(self):
        """Convert the array to an array of machine values and return the bytes representation."""
        if self.typecode in 'uw':
            return ''.join(self._items).encode('utf-32-le')
        return _struct.pack(f'{len(self._items)}{self.typecode}', *self._items)

    def frombytes(self, buffer, /):
        """Appends items from the string, interpreting it as an array of machine values."""
        buffer = bytes(buffer)
        if len(buffer) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        if self.typecode in 'uw':
            self._items.extend(buffer.decode('utf-32-le'))
        else:
            self._items.extend(_struct.unpack(f'{len(buffer) // self.itemsize}{self.typecode}', buffer))

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
        self._items.extend(ustr)

    def byteswap(self):
        """Byteswap all items of the array."""
        size, data = self.itemsize, self.tobytes()
        self._items.clear()
        self.frombytes(b''.join(data[i:i + size][::-1] for i in range(0, len(data), size)))

    def buffer_info(self):
        """Return a tuple (address, length) giving the current memory address and the length in items of the buffer."""
        return id(self._items), len(self._items)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, v):
        return v in self._items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._like(self._items[key])
        if not hasattr(type(key), '__index__'):
            raise TypeError('array indices must be integers')
        try:
            return self._items[key]
        except IndexError:
            raise IndexError('array index out of range') from None

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            if value.typecode != self.typecode:
                raise TypeError('bad argument type for built-in operation')
            self._items[key] = value._items
            return
        if not hasattr(type(key), '__index__'):
            raise TypeError('array indices must be integers')
        value = self._checked(value)
        try:
            self._items[key] = value
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __delitem__(self, key):
        try:
            del self._items[key]
        except IndexError:
            raise IndexError('array assignment index out of range') from None

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
        self._items[:] = self._items * n
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

    def __bytes__(self):
        return self.tobytes()

    def __copy__(self):
        return self._like(self._items)

    def __deepcopy__(self, memo, /):
        return self._like(self._items)

    def __reduce__(self):
        return array, (self.typecode, self._items)

    def __repr__(self):
        if not self._items:
            return f"{type(self).__name__}('{self.typecode}')"
        shown = repr(''.join(self._items)) if self.typecode in 'uw' else repr(self._items)
        return f"{type(self).__name__}('{self.typecode}', {shown})"


ArrayType = _like_c(array)
