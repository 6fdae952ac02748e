"""marshal: plain data as bytes, in the format of CPython 3.14. Code objects are the engine's own and cannot be written."""
import struct as _struct
from _native import like_c as _like_c
from sys import _is_interned, getrefcount as _getrefcount, intern as _intern

__all__ = ['dump', 'dumps', 'load', 'loads', 'version']
version = 5

_SINGLES = {None: b'N', True: b'T', False: b'F', ...: b'.', StopIteration: b'S'}
_SINGLE_CODES = {code[0]: value for value, code in _SINGLES.items()}
_REF = 0x80


class _Writer:
    """From version 3 on, what is there twice is written once; a string that is kept by its name has a code of its own."""

    def __init__(self, version, allow_code):
        self.version, self.allow_code = version, allow_code
        self.out, self.seen, self.kept = bytearray(), {}, []

    def write(self, value, held=3):
        try:
            single = _SINGLES.get(value) if value is None or type(value) in (bool, type(...), type) else None
        except TypeError:
            single = None
        if single is not None:
            self.out += single
            return
        flag = 0
        if self.version >= 3:
            place = self.seen.get(id(value))
            if place is not None:
                self.out += _struct.pack('<cI', b'r', place)
                return
            # What nobody but its container and these frames holds cannot come a second time.
            if type(value) in _CONSTANTS or _getrefcount(value) > held:
                flag = _REF
                self.seen[id(value)] = len(self.seen)
                self.kept.append(value)
        writer = _WRITERS.get(type(value))
        if writer is None:
            self.write_bytes(value, flag)
        else:
            writer(self, value, flag)

    def code(self, letter, flag, rest=b''):
        self.out.append(ord(letter) | flag)
        self.out += rest

    def write_bytes(self, value, flag):
        try:
            data = bytes(memoryview(value))
        except TypeError:
            raise ValueError('unmarshallable object') from None
        self.code('s', flag, _struct.pack('<I', len(data)) + data)

    def write_int(self, value, flag):
        if -0x80000000 <= value <= 0x7fffffff:
            self.code('i', flag, _struct.pack('<i', value))
            return
        digits, rest = [], abs(value)
        while rest:
            digits.append(rest & 0x7fff)
            rest >>= 15
        self.code('l', flag, _struct.pack(f'<i{len(digits)}H', -len(digits) if value < 0 else len(digits), *digits))

    def write_float(self, value, flag):
        if self.version > 1:
            self.code('g', flag, _struct.pack('<d', value))
        else:
            text = b'%.17g' % value
            self.code('f', flag, bytes([len(text)]) + text)

    def write_complex(self, value, flag):
        if self.version > 1:
            self.code('y', flag, _struct.pack('<dd', value.real, value.imag))
        else:
            parts = [b'%.17g' % part for part in (value.real, value.imag)]
            self.code('x', flag, b''.join(bytes([len(text)]) + text for text in parts))

    def write_str(self, value, flag):
        known = self.version >= 3 and _is_interned(value)
        if self.version >= 4 and value.isascii():
            if len(value) < 256:
                self.code('Z' if known else 'z', flag, bytes([len(value)]) + value.encode())
            else:
                self.code('A' if known else 'a', flag, _struct.pack('<I', len(value)) + value.encode())
        else:
            data = value.encode('utf-8', 'surrogatepass')
            self.code('t' if known else 'u', flag, _struct.pack('<I', len(data)) + data)

    def write_tuple(self, value, flag):
        if self.version >= 4 and len(value) < 256:
            self.code(')', flag, bytes([len(value)]))
        else:
            self.code('(', flag, _struct.pack('<I', len(value)))
        for each in value:
            self.write(each, 5)

    def write_items(self, value, flag):
        self.code({list: '[', set: '<', frozenset: '>'}[type(value)], flag, _struct.pack('<I', len(value)))
        for each in value:
            self.write(each, 5)

    def write_dict(self, value, flag):
        self.code('{', flag)
        for key, each in value.items():
            self.write(key, 6)
            self.write(each, 6)
        self.out += b'0'

    def write_slice(self, value, flag):
        if self.version < 5:
            raise ValueError('unmarshallable object')
        self.code(':', flag)
        for each in (value.start, value.stop, value.step):
            self.write(each, 6)

    def write_code(self, value, flag):
        if not self.allow_code:
            raise ValueError('marshalling code objects is disallowed')
        raise NotImplementedError('Loopscope has no code objects as bytes yet')


_WRITERS = {int: _Writer.write_int, float: _Writer.write_float, complex: _Writer.write_complex, str: _Writer.write_str,
            bytes: _Writer.write_bytes, tuple: _Writer.write_tuple, list: _Writer.write_items, set: _Writer.write_items,
            frozenset: _Writer.write_items, dict: _Writer.write_dict, slice: _Writer.write_slice,
            type(compile('0', '', 'eval')): _Writer.write_code}
