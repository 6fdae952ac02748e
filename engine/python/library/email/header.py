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


def _pieces(text):
    """(text or bytes, charset) in their order, without the blanks between encoded words."""
    from email import base64mime, quoprimime
    found = []  # with whether it was encoded
    for line in text.splitlines():
        parts = _WORD.split(line)
        parts[0] = parts[0].lstrip()
        for i in range(0, len(parts), 4):
            if parts[i]:
                found.append((parts[i], None, False))
            if i + 3 >= len(parts):
                continue
            charset, how, body = parts[i + 1].lower(), parts[i + 2].lower(), parts[i + 3]
            if how == 'q':
                found.append((quoprimime.header_decode(body), charset, True))
                continue
            try:
                found.append((base64mime.decode(body + '===' [:-len(body) % 4]), charset, True))
            except ValueError:
                from email.errors import HeaderParseError
                raise HeaderParseError('Base64 decoding error')
    for i, (piece, charset, encoded) in enumerate(found):
        between = 0 < i < len(found) - 1 and found[i - 1][2] and found[i + 1][2]
        if encoded or not (between and piece.isspace()):
            yield piece.encode('raw-unicode-escape') if isinstance(piece, str) else piece, charset


def decode_header(header):
    """A list of (text, charset): bytes where the header has encoded words."""
    if hasattr(header, '_chunks'):
        from email.charset import _encode
        return [(_encode(text, str(charset)), str(charset)) for text, charset in header._chunks]
    if not _WORD.search(header):
        return [(header, None)]
    parts = []
    for data, charset in _pieces(header):
        if parts and parts[-1][1] == charset:
            parts[-1] = parts[-1][0] + (b' ' if charset is None else b'') + data, charset
        else:
            parts.append((data, charset))
    return parts


def decoded(text):
    """The text that a header shows: a language behind its character set is no part of it."""
    if '=?' not in text:
        return text
    return ''.join([part if isinstance(part, str) else part.decode((charset or 'ascii').partition('*')[0], 'replace')
                    for part, charset in decode_header(text)])


class Header:
    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=' ', errors='strict'):
        self._charset = self._known(charset or 'us-ascii')
        self._continuation_ws, self._chunks = continuation_ws, []
        if s is not None:
            self.append(s, self._charset, errors)
        self._maxlinelen = 78 if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + 2

    def _known(self, charset):
        from email.charset import Charset
        return charset if isinstance(charset, Charset) else Charset(charset)

    def append(self, s, charset=None, errors='strict'):
        charset = self._charset if charset is None else self._known(charset)
        if not isinstance(s, str):
            codec = charset.input_codec or 'us-ascii'
            s = s.decode('us-ascii', 'surrogateescape') if codec == _UNKNOWN else s.decode(codec, errors)
        codec = charset.output_codec or 'us-ascii'
        if codec != _UNKNOWN:
            try:
                s.encode(codec, errors)
            except UnicodeEncodeError:
                if codec != 'us-ascii':
                    raise
                charset = self._known('utf-8')
        self._chunks.append((s, charset))

    def _normalize(self):
        """Neighbours of one character set become one."""
        chunks = []
        for text, charset in self._chunks:
            if chunks and charset == chunks[-1][1]:
                chunks[-1] = f'{chunks[-1][0]} {text}', chunks[-1][1]
            else:
                chunks.append((text, charset))
        self._chunks = chunks

    def __str__(self):
        self._normalize()
        out, before, blank = [], None, None  # the chunk before: its character set, whether it ends in a blank
        for text, charset in self._chunks:
            now = charset
            if charset == _UNKNOWN:
                text = text.encode('ascii', 'surrogateescape').decode('ascii', 'replace')
            if out:
                if before not in _PLAIN_SETS:
                    if charset in _PLAIN_SETS and not _ends(text, 0):
                        out.append(' ')
                        now = None
                elif charset not in _PLAIN_SETS and not blank:
                    out.append(' ')
            before, blank = now, _ends(text, -1)
            out.append(text)
        return ''.join(out)

    def __eq__(self, other):
        return other == str(self)

    def encode(self, splitchars=';, \t', maxlinelen=None, linesep='\n'):
        self._normalize()
        width = self._maxlinelen if maxlinelen is None else maxlinelen
        lines = _Lines(self._headerlen, width or 1000000, self._continuation_ws, splitchars)
        before = blank = None
        for i, (text, charset) in enumerate(self._chunks):
            if i:
                starts = _ends(text, 0)
                if before not in _PLAIN_SETS:
                    if not starts or charset not in _PLAIN_SETS:
                        lines.push(' ', '')
                elif charset not in _PLAIN_SETS and not blank:
                    lines.push(' ', '')
            before, blank = charset, _ends(text, -1)
            self._encode_lines(lines, text.splitlines() or [''], charset)
        if self._chunks:
            lines.push(' ', '')
        lines.end()
        value = linesep.join(lines.done)
        if re.search(r'\n[^ \t]+:', value):
            from email.errors import HeaderParseError
            raise HeaderParseError(f'header value appears to contain an embedded header: {value!r}')
        return value

    def _encode_lines(self, out, lines, charset):
        out.feed('', lines[0], charset)
        for line in lines[1:]:
            out.end()
            bare = line.lstrip()
            if charset.header_encoding is not None:
                out.feed(self._continuation_ws, ' ' + bare, charset)
            else:
                out.feed(line[:len(line) - len(bare)], bare, charset)
        if len(lines) > 1:
            out.end()


