"""Check sums, and compression as RFC 1950 to 1952 say. What is compressed is not byte for byte what zlib makes of it."""

from _native import index as _number, like_c as _like_c
from _binascii import zlib_adler32 as adler32, zlib_crc32 as crc32
from binascii import _bytes

DEFLATED, MAX_WBITS, DEF_MEM_LEVEL, DEF_BUF_SIZE = 8, 15, 8, 16384
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = '1.3.1'


class error(Exception):
    __module__ = 'zlib'


# Lengths and distances of repeats: the smallest of each code, and how many more bits tell which one it is.
def _ranges(first, bits):
    found = []
    for count in bits:
        found.append((first, count))
        first += 1 << count
    return found


_LENGTHS = _ranges(3, [0] * 8 + [bits for bits in range(1, 6) for _ in range(4)])
_LENGTHS[28:] = [(258, 0)]
_DISTANCES = _ranges(1, [0, 0] + [bits for bits in range(14) for _ in range(2)])
_FIXED = [8] * 144 + [9] * 112 + [7] * 24 + [8] * 8
_ORDER = 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15


def _codes(lengths):
    """The canonical code of each symbol that has a length: (length, bits)."""
    code, codes = 0, {}
    for length in range(1, 16):
        code <<= 1
        for symbol, each in enumerate(lengths):
            if each == length:
                codes[symbol] = length, code
                code += 1
    return codes


# ---- decompression

class _Bits:
    """Bits from the lowest of each byte."""

    def __init__(self, data, at=0):
        self.data, self.at, self.held, self.count = data, at, 0, 0

    def take(self, count):
        while self.count < count:
            if self.at >= len(self.data):
                raise EOFError
            self.held |= self.data[self.at] << self.count
            self.at += 1
            self.count += 8
        value = self.held & (1 << count) - 1
        self.held >>= count
        self.count -= count
        return value

    def symbol(self, table):
        code = length = 0
        while length < 15:
            code = code << 1 | self.take(1)
            length += 1
            found = table.get((length, code))
            if found is not None:
                return found
        raise error('Error -3 while decompressing data: invalid code lengths set')

    def align(self):
        self.at -= self.count // 8
        self.held = self.count = 0


def _table(lengths):
    return {code: symbol for symbol, code in _codes(lengths).items()}


def _inflate(bits, limit=None):
    out, last = bytearray(), False
    while not last:
        last, kind = bits.take(1), bits.take(2)
        if kind == 0:
            bits.align()
            length, check = bits.take(16), bits.take(16)
            if length ^ check != 0xFFFF:
                raise error('Error -3 while decompressing data: invalid stored block lengths')
            if bits.at + length > len(bits.data):
                raise EOFError
            out += bits.data[bits.at:bits.at + length]
            bits.at += length
        elif kind == 3:
            raise error('Error -3 while decompressing data: invalid block type')
        else:
            _block(bits, out, *(_tables(bits) if kind == 2 else (_table(_FIXED), _table([5] * 30))))
    return out


def _tables(bits):
    literals, distances, count = bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4
    lengths = [0] * 19
    for symbol in _ORDER[:count]:
        lengths[symbol] = bits.take(3)
    table, lengths = _table(lengths), []
    while len(lengths) < literals + distances:
        symbol = bits.symbol(table)
        if symbol < 16:
            lengths.append(symbol)
        elif symbol == 16:
            lengths += lengths[-1:] * (3 + bits.take(2))
        else:
            lengths += [0] * (3 + bits.take(3) if symbol == 17 else 11 + bits.take(7))
    return _table(lengths[:literals]), _table(lengths[literals:literals + distances])


def _block(bits, out, literals, distances):
    while (symbol := bits.symbol(literals)) != 256:
        if symbol < 256:
            out.append(symbol)
            continue
        first, more = _LENGTHS[symbol - 257]
        length = first + bits.take(more)
        first, more = _DISTANCES[bits.symbol(distances)]
        start = len(out) - first - bits.take(more)
        if start < 0:
            raise error('Error -3 while decompressing data: invalid distance too far back')
        if length <= len(out) - start:
            out += out[start:start + length]
        else:
            for at in range(start, start + length):
                out.append(out[at])


def _header(data, wbits):
    """(kind, where the deflated data begin)"""
    if wbits < 0:
        return 'raw', 0
    if wbits > 15 and data[:2] == b'\x1f\x8b':
        return 'gzip', _gzip_header(data)
    if wbits in range(16, 32):
        raise error('Error -3 while decompressing data: incorrect header check')
    if len(data) < 2:
        raise EOFError
    if (data[0] * 256 + data[1]) % 31 or data[0] & 15 != 8:
        raise error('Error -3 while decompressing data: incorrect header check')
    return 'zlib', 2


