"""tomllib: reading TOML 1.0."""
import datetime
import re

__all__ = ['loads', 'load', 'TOMLDecodeError']

_BARE = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
_ESCAPES = {'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', '"': '"', '\\': '\\'}
_TIME = r'([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?'
_LOCAL_TIME = re.compile(_TIME)
_DATE_TIME = re.compile(rf'(\d{{4}})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[Tt ]{_TIME}(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?')
_NUMBER = re.compile(r'0(?:x[\dA-Fa-f](?:_?[\dA-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)'
                     r'|[+-]?(?:0|[1-9](?:_?\d)*)(?P<float>(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)')
_CONTROL = re.compile('[\0-\x08\n-\x1f\x7f]')


class TOMLDecodeError(ValueError):
    """Not TOML: msg, doc and pos, and lineno and colno of that."""

    def __init__(self, msg=None, doc=None, pos=None, *args):
        if not (isinstance(msg, str) and isinstance(doc, str) and isinstance(pos, int)):
            ValueError.__init__(self, *(value for value in (msg, doc, pos, *args) if value is not None))
            return
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        place = 'end of document' if pos >= len(doc) else f'line {self.lineno}, column {self.colno}'
        ValueError.__init__(self, f'{msg} (at {place})', *args)


class _Table(dict):
    """While it is read. Whether it had its own header, under which header it was made by the way of a longer name (that header's
    own key, or None), and whether it was written in one piece."""
    __slots__ = ('defined', 'dotted', 'frozen')

    def __init__(self):
        self.defined = self.frozen = False
        self.dotted = None


class _Array(list):
    """Of [[headers]]: a plain list takes no more tables."""


def load(fp, /, *, parse_float=float):
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    if not isinstance(s, str):
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'")
    if parse_float is not float:
        parse_float = _checked(parse_float)
    reader = _Reader(s.replace('\r\n', '\n'), parse_float)
    reader.read()
    return _plain(reader.root)