_UNKNOWN, _PLAIN_SETS = 'unknown-8bit', (None, 'us-ascii')


def _ends(text, at):
    """Whether what is at that end keeps an encoded word apart."""
    return text and (text[at].isspace() or text[at] in '()\\')


class _Lines:
    """Lines of a header that are done, and the one that grows, of (blanks, text)."""

    def __init__(self, taken, width, blanks, splitchars):
        self.done, self.line, self.taken = [], [], taken
        self.width, self.blanks, self.splitchars = width, blanks, splitchars

    def push(self, blanks, text):
        self.line.append((blanks, text))

    def _used(self):
        return self.taken + sum([len(blanks) + len(text) for blanks, text in self.line])

    def _text(self):
        return ''.join([blanks + text for blanks, text in self.line])

    def end(self):
        if self.line and self.line[-1] == (' ', ''):
            self.line.pop()
        if self._used():
            text = self._text()
            if self.done and not self.taken and text.isspace():
                self.done[-1] += text
            else:
                self.done.append(text)
        self.line, self.taken = [], 0

    def _rooms(self):
        yield self.width - self._used()
        while True:
            yield self.width - len(self.blanks)

    def feed(self, blanks, text, charset):
        if charset.header_encoding is None:
            parts = re.split('([ \t]+)', blanks + text)
            parts = ['', *parts] if parts[0] else parts[1:]
            for i in range(0, len(parts) - 1, 2):
                self._add(parts[i], parts[i + 1])
            return
        first, *words = charset.header_encode_lines(text, self._rooms())
        if first is not None:
            self._add(blanks, first)
        if words:
            self.end()
            self.done += [self.blanks + word for word in words[:-1]]
            self.push(self.blanks, words[-1])

    def _break(self):
        """Where the line may end: before the last piece that begins with, or stands behind, one of `splitchars`."""
        for c in self.splitchars:
            for i in range(len(self.line) - 1, 0, -1):
                if c.isspace() and self.line[i][0][:1] == c or self.line[i - 1][1][-1:] == c:
                    return i

    def _add(self, blanks, text):
        self.push(blanks, text)
        if self._used() <= self.width:
            return
        at = self._break()
        if at is not None:
            rest = self.line[at:]
            del self.line[at:]
            self.done.append(self._text())
            self.line, self.taken = rest, 0
        elif self.taken:  # the header's name stands alone in its line
            self.line.pop()
            self.end()
            self.push(blanks or ' ', text)


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=' '):
    made = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        made.append(text, charset)
    return made
