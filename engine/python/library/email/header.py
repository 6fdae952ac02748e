"""Headers with characters beyond ASCII (RFC 2047), and their folding."""
import base64
import re

__all__ = ['Header', 'decode_header', 'make_header']

_WORD = re.compile(r'=\?([^?]*?)\?([qQbB])\?(.*?)\?=')
_PLAIN = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-!*+/')


def _word(text, charset, biased):
    data = text.encode(charset)
    q = ''.join([chr(byte) if byte in _PLAIN else '_' if byte == 32 else f'={byte:02X}' for byte in data])
    b = base64.b64encode(data).decode()
    quoted = len(q) - len(b) < 5 if biased else len(q) < len(b)
    return f'=?{charset}?q?{q}?=' if quoted else f'=?{charset}?b?{b}?='


def encode_words(text, charset='utf-8', *, whole=False, biased=None, width=63):
    """With encoded words for what is not ASCII: all of it, or from the first such word to the last."""
    words = text.split(' ')
    strange = [i for i, word in enumerate(words) if not word.isascii()]
    if whole or not strange:
        words, first, last = [text], 0, 0
    else:
        first, last = strange[0], strange[-1]
    pieces, rest = [], ' '.join(words[first:last + 1])
    while rest:     # an encoded word has 75 characters at most
        size = len(rest)
        while width and size > 1 and len(_word(rest[:size], charset, not whole if biased is None else biased)) > width:
            size -= 1
        pieces.append(_word(rest[:size], charset, not whole if biased is None else biased))
        rest = rest[size:]
    return ' '.join(words[:first] + pieces + words[last + 1:])


def fold(name, text, width, listed=False):
    """Lines of that width at most, if there are spaces to break at; the comma behind one of a list may stand beyond it."""
    if not width or len(name) + 2 + len(text) <= width:
        return text
    lines, line, used = [], '', len(name) + 2
    for word in re.split(r'(?<=\S)(?= )', text):
        if line and used + len(line) + len(word.rstrip(',') if listed else word) > width:
            lines.append(line)
            line, used = '', 0
        line += word
    return '\n'.join(lines + [line])


def decode_header(header):
    """A list of (text, charset): bytes where the header has encoded words."""
    text = str(header)
    if not _WORD.search(text):
        return [(text, None)]
    parts, at = [], 0
    for found in _WORD.finditer(text):
        between = text[at:found.start()]
        if between and not (at and not between.strip()):
            parts.append((between.encode('raw-unicode-escape'), None))
        charset, how, body = found.group(1).partition('*')[0].lower(), found.group(2).lower(), found.group(3)
        if how == 'b':
            data = base64.b64decode(body + '=' * (-len(body) % 4))
        else:
            data = re.sub(rb'=([0-9a-fA-F]{2})', lambda m: bytes([int(m.group(1), 16)]), body.replace('_', ' ').encode('latin-1'))
        if parts and parts[-1][1] == charset and not between.strip():
            parts[-1] = (parts[-1][0] + data, charset)
        else:
            parts.append((data, charset))
        at = found.end()
    if text[at:]:
        parts.append((text[at:].encode('raw-unicode-escape'), None))
    return parts


def decoded(text):
    """The text that a header shows."""
    if '=?' not in text:
        return text
    return ''.join([part if isinstance(part, str) else part.decode(charset or 'ascii', 'replace') for part, charset in decode_header(text)])


class Header:
    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=' ', errors='strict'):
        self._chunks, self._width = [], maxlinelen or 76
        self._charset = charset or 'us-ascii'
        if s is not None:
            self.append(s, charset, errors)

    def append(self, s, charset=None, errors='strict'):
        charset = str(charset or self._charset)
        if isinstance(s, bytes):
            s = s.decode(charset, errors)
        elif charset == 'us-ascii' and not s.isascii():
            charset = 'utf-8'
        self._chunks.append((s, charset))

    def __str__(self):
        return ' '.join([text for text, _ in self._chunks]) if all(charset == 'us-ascii' for _, charset in self._chunks) else \
            ''.join([text for text, _ in self._chunks])

    def __eq__(self, other):
        return other == str(self)

    def encode(self, splitchars=';, \t', maxlinelen=None, linesep='\n'):
        return ' '.join([text if charset == 'us-ascii' else encode_words(text, charset, whole=True) for text, charset in self._chunks])


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=' '):
    made = Header()
    for text, charset in decoded_seq:
        made.append(text, charset)
    return made