def _gzip_header(data):
    if len(data) < 10:
        raise EOFError
    flags, at = data[3], 10
    if flags & 4:
        at += 2 + int.from_bytes(data[at:at + 2], 'little')
    for flag in 8, 16:
        if flags & flag:
            at = data.index(0, at) + 1
    return at + 2 if flags & 2 else at


def _decompress(data, wbits):
    """(what was in it, what stands behind it); EOFError: it goes on."""
    kind, start = _header(data, wbits)
    bits = _Bits(data, start)
    out = bytes(_inflate(bits))
    bits.align()
    end = bits.at + {'raw': 0, 'zlib': 4, 'gzip': 8}[kind]
    if len(data) < end:
        raise EOFError
    check = data[bits.at:bits.at + 4]
    if kind == 'zlib' and int.from_bytes(check, 'big') != adler32(out) or kind == 'gzip' and int.from_bytes(check, 'little') != crc32(out):
        raise error('Error -3 while decompressing data: incorrect data check')
    return out, bytes(data[end:])


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    data, wbits = _bytes(data), _number(wbits)
    try:
        return _decompress(data, wbits)[0]
    except EOFError:
        raise error('Error -5 while decompressing data: incomplete or truncated stream') from None


# ---- compression: repeats found by their first three bytes, one block of codes made for it

def _repeats(data):
    """Literals, and (length, distance) of what was there before."""
    places, at = {}, 0
    while at < len(data):
        key = data[at:at + 3]
        best, distance = 0, 0
        for place in places.get(key, ())[-8:] if len(key) == 3 else ():
            if at - place > 32768:
                continue
            length = 3
            while length < 258 and at + length < len(data) and data[place + length] == data[at + length]:
                length += 1
            if length >= best:
                best, distance = length, at - place
        step = best or 1
        yield (best, distance) if best else data[at]
        for place in range(at, at + step):
            places.setdefault(data[place:place + 3], []).append(place)
        at += step


def _index(ranges, value):
    at = len(ranges) - 1
    while ranges[at][0] > value:
        at -= 1
    return at


