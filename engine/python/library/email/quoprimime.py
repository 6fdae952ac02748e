"""Quoted-printable for headers and bodies."""
import re

__all__ = ['body_decode', 'body_encode', 'body_length', 'decode', 'decodestring', 'header_decode', 'header_encode', 'header_length', 'quote',
           'unquote']

_HEADER = [f'={byte:02X}' for byte in range(256)]
_BODY = list(_HEADER)
for _c in '-!*+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz':
    _HEADER[ord(_c)] = _c
_HEADER[ord(' ')] = '_'
for _c in (*range(ord(' '), ord('~') + 1), ord('\t')):
    _BODY[_c] = chr(_c) if _c != ord('=') else '=3D'
_LINES = list(_BODY)
_LINES[10], _LINES[13] = '\n', '\r'


def header_check(octet):
    return chr(octet) != _HEADER[octet]


def body_check(octet):
    return chr(octet) != _BODY[octet]


def header_length(bytearray):
    return sum([len(_HEADER[octet]) for octet in bytearray])


def body_length(bytearray):
    return sum([len(_BODY[octet]) for octet in bytearray])


def unquote(s):
    return chr(int(s[1:3], 16))


def quote(c):
    return f'={ord(c):02X}'


def header_encode(header_bytes, charset='iso-8859-1'):
    if not header_bytes:
        return ''
    return f"=?{charset}?q?{''.join([_HEADER[octet] for octet in header_bytes])}?="


def _folded(line, width):
    """The line in pieces of that width, none of which ends within what stands for one character."""
    pieces, at = [], 0
    while len(line) - at > width:
        end = at + width - 1
        if line[end - 2] == '=':
            end -= 2
        elif line[end - 1] == '=':
            end -= 1
        pieces.append(line[at:end] + '=')
        at = end
    rest = line[at:]
    if rest and rest[-1] in ' \t':  # a blank at a line's end would be lost
        room = width - len(rest)
        if room >= 2:
            rest = rest[:-1] + quote(rest[-1])
        elif room == 1:
            rest += '=\n'
        else:
            rest = rest[:-1] + '=\n' + quote(rest[-1])
    return pieces + rest.split('\n')


def body_encode(body, maxlinelen=76, eol='\n'):
    if maxlinelen < 4:
        raise ValueError('maxlinelen must be at least 4')
    if not body:
        return body
    lines = [piece for line in body.translate(_LINES).splitlines() for piece in _folded(line, maxlinelen)]
    return eol.join(lines + [''] if body[-1] in '\r\n' else lines)


def decode(encoded, eol='\n'):
    if not encoded:
        return encoded
    out = []
    for line in encoded.splitlines():
        line = line.rstrip()
        whole = not line.endswith('=')
        out.append(_unquoted(line if whole else line[:-1]) + (eol if whole else ''))
    text = ''.join(out)
    return text[:-1] if encoded[-1] not in '\r\n' and text.endswith(eol) else text


body_decode = decodestring = decode


def _unquoted(s):
    return re.sub('=[a-fA-F0-9]{2}', lambda found: unquote(found.group()), s)


def header_decode(s):
    return _unquoted(s.replace('_', ' '))
