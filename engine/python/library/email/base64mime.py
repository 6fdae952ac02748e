"""Base64 for headers and bodies."""
import base64
import binascii

__all__ = ['body_decode', 'body_encode', 'decode', 'decodestring', 'header_encode', 'header_length']


def header_length(bytearray):
    return (len(bytearray) + 2) // 3 * 4


def header_encode(header_bytes, charset='iso-8859-1'):
    if not header_bytes:
        return ''
    if isinstance(header_bytes, str):
        header_bytes = header_bytes.encode(charset)
    return f'=?{charset}?b?{base64.b64encode(header_bytes).decode()}?='


def body_encode(s, maxlinelen=76, eol='\n'):
    step = maxlinelen * 3 // 4
    return ''.join([base64.b64encode(s[at:at + step]).decode() + eol for at in range(0, len(s), step)]) if s else ''


def decode(string):
    if not string:
        return b''
    return binascii.a2b_base64(string.encode('raw-unicode-escape') if isinstance(string, str) else string)


body_decode = decodestring = decode
