"""Python's tokens, with places, from lines of source text."""
import codecs
import re
from builtins import open as _open
from collections import namedtuple

import token as _token
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = _token.__all__ + ['tokenize', 'generate_tokens', 'detect_encoding', 'untokenize', 'TokenInfo', 'open', 'TokenError']

_DIGITS = r'[0-9](?:_?[0-9])*'
_EXPONENT = rf'(?:[eE][+-]?{_DIGITS})'
_TOKEN = re.compile(rf'''
    (?P<space>[ \f\t]+|\\\r?\n)
  | (?P<comment>\#[^\r\n]*)
  | (?P<end>\r?\n)
  | (?P<middle>(?:[fFtT][rR]?|[rR][fFtT])(?:\'\'\'|"""|\'|"))
  | (?P<long>(?:[bBuU]?[rR]?|[rR][bB])(?:\'\'\'|"""))
  | (?P<text>(?:[bBuU]?[rR]?|[rR][bB])(?:'(?:[^\n'\\]|\\.|\\\r?\n)*'|"(?:[^\n"\\]|\\.|\\\r?\n)*"))
  | (?P<number>0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+
        |(?:{_DIGITS}\.(?:{_DIGITS})?|\.{_DIGITS}){_EXPONENT}?[jJ]?|{_DIGITS}{_EXPONENT}[jJ]?|{_DIGITS}[jJ]?)
  | (?P<name>\w+)
  | (?P<op>\.\.\.|\*\*=|//=|>>=|<<=|!=|->|:=|\*\*|//|>>|<<|[<>=+\-*/%&|^@]=|.)
''', re.VERBOSE | re.DOTALL)
_PIECE = re.compile(r'\{\{|\}\}|\{|\}|\\(?:\r?\n|.)|[^\\{}\'"]+|[\'"]', re.DOTALL)


class TokenError(Exception):
    pass


class TokenInfo(namedtuple('TokenInfo', 'type string start end line')):
    def __repr__(self):
        return f'TokenInfo(type={self.type} ({tok_name[self.type]}), string={self.string!r}, start={self.start!r}, end={self.end!r}, line={self.line!r})'

    @property
    def exact_type(self):
        return EXACT_TOKEN_TYPES.get(self.string, self.type) if self.type == OP else self.type


