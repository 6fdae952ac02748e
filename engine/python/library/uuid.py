"""uuid: universally unique identifiers of RFC 9562."""
import os
from enum import Enum

__all__ = ['NAMESPACE_DNS', 'NAMESPACE_OID', 'NAMESPACE_URL', 'NAMESPACE_X500', 'NIL', 'MAX', 'RESERVED_NCS', 'RFC_4122',
           'RESERVED_MICROSOFT', 'RESERVED_FUTURE', 'SafeUUID', 'UUID', 'getnode', 'uuid1', 'uuid3', 'uuid4', 'uuid5', 'uuid6', 'uuid7',
           'uuid8']

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = (
    'reserved for NCS compatibility', 'specified in RFC 4122', 'reserved for Microsoft compatibility', 'reserved for future definition')


class SafeUUID(Enum):
    safe = 0
    unsafe = -1
    unknown = None


class UUID:
    __slots__ = ('int', 'is_safe', '__weakref__')

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=SafeUUID.unknown):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given')
        if hex is not None:
            hex = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
            if len(hex) != 32:
                raise ValueError('badly formed hexadecimal UUID string')
            int = int_(hex, 16)
        elif bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError('bytes_le is not a 16-char string')
            bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
            int = int_.from_bytes(bytes)
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError('bytes is not a 16-char string')
            int = int_.from_bytes(bytes)
        elif fields is not None:
            int = self._of_fields(fields)
        if not 0 <= int < 1 << 128:
            raise ValueError('int is out of range (need a 128-bit value)')
        if version is not None:
            if not 1 <= version <= 8:
                raise ValueError('illegal version number')
            int = int & ~(0xc000 << 48) & ~(0xf000 << 64) | 0x8000 << 48 | version << 76
        object.__setattr__(self, 'int', int)
        object.__setattr__(self, 'is_safe', is_safe)

    @staticmethod
    def _of_fields(fields):
        if len(fields) != 6:
            raise ValueError('fields is not a 6-tuple')
        number = 0
        for at, (value, bits) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48)), 1):
            if not 0 <= value < 1 << bits:
                raise ValueError(f'field {at} out of range (need a {bits}-bit value)')
            number = number << bits | value
        return number

    def __reduce__(self):
        return UUID, (None, None, None, None, self.int)

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')

    def __str__(self):
        x = self.hex
        return f'{x[:8]}-{x[8:12]}-{x[12:16]}-{x[16:20]}-{x[20:]}'

    bytes = property(lambda self: self.int.to_bytes(16))
    hex = property(lambda self: f'{self.int:032x}')
    urn = property(lambda self: 'urn:uuid:' + str(self))
    time_low = property(lambda self: self.int >> 96)
    time_mid = property(lambda self: self.int >> 80 & 0xffff)
    time_hi_version = property(lambda self: self.int >> 64 & 0xffff)
    clock_seq_hi_variant = property(lambda self: self.int >> 56 & 0xff)
    clock_seq_low = property(lambda self: self.int >> 48 & 0xff)
    clock_seq = property(lambda self: (self.clock_seq_hi_variant & 0x3f) << 8 | self.clock_seq_low)
    node = property(lambda self: self.int & 0xffffffffffff)

    @property
    def fields(self):
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low, self.node)

    @property
    def bytes_le(self):
        data = self.bytes
        return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]

    @property
    def time(self):
        if self.version == 6:
            return self.time_low << 28 | self.time_mid << 12 | self.time_hi_version & 0x0fff
        if self.version == 7:
            return self.int >> 80
        return (self.time_hi_version & 0x0fff) << 48 | self.time_mid << 32 | self.time_low

    @property
    def variant(self):
        top = self.int >> 61 & 7
        return RESERVED_NCS if top < 4 else RFC_4122 if top < 6 else RESERVED_MICROSOFT if top == 6 else RESERVED_FUTURE

    @property
    def version(self):
        return self.int >> 76 & 15 if self.variant == RFC_4122 else None


int_ = int
_node = _last_1 = _last_6 = None


def _random(bits):
    return int.from_bytes(os.urandom(bits // 8 + 1)) & (1 << bits) - 1


def getnode():
    global _node
    if _node is None:
        _node = _random(48) | 1 << 40
    return _node


def _gregorian():
    import time
    return time.time_ns() // 100 + 0x01b21dd213814000


def uuid1(node=None, clock_seq=None):
    global _last_1
    stamp = _gregorian()
    if _last_1 is not None and stamp <= _last_1:
        stamp = _last_1 + 1
    _last_1 = stamp
    clock_seq = _random(14) if clock_seq is None else clock_seq
    fields = (stamp & 0xffffffff, stamp >> 32 & 0xffff, stamp >> 48 & 0x0fff, clock_seq >> 8 & 0x3f, clock_seq & 0xff,
              getnode() if node is None else node)
    return UUID(fields=fields, version=1)


def _hashed(hash_name, version, namespace, name):
    import hashlib
    if isinstance(name, str):
        name = name.encode('utf-8')
    digest = hashlib.new(hash_name, namespace.bytes + name, usedforsecurity=False).digest()
    return UUID(bytes=digest[:16], version=version)


def uuid3(namespace, name):
    return _hashed('md5', 3, namespace, name)


def uuid4():
    return UUID(int=_random(128), version=4)


def uuid5(namespace, name):
    return _hashed('sha1', 5, namespace, name)


def uuid6(node=None, clock_seq=None):
    global _last_6
    stamp = _gregorian()
    if _last_6 is not None and stamp <= _last_6:
        stamp = _last_6 + 1
    _last_6 = stamp
    clock_seq = _random(14) if clock_seq is None else clock_seq & 0x3fff
    number = (stamp >> 12) << 80 | (stamp & 0x0fff) << 64 | clock_seq << 48 | (getnode() if node is None else node)
    return UUID(int=number, version=6)


_last_7 = (0, 0)


def uuid7():
    """Milliseconds, then a counter that grows within one of them."""
    import time
    global _last_7
    now = time.time_ns() // 10**6
    last, counter = _last_7
    counter = counter + 1 if now <= last else _random(41)
    now = max(now, last)
    _last_7 = now, counter
    number = now << 80 | (counter >> 30 & 0xfff) << 64 | (counter & 0x3fffffff) << 32 | _random(32)
    return UUID(int=number, version=7)


def uuid8(a=None, b=None, c=None):
    a = _random(48) if a is None else a
    b = _random(12) if b is None else b
    c = _random(62) if c is None else c
    return UUID(int=(a & 0xffff_ffff_ffff) << 80 | (b & 0xfff) << 64 | c & 0x3fff_ffff_ffff_ffff, version=8)


bytes_, int_ = bytes, int
NAMESPACE_DNS, NAMESPACE_URL, NAMESPACE_OID, NAMESPACE_X500 = (
    UUID(f'6ba7b81{digit}-9dad-11d1-80b4-00c04fd430c8') for digit in '0124')
NIL, MAX = UUID(int=0), UUID(int=(1 << 128) - 1)
