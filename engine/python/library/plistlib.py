"""plistlib: property lists of macOS, as XML and as bytes."""
import base64
import datetime
import enum
import re
import struct
from io import BytesIO

__all__ = ['InvalidFileException', 'FMT_XML', 'FMT_BINARY', 'load', 'dump', 'loads', 'dumps', 'UID']

PlistFormat = enum.Enum('PlistFormat', 'FMT_XML FMT_BINARY', module=__name__)
FMT_XML, FMT_BINARY = PlistFormat
PLISTHEADER = b'''\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
'''
_CONTROL = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f]')
_DATE = re.compile(r'(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?Z', re.ASCII)


class InvalidFileException(ValueError):
    def __init__(self, message='Invalid file'):
        super().__init__(message)


class UID:
    """A number that names another object of a keyed archive."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError('data must be an int')
        if data >= 1 << 64:
            raise ValueError('UIDs cannot be >= 2**64')
        if data < 0:
            raise ValueError('UIDs must be positive')
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return f'{type(self).__name__}({self.data!r})'

    def __reduce__(self):
        return self.__class__, (self.data,)

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


def _epoch(aware):
    return datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC if aware else None)


def _pairs(value, sort_keys, skipkeys):
    """Of a dict, in the order in which they are written."""
    for key, each in sorted(value.items()) if sort_keys else value.items():
        if isinstance(key, str):
            yield key, each
        elif not skipkeys:
            raise TypeError('keys must be strings')


# ---- as XML

def _escaped(text):
    if _CONTROL.search(text):
        raise ValueError("strings can't contain control characters; use bytes instead")
    text = text.replace('\r\n', '\n').replace('\r', '\n')
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


class _XmlWriter:
    def __init__(self, fp, sort_keys, skipkeys, aware):
        self.fp, self.sort_keys, self.skipkeys, self.aware = fp, sort_keys, skipkeys, aware

    def line(self, depth, text):
        self.fp.write(b'\t' * depth + text.encode() + b'\n')

    def write(self, value):
        self.fp.write(PLISTHEADER)
        self.line(0, '<plist version="1.0">')
        self.value(value, 0)
        self.line(0, '</plist>')

    def simple(self, depth, name, text):
        self.line(depth, f'<{name}>{_escaped(text)}</{name}>')

    def value(self, value, depth):
        if isinstance(value, str):
            self.simple(depth, 'string', value)
        elif value is True or value is False:
            self.line(depth, f'<{str(value).lower()}/>')
        elif isinstance(value, int):
            if not -1 << 63 <= value < 1 << 64:
                raise OverflowError(value)
            self.simple(depth, 'integer', f'{value:d}')
        elif isinstance(value, float):
            self.simple(depth, 'real', repr(value))
        elif isinstance(value, dict):
            self.block(depth, 'dict', value, self.pairs)
        elif isinstance(value, (bytes, bytearray)):
            self.data(value, depth)
        elif isinstance(value, datetime.datetime):
            moment = value.astimezone(datetime.UTC) if self.aware else value
            self.simple(depth, 'date', f'{moment.year:04d}-{moment:%m-%dT%H:%M:%S}Z')
        elif isinstance(value, (tuple, list)):
            self.block(depth, 'array', value, self.items)
        else:
            raise TypeError(f'unsupported type: {type(value)}')

    def block(self, depth, name, value, write):
        if not value:
            self.line(depth, f'<{name}/>')
            return
        self.line(depth, f'<{name}>')
        write(value, depth + 1)
        self.line(depth, f'</{name}>')

    def pairs(self, value, depth):
        for key, each in _pairs(value, self.sort_keys, self.skipkeys):
            self.simple(depth, 'key', key)
            self.value(each, depth)

    def items(self, value, depth):
        for each in value:
            self.value(each, depth)

    def data(self, value, depth):
        step = max(16, 76 - 8 * depth) // 4 * 3
        self.line(depth, '<data>')
        for at in range(0, len(value), step):
            self.line(depth, base64.b64encode(value[at:at + step]).decode())
        self.line(depth, '</data>')


class _XmlReader:
    def __init__(self, dict_type, aware):
        self.dict_type, self.aware = dict_type, aware
        self.open, self.key, self.root, self.text = [], None, None, ''

    def read(self, fp):
        from xml.parsers.expat import ParserCreate
        data = fp.read()
        if b'<!ENTITY' in data:
            raise InvalidFileException('XML entity declarations are not supported in plist files')
        self.parser = ParserCreate()
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.begin, self.end
        self.parser.CharacterDataHandler = self.more
        self.parser.Parse(data, True)
        return self.root

    def fail(self, words):
        raise ValueError(f'{words} at line {self.parser.CurrentLineNumber}')

    def more(self, text):
        self.text += text

    def add(self, value):
        if self.key is not None:
            if not isinstance(self.open[-1], dict):
                self.fail('unexpected element')
            self.open[-1][self.key] = value
            self.key = None
        elif not self.open:
            self.root = value
        elif isinstance(self.open[-1], list):
            self.open[-1].append(value)
        else:
            self.fail('unexpected element')

    def begin(self, name, attributes):
        self.text = ''
        if name in ('dict', 'array'):
            made = self.dict_type() if name == 'dict' else []
            self.add(made)
            self.open.append(made)

    def end(self, name):
        if name == 'dict' and self.key:
            self.fail(f"missing value for key '{self.key}'")
        if name in ('dict', 'array'):
            self.open.pop()
        elif name == 'key':
            if self.key or not isinstance(self.open[-1], dict):
                self.fail('unexpected key')
            self.key = self.text
        elif name in self.VALUES:
            self.add(self.VALUES[name](self, self.text))
        if name != 'plist':
            self.text = ''

    def date(self, text):
        parts = [int(part) for part in _DATE.match(text).groups() if part is not None]
        return datetime.datetime(*parts, tzinfo=datetime.UTC if self.aware else None)

    VALUES = {'true': lambda self, text: True, 'false': lambda self, text: False, 'string': lambda self, text: text,
              'integer': lambda self, text: int(text, 16 if text[:2] in ('0x', '0X') else 10), 'real': lambda self, text: float(text),
              'data': lambda self, text: base64.b64decode(text), 'date': date}


# ---- as bytes: a table of objects that refer to each other by their numbers

def _width(count):
    return next(size for size in (1, 2, 4, 8) if count < 1 << 8 * size or size == 8)


class _BinaryWriter:
    def __init__(self, fp, sort_keys, skipkeys, aware):
        self.fp, self.sort_keys, self.skipkeys, self.aware = fp, sort_keys, skipkeys, aware
        self.objects, self.numbers = [], {}

    def key_of(self, value):
        known = isinstance(value, (str, int, float, datetime.datetime, bytes))
        return (type(value), value) if known else id(value)

    def collect(self, value):
        key = self.key_of(value)
        if key in self.numbers:
            return
        self.numbers[key] = len(self.objects)
        self.objects.append(value)
        if isinstance(value, dict):
            pairs = list(_pairs(value, self.sort_keys, self.skipkeys))
            for each in [key for key, _ in pairs] + [each for _, each in pairs]:
                self.collect(each)
        elif isinstance(value, (list, tuple)):
            for each in value:
                self.collect(each)

    def write(self, value):
        self.collect(value)
        self.ref = _width(len(self.objects))
        out, places = bytearray(b'bplist00'), []
        for each in self.objects:
            places.append(len(out))
            out += self.written(each)
        table, size = len(out), _width(len(out))
        out += b''.join([place.to_bytes(size, 'big') for place in places])
        out += struct.pack('>6xBBQQQ', size, self.ref, len(self.objects), self.numbers[self.key_of(value)], table)
        self.fp.write(bytes(out))

    def refs(self, values):
        return b''.join([self.numbers[self.key_of(value)].to_bytes(self.ref, 'big') for value in values])

    def sized(self, kind, size):
        if size < 15:
            return bytes([kind | size])
        width = _width(size)
        return bytes([kind | 15, 0x10 | width.bit_length() - 1]) + size.to_bytes(width, 'big')

    def integer(self, value):
        if not -1 << 63 <= value < 1 << 64:
            raise OverflowError(value)
        if value >= 1 << 63:
            return b'\x14' + value.to_bytes(16, 'big')
        width = 8 if value < 0 else _width(value)
        return bytes([0x10 | width.bit_length() - 1]) + value.to_bytes(width, 'big', signed=width == 8)

    def written(self, value):
        if value is None or value is False or value is True:
            return {None: b'\x00', False: b'\x08', True: b'\x09'}[value]
        if isinstance(value, int):
            return self.integer(value)
        if isinstance(value, float):
            return struct.pack('>Bd', 0x23, value)
        if isinstance(value, datetime.datetime):
            moment = value.astimezone(datetime.UTC) if self.aware else value
            return struct.pack('>Bd', 0x33, (moment - _epoch(self.aware)).total_seconds())
        if isinstance(value, (bytes, bytearray)):
            return self.sized(0x40, len(value)) + value
        if isinstance(value, str):
            if value.isascii():
                return self.sized(0x50, len(value)) + value.encode()
            data = value.encode('utf-16be')
            return self.sized(0x60, len(data) // 2) + data
        if isinstance(value, UID):
            if value.data < 0:
                raise ValueError('UIDs must be positive')
            width = _width(value.data)
            return bytes([0x80 | width - 1]) + value.data.to_bytes(width, 'big')
        if isinstance(value, (list, tuple)):
            return self.sized(0xa0, len(value)) + self.refs(value)
        if isinstance(value, dict):
            pairs = list(_pairs(value, self.sort_keys, self.skipkeys))
            return self.sized(0xd0, len(pairs)) + self.refs([key for key, _ in pairs]) + self.refs([each for _, each in pairs])
        raise TypeError(value)


_UNREAD = object()


class _BinaryReader:
    def __init__(self, dict_type, aware):
        self.dict_type, self.aware = dict_type, aware

    def read(self, fp):
        self.data = fp.read()
        try:
            if len(self.data) < 32:
                raise InvalidFileException
            size, self.ref, count, top, table = struct.unpack('>6xBBQQQ', self.data[-32:])
            self.at = table
            self.places = self.numbers(count, size)
            self.objects = [_UNREAD] * count
            return self.object(top)
        except (OSError, IndexError, struct.error, OverflowError, ValueError):
            raise InvalidFileException()

    def take(self, size):
        taken = self.data[self.at:self.at + size]
        if len(taken) != size:
            raise InvalidFileException
        self.at += size
        return taken

    def numbers(self, count, size):
        if not size:
            raise InvalidFileException
        data = self.take(count * size)
        return [int.from_bytes(data[at:at + size], 'big') for at in range(0, len(data), size)]

    def size(self, low):
        return int.from_bytes(self.take(1 << (self.take(1)[0] & 3)), 'big') if low == 15 else low

    def object(self, number):
        if self.objects[number] is _UNREAD:
            self.at = self.places[number]
            token = self.take(1)[0]
            kind, low = token & 0xf0, token & 15
            if kind == 0xa0:
                self.array(number, self.size(low))
            elif kind == 0xd0:
                self.dict(number, self.size(low))
            else:
                self.objects[number] = self.plain(token, kind, low)
        return self.objects[number]

    def plain(self, token, kind, low):
        if token in (0, 8, 9, 15):
            return {0: None, 8: False, 9: True, 15: b''}[token]
        if kind == 0x10:
            return int.from_bytes(self.take(1 << low), 'big', signed=low >= 3)
        if token == 0x22:
            return struct.unpack('>f', self.take(4))[0]
        if token in (0x23, 0x33):
            number = struct.unpack('>d', self.take(8))[0]
            return number if token == 0x23 else _epoch(self.aware) + datetime.timedelta(seconds=number)
        if kind == 0x40:
            return self.take(self.size(low))
        if kind == 0x50:
            return self.take(self.size(low)).decode('ascii')
        if kind == 0x60:
            return self.take(self.size(low) * 2).decode('utf-16be')
        if kind == 0x80:
            return UID(int.from_bytes(self.take(1 + low), 'big'))
        raise InvalidFileException

    def array(self, number, size):
        made = self.objects[number] = []
        for each in self.numbers(size, self.ref):
            made.append(self.object(each))

    def dict(self, number, size):
        made = self.objects[number] = self.dict_type()
        keys, values = self.numbers(size, self.ref), self.numbers(size, self.ref)
        try:
            for key, value in zip(keys, values):
                made[self.object(key)] = self.object(value)
        except TypeError:
            raise InvalidFileException()


_FORMATS = {FMT_XML: (_XmlReader, _XmlWriter), FMT_BINARY: (_BinaryReader, _BinaryWriter)}


def _format_of(head):
    if head[:8] == b'bplist00':
        return FMT_BINARY
    for mark, encoding in ((b'', 'ascii'), (b'\xef\xbb\xbf', 'utf-8'), (b'\xfe\xff', 'utf-16-be'), (b'\xff\xfe', 'utf-16-le')):
        if head.startswith((mark + '<?xml'.encode(encoding), mark + '<plist'.encode(encoding))):
            return FMT_XML
    raise InvalidFileException()


def load(fp, *, fmt=None, dict_type=dict, aware_datetime=False):
    """The object that a file opened for reading bytes has."""
    if fmt is None:
        fmt = _format_of(fp.read(32))
        fp.seek(0)
    return _FORMATS[fmt][0](dict_type, aware_datetime).read(fp)


def loads(value, *, fmt=None, dict_type=dict, aware_datetime=False):
    if isinstance(value, str):
        if fmt == FMT_BINARY:
            raise TypeError('value must be bytes-like object when fmt is FMT_BINARY')
        value = value.encode()
    return load(BytesIO(value), fmt=fmt, dict_type=dict_type, aware_datetime=aware_datetime)


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False, aware_datetime=False):
    """Writes it to a file opened for writing bytes."""
    if fmt not in _FORMATS:
        raise ValueError(f'Unsupported format: {fmt!r}')
    _FORMATS[fmt][1](fp, sort_keys, skipkeys, aware_datetime).write(value)


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True, aware_datetime=False):
    fp = BytesIO()
    dump(value, fp, fmt=fmt, sort_keys=sort_keys, skipkeys=skipkeys, aware_datetime=aware_datetime)
    return fp.getvalue()