def _lengths_of(counts, limit):
    """Code lengths by Huffman's way, flattened until none is too long."""
    if not any(counts):
        return [0] * len(counts)
    while True:
        heap = sorted((count, symbol, None) for symbol, count in enumerate(counts) if count)
        if len(heap) == 1:
            heap.append((0, 0 if heap[0][1] else 1, None))
        number = len(counts)
        while len(heap) > 1:
            one, other, *heap = sorted(heap, key=lambda node: node[:2])
            heap.append((one[0] + other[0], number, (one, other)))
            number += 1
        lengths, nodes = [0] * len(counts), [(heap[0], 0)]
        for node, depth in nodes:
            if node[2] is None:
                lengths[node[1]] = depth
            else:
                nodes += [(child, depth + 1) for child in node[2]]
        if max(lengths) <= limit:
            return lengths
        counts = [(count + 1) // 2 + (count > 0) for count in counts]


class _Writer:
    def __init__(self):
        self.out, self.held, self.count = bytearray(), 0, 0

    def put(self, value, count):
        self.held |= value << self.count
        self.count += count
        while self.count >= 8:
            self.out.append(self.held & 255)
            self.held >>= 8
            self.count -= 8

    def code(self, code):
        length, bits = code
        self.put(int(f'{bits:0{length}b}'[::-1], 2), length)

    def end(self):
        if self.count:
            self.put(0, 8 - self.count)
        return bytes(self.out)


def _deflate(data, level):
    writer = _Writer()
    if level == 0 or not data:
        if not data:
            return b'\x03\x00'
        for start in range(0, len(data), 65535):
            piece = data[start:start + 65535]
            writer.put(start + 65535 >= len(data), 8)
            writer.out += len(piece).to_bytes(2, 'little') + (len(piece) ^ 0xFFFF).to_bytes(2, 'little') + piece
        return bytes(writer.out)
    symbols = []
    for each in _repeats(data):
        if isinstance(each, int):
            symbols.append((each, 0, 0, None, 0, 0))
        else:
            length, distance = _index(_LENGTHS, each[0]), _index(_DISTANCES, each[1])
            symbols.append((257 + length, each[0] - _LENGTHS[length][0], _LENGTHS[length][1],
                            distance, each[1] - _DISTANCES[distance][0], _DISTANCES[distance][1]))
    counts, far = [0] * 286, [0] * 30
    counts[256] = 1
    for symbol, _, _, distance, _, _ in symbols:
        counts[symbol] += 1
        if distance is not None:
            far[distance] += 1
    lengths, far = _lengths_of(counts, 15), _lengths_of(far, 15)
    fixed = sum(count * _FIXED[symbol] for symbol, count in enumerate(counts)) <= sum(
        count * length for count, length in zip(counts, lengths)) + 1335
    writer.put(1, 1)
    writer.put(1 if fixed else 2, 2)
    if fixed:
        lengths, far = _FIXED, [5] * 30
    else:
        _put_tables(writer, lengths, far)
    codes, far = _codes(lengths), _codes(far)
    for symbol, more, bits, distance, further, far_bits in symbols:
        writer.code(codes[symbol])
        writer.put(more, bits)
        if distance is not None:
            writer.code(far[distance])
            writer.put(further, far_bits)
    writer.code(codes[256])
    return writer.end()


def _put_tables(writer, lengths, far):
    """The lengths of the codes, each in four bits: plain, and good enough."""
    far = far if any(far) else [1] + far[1:]
    writer.put(len(lengths) - 257, 5)
    writer.put(len(far) - 1, 5)
    writer.put(15, 4)
    own = [4] * 16 + [0] * 3
    for symbol in _ORDER:
        writer.put(own[symbol], 3)
    codes = _codes(own)
    for length in lengths + far:
        writer.code(codes[length])


def _wrapped(data, level, wbits):
    body = _deflate(data, level)
    if wbits < 0:
        return body
    if wbits > 15:
        return b'\x1f\x8b\x08\0\0\0\0\0\0\x03' + body + crc32(data).to_bytes(4, 'little') + (len(data) & 0xFFFFFFFF).to_bytes(4, 'little')
    second = {0: 1, 1: 1, 2: 0x5E, 3: 0x5E, 4: 0x5E, 5: 0x5E}.get(level, 0x9C if level in (-1, 6) else 0xDA)
    return bytes((0x78, second)) + body + adler32(data).to_bytes(4, 'big')


def compress(data, /, level=-1, wbits=MAX_WBITS):
    data = _bytes(data)
    if not -1 <= _number(level) <= 9:
        raise error('Bad compression level')
    return _wrapped(data, level, _number(wbits))


# ---- piece by piece

class Compress:
    def __init__(self, level, wbits):
        self._level, self._wbits, self._pieces = level, wbits, bytearray()

    def compress(self, data, /):
        self._pieces += _bytes(data)
        return b''

    def flush(self, mode=Z_FINISH, /):
        return _wrapped(bytes(self._pieces), self._level, self._wbits) if mode == Z_FINISH else b''

    def copy(self):
        made = Compress(self._level, self._wbits)
        made._pieces = self._pieces[:]
        return made

    __copy__ = copy

    def __reduce__(self):
        raise TypeError(f"cannot pickle 'zlib.{type(self).__name__}' object")

    def __deepcopy__(self, memo):
        return self.copy()


class Decompress:
    def __init__(self, wbits):
        self._wbits, self._pieces, self._out = wbits, b'', None
        self.unused_data, self.unconsumed_tail, self.eof = b'', b'', False

    def decompress(self, data, /, max_length=0):
        if max_length < 0:
            raise ValueError('max_length must be non-negative')
        if self._out is None:
            self._pieces += _bytes(data)
            try:
                self._out, self.unused_data = _decompress(self._pieces, self._wbits)
            except EOFError:
                return b''
        given = self._out if not max_length else self._out[:max_length]
        self._out = self._out[len(given):]
        self.eof, self.unconsumed_tail = not self._out, self._pieces[-1:] if self._out else b''
        return given

    __reduce__ = Compress.__reduce__

    def flush(self, length=DEF_BUF_SIZE, /):
        if length <= 0:
            raise ValueError('length must be greater than zero')
        given, self._out = self._out or b'', b''
        self.eof, self.unconsumed_tail = self.eof or bool(given), b''
        return given


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None):
    level, method, wbits, memLevel, strategy = map(_number, (level, method, wbits, memLevel, strategy))
    if zdict is not None:
        raise NotImplementedError('Loopscope has no dictionaries of zlib yet')
    if method != DEFLATED or not -1 <= level <= 9 or not 1 <= memLevel <= 9 or not 0 <= strategy <= 4 or not (9 <= abs(wbits) <= 15 or 25 <= wbits <= 31):
        raise ValueError('Invalid initialization option')
    return Compress(level, wbits)


def decompressobj(wbits=MAX_WBITS, zdict=b''):
    wbits = _number(wbits)
    if not isinstance(zdict, (bytes, bytearray, memoryview)):
        raise TypeError('zdict argument must support the buffer protocol')
    if zdict:
        raise NotImplementedError('Loopscope has no dictionaries of zlib yet')
    if not (8 <= abs(wbits) <= 15 or wbits == 0 or 24 <= wbits <= 47):
        raise ValueError('Invalid initialization option')
    return Decompress(wbits)


_like_c(compress, compressobj, decompress, decompressobj)
