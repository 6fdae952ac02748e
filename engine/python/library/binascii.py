"""Bytes as text and back."""

import _binascii
from _binascii import crc32

__all__ = ['Error', 'Incomplete', 'a2b_base64', 'a2b_hex', 'b2a_base64', 'b2a_hex', 'crc32', 'crc_hqx', 'hexlify', 'unhexlify']


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
    text = memoryview(data).tobytes()
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
    crc &= 0xffff
    for byte in memoryview(data).tobytes():
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xffff
    return crc