_CONSTANTS = {int, float, complex, str, bytes, tuple, frozenset, slice}


class _Reader:
    def __init__(self, take, allow_code):
        self.take, self.allow_code, self.refs = take, allow_code, []

    def bytes(self, count):
        data = self.take(count)
        if len(data) < count:
            raise EOFError('marshal data too short')
        return data

    def number(self, format):
        return _struct.unpack('<' + format, self.bytes(_struct.calcsize('<' + format)))[0]

    def size(self, what):
        count = self.number('i')
        if count < 0:
            raise ValueError(f'bad marshal data ({what} size out of range)')
        return count

    def read(self, within):
        value = self.read_any()
        if value is _NULL:
            raise TypeError(f'NULL object in marshal data for {within}')
        return value

    def read_any(self):
        first = self.take(1)
        if not first:
            raise EOFError('EOF read where object expected')
        code, flag = first[0] & ~_REF, first[0] & _REF
        if code in _SINGLE_CODES:
            return _SINGLE_CODES[code]
        letter = chr(code)
        if letter == '0':
            return _NULL
        if letter == 'r':
            place = self.number('i')
            if not 0 <= place < len(self.refs) or self.refs[place] is _NULL:
                raise ValueError('bad marshal data (invalid reference)')
            return self.refs[place]
        if letter in '[<{':
            return self.read_open(letter, flag)
        place = len(self.refs)
        if flag:
            self.refs.append(_NULL)
        value = self.read_closed(letter)
        if flag:
            self.refs[place] = value
        return value

    def read_open(self, letter, flag):
        """What may hold itself."""
        value = {'[': list, '<': set, '{': dict}[letter]()
        name = type(value).__name__
        count = self.size(name) if letter != '{' else 0
        if flag:
            self.refs.append(value)
        if letter == '{':
            while (key := self.read_any()) is not _NULL:
                value[key] = self.read('dict')
        for _ in range(count):
            (value.append if letter == '[' else value.add)(self.read(name))
        return value

    def read_closed(self, letter):
        match letter:
            case 'i':
                return self.number('i')
            case 'l':
                count = self.number('i')
                value = 0
                for i, digit in enumerate(_struct.unpack(f'<{abs(count)}H', self.bytes(2 * abs(count)))):
                    if digit > 0x7fff:
                        raise ValueError('bad marshal data (digit out of range in long)')
                    value |= digit << 15 * i
                return -value if count < 0 else value
            case 'g':
                return self.number('d')
            case 'f':
                return float(self.bytes(self.number('B')))
            case 'y':
                return complex(self.number('d'), self.number('d'))
            case 'x':
                return complex(float(self.bytes(self.number('B'))), float(self.bytes(self.number('B'))))
            case 's':
                return bytes(self.bytes(self.size('bytes object')))
            case 'z' | 'Z':
                return _intern(self.bytes(self.number('B')).decode('latin-1'))
            case 'a' | 'A':
                return self.bytes(self.size('string')).decode('latin-1')
            case 'u' | 't':
                return self.bytes(self.size('string')).decode('utf-8', 'surrogatepass')
            case ')':
                return tuple([self.read('tuple') for _ in range(self.number('B'))])
            case '(':
                return tuple([self.read('tuple') for _ in range(self.size('tuple'))])
            case '>':
                return frozenset([self.read('set') for _ in range(self.size('set'))])
            case ':':
                return slice(*[self.read('slice') for _ in range(3)])
            case 'c':
                if not self.allow_code:
                    raise ValueError('unmarshalling code objects is disallowed')
                raise NotImplementedError('Loopscope has no code objects as bytes yet')
        raise ValueError('bad marshal data (unknown type code)')


_NULL = object()


def dumps(value, version=version, /, *, allow_code=True):
    writer = _Writer(version, allow_code)
    writer.write(value)
    return bytes(writer.out)


def dump(value, file, version=version, /, *, allow_code=True):
    return file.write(dumps(value, version, allow_code=allow_code))


def loads(bytes, /, *, allow_code=True):
    try:
        data, at = memoryview(bytes).cast('B'), 0
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(bytes).__name__}'") from None

    def take(count):
        nonlocal at
        at += count
        return data[at - count:at].tobytes()
    return _Reader(take, allow_code).read('object')


def load(file, /, *, allow_code=True):
    def take(count):
        data = file.read(count)
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"file.read() returned not bytes but {type(data).__name__}")
        return data
    return _Reader(take, allow_code).read('object')


_like_c(dump, dumps, load, loads)