class _Scanner:
    def __init__(self, lines):
        self.text = ''.join(lines)
        self.lines = self.text.splitlines(True)
        self.starts = [0]       # of the lines, and of the one behind the last newline
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        if self.lines and not self.text.endswith('\n'):
            self.starts.pop()
        self.at, self.row = 0, 0
        self.open, self.indents, self.strings = [], [''], []

    def place(self, at):
        """(row from 1, column) of an offset."""
        row = self.row
        while row + 1 < len(self.starts) and self.starts[row + 1] <= at:
            row += 1
        return row + 1, at - self.starts[row]

    def line_of(self, first, last):
        return ''.join(self.lines[first - 1:last]) if first <= len(self.lines) else ''

    def token(self, kind, end):
        """The token from here to an offset, which is where to go on."""
        start = self.place(self.at)
        self.row = start[0] - 1
        text = self.text[self.at:end]
        stop = (start[0], start[1] + len(text)) if kind in (NEWLINE, NL) else self.place(end)
        made = TokenInfo(kind, text, start, stop, self.line_of(start[0], stop[0]))
        self.at = end
        return made

    def indentation(self):
        """INDENT and DEDENT at the first token of a line."""
        start = self.starts[self.place(self.at)[0] - 1]
        space, line = self.text[start:self.at], self.place(self.at)[0]
        width, known = space.expandtabs(8), self.indents[-1].expandtabs(8)
        other = (len(space.expandtabs(1)), len(self.indents[-1].expandtabs(1)))
        if (len(width) == len(known)) != (other[0] == other[1]) or (len(width) > len(known)) != (other[0] > other[1]):
            self.wrong(TabError, 'inconsistent use of tabs and spaces in indentation', line)
        if len(width) > len(known):
            self.indents.append(space)
            yield TokenInfo(INDENT, space, (line, 0), (line, len(space)), self.line_of(line, line))
        while len(width) < len(self.indents[-1].expandtabs(8)):
            self.indents.pop()
            if len(width) > len(self.indents[-1].expandtabs(8)):
                self.wrong(IndentationError, 'unindent does not match any outer indentation level', line)
            yield TokenInfo(DEDENT, '', (line, len(space)), (line, len(space)), self.line_of(line, line))

    def wrong(self, error, message, line):
        text = self.lines[line - 1].rstrip('\r\n')
        raise error(message, ('<string>', line, len(text) + 1, text, None, None))

    def run(self):
        fresh = True            # at the start of a logical line
        while self.at < len(self.text):
            if self.strings and self.strings[-1]['depth'] == len(self.open):
                yield from self.middle()
                continue
            found = _TOKEN.match(self.text, self.at)
            kind, end = found.lastgroup, found.end()
            if fresh and not self.open and kind == 'space' and not found.group().startswith('\\'):
                self.at = end
                continue
            if fresh and not self.open and kind not in ('comment', 'end', 'space'):
                yield from self.indentation()
                fresh = False
            if kind == 'space':
                self.at = end
            elif kind == 'end':
                yield self.token(NL if fresh or self.open else NEWLINE, end)
                fresh = fresh or not self.open
            elif kind == 'comment':
                yield self.token(COMMENT, end)
            elif kind == 'middle':
                yield self.begin(found)
            elif kind == 'long':
                yield self.token(STRING, self.end_of_long(found))
            elif kind == 'op':
                yield from self.operator(found)
            else:
                yield self.token({'text': STRING, 'number': NUMBER, 'name': NAME}[kind], end)
        yield from self.finish(fresh)

    def finish(self, fresh):
        if self.strings:
            start = self.strings[-1]['start']
            raise TokenError('unterminated triple-quoted f-string literal (detected at line %d)' % len(self.lines), start)
        rows = len(self.lines)
        if self.open:
            raise TokenError('unexpected EOF in multi-line statement', (rows, 0))
        if not fresh and not self.text.endswith('\n'):
            end = (rows, len(self.lines[-1]))
            yield TokenInfo(NEWLINE, '', end, (rows, end[1] + 1), self.lines[-1])
        elif self.text and not self.text.endswith('\n'):
            end = (rows, len(self.lines[-1]))
            yield TokenInfo(NL, '', end, (rows, end[1] + 1), self.lines[-1])
        place = (rows + 1, 0)
        for _ in self.indents[1:]:
            yield TokenInfo(DEDENT, '', place, place, '')
        yield TokenInfo(ENDMARKER, '', place, place, '')

    def end_of_long(self, found):
        quote = found.group()[-3:]
        at = found.end()
        while (piece := re.compile(rf'\\.|{quote}|.', re.DOTALL).match(self.text, at)) is not None:
            at = piece.end()
            if piece.group() == quote:
                return at
        row, column = self.place(self.at)
        raise TokenError('EOF in multi-line string', (row, column + 1))

    def operator(self, found):
        sign = found.group()
        string = self.strings[-1] if self.strings else None
        inside = string is not None and len(self.open) == string['depth'] + 1
        if inside and sign[0] in ':!' and sign != '!=':
            yield self.token(OP, self.at + 1)
            if sign[0] == ':':
                self.strings.append({**string, 'depth': len(self.open), 'spec': True})
            return
        if sign in '\'"':
            row, column = self.place(self.at)
            raise TokenError(f'unterminated string literal (detected at line {row})', (row, column + 1))
        if sign in '([{':
            self.open.append(sign)
        elif sign in ')]}' and self.open:
            self.open.pop()
        yield self.token(OP, found.end())

    # ---- f-strings and t-strings

    def begin(self, found):
        head = found.group()
        letters = head.rstrip('\'"')
        kind = (TSTRING_START if 't' in letters.lower() else FSTRING_START)
        self.strings.append({'quote': head[len(letters):], 'kind': kind, 'raw': 'r' in letters.lower(), 'depth': len(self.open), 'spec': False,
                             'start': self.place(self.at)})
        return self.token(kind, found.end())

    def middle(self):
        """Text up to a field or the end."""
        string = self.strings[-1]
        quote, start = string['quote'], self.at
        while True:
            if not string['spec'] and self.text.startswith(quote, self.at):
                yield from self.text_token(string, start, self.at)
                self.strings.pop()
                yield self.token(string['kind'] + 2, self.at + len(quote))
                return
            piece = _PIECE.match(self.text, self.at)
            if piece is None or len(quote) == 1 and '\n' in piece.group() and not piece.group().startswith('\\') and not string['spec']:
                row, column = string['start']
                raise TokenError(f'unterminated f-string literal (detected at line {row})', (row, column + 1))
            sign = piece.group()
            if sign in ('{{', '}}') and not string['spec']:
                yield from self.text_token(string, start, self.at + 1)
                self.at = start = piece.end()
            elif sign[0] == '{':
                yield from self.text_token(string, start, self.at)
                self.open.append('{')
                yield self.token(OP, self.at + 1)
                return
            elif sign[0] == '}':
                yield from self.text_token(string, start, self.at, True)
                if string['spec']:
                    self.strings.pop()
                if self.open:
                    self.open.pop()
                yield self.token(OP, self.at + 1)
                return
            else:
                self.at = piece.end()

    def text_token(self, string, start, end, empty=False):
        self.at = start
        if end > start or empty:
            yield self.token(string['kind'] + 1, end)


