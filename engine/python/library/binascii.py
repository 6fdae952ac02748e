"""Bytes as text and back."""

import _binascii
from _binascii import crc32
from _native import index as _index, like_c as _like_c

__all__ = ['Error', 'Incomplete', 'a2b_base64', 'a2b_hex', 'a2b_qp', 'a2b_uu', 'b2a_base64', 'b2a_hex', 'b2a_qp', 'b2a_uu', 'crc32', 'crc_hqx',
           'hexlify', 'unhexlify']


class Error(ValueError):
    __module__ = 'binascii'


class Incomplete(Exception):
    __module__ = 'binascii'


def _ascii(data):
    """The bytes of an argument that may be ASCII text."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return data.encode()
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{type(data).__name__}'") from None


def _bytes(data):
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def b2a_base64(data, /, *, newline=True):
    """Base64-code line of data."""
    return _binascii.encode(data) + (b'\n' if newline else b'')


def a2b_base64(data, /, *, strict_mode=False):
    """Decode a line of base64 data."""
    result = _binascii.decode(_ascii(data), bool(strict_mode))
    if isinstance(result, str):
        raise Error(result)
    return result


def hexlify(data, sep=None, bytes_per_sep=1):
    """Hexadecimal representation of binary data."""
    text = _bytes(data)
    return (text.hex() if sep is None else text.hex(sep, bytes_per_sep)).encode()


def unhexlify(hexstr, /):
    """Binary data of hexadecimal representation."""
    text = _ascii(hexstr)
    if len(text) % 2:
        raise Error('Odd-length string')
    if not all(c in b'0123456789abcdefABCDEF' for c in text):
        raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text.decode())


b2a_hex, a2b_hex = hexlify, unhexlify


def crc_hqx(data, crc, /):
    """Compute CRC-CCITT incrementally."""
    data, crc = _bytes(data), _index(crc) & 0xffff
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xffff
    return crc


def b2a_uu(data, /, *, backtick=False):
    """A uuencoded line."""
    data = _bytes(data)
    if len(data) > 45:
        raise Error('At most 45 bytes at once')
    padded = data + bytes(-len(data) % 3)
    values = [len(data)]
    for at in range(0, len(padded), 3):
        group = int.from_bytes(padded[at:at + 3], 'big')
        values += (group >> shift & 63 for shift in (18, 12, 6, 0))
    return bytes((value or 64 if backtick else value) + 32 for value in values) + b'\n'


def a2b_uu(data, /):
    """The bytes of a uuencoded line."""
    text = _ascii(data)
    count = (text[0] - 32) & 63 if text else 32
    out, bits, held = bytearray(), 0, 0
    for at in range(1, len(text) + count * 2):
        if len(out) >= count:
            break
        byte = text[at] if at < len(text) else 32
        if byte in b'\r\n':
            byte = 32
        elif not 32 <= byte <= 96:
            raise Error('Illegal char')
        held, bits = held << 6 | (byte - 32) & 63, bits + 6
        if bits >= 8:
            bits -= 8
            out.append(held >> bits & 255)
    rest = text[1 + (count * 8 + 5) // 6:]
    if rest.strip(b' `\r\n'):
        raise Error('Trailing garbage')
    return bytes(out)


def a2b_qp(data, header=False):
    """The bytes of quoted-printable text."""
    text, out, at = _ascii(data), bytearray(), 0
    while at < len(text):
        byte = text[at]
        at += 1
        if byte == 95 and header:
            out.append(32)
        elif byte != 61:
            out.append(byte)
        elif text[at:at + 1] in (b'\r', b'\n'):  # a soft line end
            end = text.find(b'\n', at)
            at = len(text) if end < 0 else end + 1
        elif at < len(text):
            try:
                out.append(int(bytes(text[at:at + 2]), 16) if b'_' not in text[at:at + 2] and len(text[at:at + 2].strip()) == 2 else -1)
                at += 2
            except ValueError:
                out.append(61)
                if text[at] == 61:
                    at += 1
    return bytes(out)


def _quoted(data, at, quotetabs, istext, header, column):
    """Whether that byte is written as =XX."""
    byte, after = data[at], data[at + 1:at + 2]
    if byte > 126 or byte == 61 or header and byte == 95:
        return True
    if byte == 46 and column == 0 and (not after or after in b'\n\r\0'):
        return True
    if byte in b'\r\n':
        return not istext
    if byte in b' \t' and not after:
        return True
    return byte < 33 and (quotetabs or byte not in b' \t')


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Quoted-printable text of bytes; its lines are 76 characters long at most."""
    data = _bytes(data)
    first = data.find(b'\n')
    end = b'\r\n' if first > 0 and data[first - 1] == 13 else b'\n'
    out, column, at = bytearray(), 0, 0
    while at < len(data):
        byte = data[at]
        if _quoted(data, at, quotetabs, istext, header, column):
            if column + 3 >= 76:
                out += b'=' + end
                column = 0
            out += b'=%02X' % byte
            column += 3
        elif istext and (byte == 10 or data[at:at + 2] == b'\r\n'):
            if out[-1:] in (b' ', b'\t') and column:
                out[-1:] = b'=%02X' % out[-1]
            out += end
            column = 0
            at += byte == 13
        else:
            if column + 1 >= 76 and data[at + 1:at + 2] not in (b'\n', b''):
                out += b'=' + end
                column = 0
            out.append(95 if header and byte == 32 else byte)
            column += 1
        at += 1
    return bytes(out)

_like_c(b2a_base64, a2b_base64, hexlify, unhexlify, crc_hqx, b2a_uu, a2b_uu, b2a_qp, a2b_qp)