def _checked(parse_float):
    def convert(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError('parse_float must not return dicts or lists')
        return value
    return convert


def _plain(value):
    if isinstance(value, _Table):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


class _Reader:
    def __init__(self, text, parse_float):
        self.text, self.at, self.parse_float = text, 0, parse_float
        self.root = self.table = _Table()
        self.header = ()

    def fail(self, message, at=None):
        raise TOMLDecodeError(message, self.text, self.at if at is None else at)

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self, characters=' \t'):
        while self.peek() and self.peek() in characters:
            self.at += 1

    def takes(self, token):
        found = self.text.startswith(token, self.at)
        self.at += len(token) * found
        return found

    def read(self):
        while True:
            self.skip()
            start = self.peek()
            if not start:
                return
            if start == '[':
                self.read_header()
            elif start not in '\n#':
                if start not in _BARE and start not in '"\'':
                    self.fail('Invalid statement')
                self.read_pair(self.table, self.header)
            self.end_line()

    def end_line(self):
        self.skip()
        self.skip_comment()
        if self.peek() and not self.takes('\n'):
            self.fail('Expected newline or end of document after a statement')

    def skip_comment(self):
        if self.peek() == '#':
            end = self.text.find('\n', self.at)
            end = len(self.text) if end < 0 else end
            wrong = _CONTROL.search(self.text, self.at, end)
            if wrong:
                self.fail(f'Found invalid character {wrong[0]!r}', wrong.start())
            self.at = end

    # Names.
    def read_key(self):
        parts = [self.read_key_part()]
        self.skip()
        while self.takes('.'):
            self.skip()
            parts.append(self.read_key_part())
            self.skip()
        return tuple(parts)

    def read_key_part(self):
        start = self.peek()
        if start and start in _BARE:
            begin = self.at
            while self.peek() and self.peek() in _BARE:
                self.at += 1
            return self.text[begin:self.at]
        if start and start in '"\'':
            return self.read_one_line(start)
        self.fail('Invalid initial character for a key part')

    # Tables.
    def read_header(self):
        start = self.at
        in_array = self.takes('[[')
        self.at += not in_array
        self.skip()
        key = self.read_key()
        frozen = f'Cannot mutate immutable namespace {key}' if in_array else f'Cannot declare {key} twice'
        table = self.walk(self.root, key[:-1], frozen)
        found = table.get(key[-1])
        if _is_frozen(found):
            self.fail(frozen)
        if in_array:
            self.table = self.next_in_array(table, key, found)
        else:
            if isinstance(found, _Array) or (isinstance(found, _Table) and (found.defined or found.dotted is not None)):
                self.fail(frozen)
            if not isinstance(found, (_Table, type(None))):
                self.fail('Cannot overwrite a value')
            self.table = table.setdefault(key[-1], _Table())
        self.table.defined = True
        self.header = key
        if not self.takes(']]' if in_array else ']'):
            self.fail(f"Expected '{']]' if in_array else ']'}' at the end of {'an array' if in_array else 'a table'} declaration")

    def next_in_array(self, table, key, found):
        if found is None:
            found = table[key[-1]] = _Array()
        elif not isinstance(found, _Array):
            self.fail('Cannot overwrite a value')
        found.append(_Table())
        return found[-1]

    def walk(self, table, names, frozen):
        """The table that the names of a header lead to; `frozen` says what is wrong with one written in one piece."""
        for name in names:
            table = table.setdefault(name, _Table())
            if isinstance(table, _Array):
                table = table[-1]
            if _is_frozen(table):
                self.fail(frozen)
            if not isinstance(table, _Table):
                self.fail('Cannot overwrite a value')
        return table

    def read_pair(self, table, header):
        key = self.read_key()
        if not self.takes('='):
            self.fail("Expected '=' after a key in a key/value pair")
        self.skip()
        value = self.read_value()
        for i, name in enumerate(key[:-1], 1):
            inner = table.get(name)
            if inner is None:
                inner = table[name] = _Table()
            elif _is_frozen(inner):
                self.fail(f'Cannot mutate immutable namespace {header + key[:-1]}')
            elif not isinstance(inner, _Table):
                self.fail('Cannot overwrite a value')
            elif inner.defined or inner.dotted not in (None, header):
                self.fail(f'Cannot redefine namespace {header + key[:i]}')
            inner.dotted = header
            table = inner
        if key[-1] in table:
            self.fail('Cannot overwrite a value')
        table[key[-1]] = value

    # Values.
    def read_value(self):
        start = self.peek()
        if start and start in '"\'':
            return self.read_many_lines(start) if self.text.startswith(start * 3, self.at) else self.read_one_line(start)
        if start == '[':
            return self.read_array()
        if start == '{':
            return self.read_inline_table()
        for word, value in (('true', True), ('false', False)):
            if self.takes(word):
                return value
        return self.read_number()

    def read_number(self):
        found = _DATE_TIME.match(self.text, self.at)
        if found:
            try:
                value = _moment(found)
            except ValueError:
                self.fail('Invalid date or datetime')
            self.at = found.end()
            return value
        found = _LOCAL_TIME.match(self.text, self.at)
        if found:
            self.at = found.end()
            return _time(*found.groups())
        found = _NUMBER.match(self.text, self.at)
        if found:
            self.at = found.end()
            return self.parse_float(found[0]) if found['float'] else int(found[0], 0)
        for word in ('inf', 'nan', '-inf', '+inf', '-nan', '+nan'):
            if self.takes(word):
                return self.parse_float(word)
        self.fail('Invalid value')

    def skip_lines(self):
        while True:
            self.skip(' \t\n')
            if self.peek() != '#':
                return
            self.skip_comment()

    def read_array(self):
        self.at += 1
        items = []
        self.skip_lines()
        while not self.takes(']'):
            items.append(self.read_value())
            self.skip_lines()
            if self.takes(']'):
                break
            if not self.takes(','):
                self.fail('Unclosed array')
            self.skip_lines()
        return items

    def read_inline_table(self):
        self.at += 1
        table = _Table()
        self.skip()
        if not self.takes('}'):
            while True:
                self.read_inline_pair(table)
                self.skip()
                if self.takes('}'):
                    break
                if not self.takes(','):
                    self.fail('Unclosed inline table')
                self.skip()
        _freeze(table)
        return table

    def read_inline_pair(self, table):
        key = self.read_key()
        if not self.takes('='):
            self.fail("Expected '=' after a key in a key/value pair")
        self.skip()
        value = self.read_value()
        for name in key[:-1]:
            table = table.setdefault(name, _Table())
            if not isinstance(table, _Table):
                self.fail('Cannot overwrite a value')
            if table.frozen:
                self.fail(f'Cannot mutate immutable namespace {key}')
        if key[-1] in table:
            self.fail(f'Duplicate inline table key {key[-1]!r}')
        table[key[-1]] = value

    # Texts.
    def read_one_line(self, quote):
        self.at += 1
        begin, pieces = self.at, []
        while True:
            character = self.peek()
            if not character:
                self.fail('Unterminated string' if quote == '"' else f"Expected {quote!r}")
            if character == quote:
                pieces.append(self.text[begin:self.at])
                self.at += 1
                return ''.join(pieces)
            if _CONTROL.match(character):
                self.fail(f'Illegal character {character!r}' if quote == '"' else f'Found invalid character {character!r}')
            if character == '\\' and quote == '"':
                pieces += self.text[begin:self.at], self.read_escape(False)
                begin = self.at
            else:
                self.at += 1

    def read_many_lines(self, quote):
        self.at += 3
        self.takes('\n')
        begin, pieces = self.at, []
        while not self.text.startswith(quote * 3, self.at):
            character = self.peek()
            if not character:
                self.fail('Unterminated string' if quote == '"' else f'Expected {quote * 3!r}')
            if character != '\n' and _CONTROL.match(character):
                self.fail(f'Illegal character {character!r}' if quote == '"' else f'Found invalid character {character!r}')
            if character == '\\' and quote == '"':
                pieces += self.text[begin:self.at], self.read_escape(True)
                begin = self.at
            else:
                self.at += 1
        end = self.at
        self.at += 3
        while end < self.at - 3 + 2 and self.peek() == quote and self.at - end < 5:
            self.at += 1
        pieces.append(self.text[begin:self.at - 3])
        return ''.join(pieces)

    def read_escape(self, many_lines):
        start = self.at
        letter = self.text[start + 1:start + 2]
        self.at += 2
        if letter in _ESCAPES and letter:
            return _ESCAPES[letter]
        if letter and letter in 'uU':
            return self.read_code(4 if letter == 'u' else 8)
        if many_lines and letter and letter in ' \t\n':
            if letter != '\n':
                self.skip()
                if not self.peek():
                    return ''
                if not self.takes('\n'):
                    self.fail("Unescaped '\\' in a string")
            self.skip(' \t\n')
            return ''
        self.fail("Unescaped '\\' in a string")

    def read_code(self, length):
        digits = self.text[self.at:self.at + length]
        if len(digits) != length or not all(digit in '0123456789abcdefABCDEF' for digit in digits):
            self.fail('Invalid hex value')
        self.at += length
        code = int(digits, 16)
        if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            self.fail('Escaped character is not a Unicode scalar value')
        return chr(code)


def _is_frozen(value):
    return value.frozen if isinstance(value, _Table) else isinstance(value, list) and not isinstance(value, _Array)


def _freeze(value):
    if isinstance(value, _Table):
        value.frozen = True
        for item in value.values():
            _freeze(item)


def _time(hour, minute, second, fraction):
    return datetime.time(int(hour), int(minute), int(second), int((fraction or '').ljust(6, '0')))


def _moment(found):
    year, month, day, hour, minute, second, fraction, utc, sign, hours, minutes = found.groups()
    date = datetime.date(int(year), int(month), int(day))
    if hour is None:
        return date
    zone = None
    if utc:
        zone = datetime.timezone.utc
    elif sign:
        offset = datetime.timedelta(hours=int(hours), minutes=int(minutes))
        zone = datetime.timezone(-offset if sign == '-' else offset)
    return datetime.datetime.combine(date, _time(hour, minute, second, fraction), zone)