def _tokens(lines):
    return _Scanner(lines).run()


def _read(readline):
    try:
        while line := readline():
            yield line
    except StopIteration:
        return


def generate_tokens(readline):
    """Tokenize a source reading Python code as unicode strings."""
    return _tokens(list(_read(readline)))


def tokenize(readline):
    """Yield tokens from a source whose readline gives bytes, the first of which tells the encoding."""
    encoding, consumed = detect_encoding(readline)
    lines = [*consumed, *_read(readline)]
    name = 'utf-8' if encoding == 'utf-8-sig' else encoding
    yield TokenInfo(ENCODING, name, (0, 0), (0, 0), '')
    yield from _tokens([line.decode(name) for line in lines])


_COOKIE = re.compile(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
_BLANK = re.compile(rb'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)


def detect_encoding(readline):
    """(encoding, the lines that were read): by a byte order mark or a comment of the first two lines."""
    filename = getattr(getattr(readline, '__self__', None), 'name', None)

    def next_line():
        try:
            return readline()
        except StopIteration:
            return b''

    def cookie(line):
        try:
            text = line.decode('utf-8')
        except UnicodeDecodeError:
            raise SyntaxError('invalid or missing encoding declaration' + (f' for {filename!r}' if filename else '')) from None
        found = _COOKIE.match(text)
        if found is None:
            return None
        name = found.group(1)[:12].lower().replace('_', '-')
        name = ('utf-8' if name == 'utf-8' or name.startswith('utf-8-') else
                'iso-8859-1' if name.startswith(('latin-1', 'iso-8859-1', 'iso-latin-1')) else found.group(1))
        try:
            codecs.lookup(name)
        except LookupError:
            raise SyntaxError(f'unknown encoding for {filename!r}: {name}' if filename else f'unknown encoding: {name}') from None
        if marked and name != 'utf-8':
            raise SyntaxError('encoding problem: utf-8' + (f' for {filename!r}' if filename else ''))
        return 'utf-8-sig' if marked else name

    first = next_line()
    marked = first.startswith(codecs.BOM_UTF8)
    first = first[3:] if marked else first
    default = 'utf-8-sig' if marked else 'utf-8'
    if not first:
        return default, []
    if name := cookie(first):
        return name, [first]
    if not _BLANK.match(first):
        return default, [first]
    second = next_line()
    if not second:
        return default, [first]
    return cookie(second) or default, [first, second]


def open(filename):
    """Open a file in read only mode using the encoding detected by detect_encoding()."""
    import io
    buffer = _open(filename, 'rb')
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = io.TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = 'r'
        return text
    except BaseException:
        buffer.close()
        raise


def untokenize(iterable):
    """Source text of tokens: exactly that of whole ones; of pairs, one that gives the same tokens."""
    made, encoding, row, column, tokens = [], None, 1, 0, list(iterable)
    for at, each in enumerate(tokens):
        if len(each) == 2:
            made.append(_untokenize_pairs(tokens[at:], not made))
            break
        kind, text, start, end, _ = each
        if kind == ENCODING:
            encoding = text
            continue
        if kind == ENDMARKER:
            break
        if start < (row, column):
            raise ValueError(f'start ({start[0]},{start[1]}) precedes previous end ({row},{column})')
        if start[0] > row:
            made.append('\\\n' * (start[0] - row))
            column = 0
        made.append(' ' * (start[1] - column))
        if kind in (FSTRING_MIDDLE, TSTRING_MIDDLE):
            braces = text.endswith(('{', '}'))
            text = re.sub('[{}]', lambda found: found.group() * 2, text)
            end = (end[0], end[1] + braces)
        made.append(text)
        row, column = end
        if kind in (NEWLINE, NL):
            row, column = row + 1, 0
    text = ''.join(made)
    return text.encode(encoding) if encoding is not None else text


def _untokenize_pairs(tokens, fresh):
    made, indents, fresh_line, was_string = [], [], fresh, False
    for kind, text, *_ in tokens:
        if kind == ENCODING:
            continue
        if kind in (NAME, NUMBER):
            text += ' '
        if kind == STRING and was_string:
            text = ' ' + text
        was_string = kind == STRING
        if kind == INDENT:
            indents.append(text)
            continue
        if kind == DEDENT:
            indents.pop()
            continue
        if kind in (NEWLINE, NL):
            fresh_line = True
        elif fresh_line and indents:
            made.append(indents[-1])
            fresh_line = False
        else:
            fresh_line = False
        if kind in (FSTRING_MIDDLE, TSTRING_MIDDLE):
            text = text.replace('{', '{{').replace('}', '}}')
        made.append(text)
    return ''.join(made)
