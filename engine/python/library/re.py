"""Regular expressions. Patterns, matches and the matching are C (_sre); here are the functions of the module, their cache, and
templates of replacements."""

import enum
import functools
import _sre
from _sre import Match, Pattern

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'escape', 'error',
           'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL',
           'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag', 'PatternError']


class PatternError(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is None or pos is None:
            self.lineno = self.colno = None
        else:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f'{msg} at position {pos}'
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


error = _sre.PatternError = PatternError


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


_MAXCACHE = 512
_cache = {}
_plain = object()


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    found = _cache.get(key)
    if found is not None:
        return found
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray, memoryview)):
        raise TypeError('first argument must be string or compiled pattern')
    keep = not flags & RegexFlag.DEBUG.value
    made = _sre.compile(pattern, flags)
    if keep:
        if len(_cache) >= _MAXCACHE:
            del _cache[next(iter(_cache))]
        _cache[key] = made
    return made


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def purge():
    _cache.clear()
    _compile_template.cache_clear()


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def _by_position(function, name, required, limit, flags, args):
    """The limit and the flags where they were not given by name, which is deprecated."""
    if not args:
        return 0 if limit is _plain else limit, 0 if flags is _plain else flags
    if limit is not _plain:
        raise TypeError(f"{function}() got multiple values for argument '{name}'")
    if len(args) > 1 and flags is not _plain:
        raise TypeError(f"{function}() got multiple values for argument 'flags'")
    if len(args) > 2:
        raise TypeError(f'{function}() takes from {required} to {required + 2} positional arguments '
                        f'but {required + len(args)} were given')
    import warnings
    warnings.warn(f"'{name}' is passed as positional argument", DeprecationWarning, stacklevel=3)
    return args[0], args[1] if len(args) > 1 else 0 if flags is _plain else flags


def sub(pattern, repl, string, *args, count=_plain, flags=_plain):
    if args or count is not _plain or flags is not _plain:
        count, flags = _by_position('sub', 'count', 3, count, flags, args)
        return _compile(pattern, flags).sub(repl, string, count)
    return _compile(pattern, 0).sub(repl, string)


def subn(pattern, repl, string, *args, count=_plain, flags=_plain):
    count, flags = _by_position('subn', 'count', 3, count, flags, args)
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_plain, flags=_plain):
    maxsplit, flags = _by_position('split', 'maxsplit', 2, maxsplit, flags, args)
    return _compile(pattern, flags).split(string, maxsplit)


_special = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, 'latin1').translate(_special).encode('latin1')


# ---- templates

_OCTAL = '01234567'
_DIGITS = _OCTAL + '89'
_CONTROLS = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}


class _Template:
    """Cuts a replacement into texts and group numbers."""

    def __init__(self, repl, pattern):
        self.repl, self.pattern = repl, pattern
        self.is_text = isinstance(repl, str)
        self.text = repl if self.is_text else str(repl, 'latin1')
        self.pieces, self.literal, self.at = [], '', 0

    def fail(self, text, back=0):
        if not self.is_text:
            text = text.encode('ascii', 'backslashreplace').decode('ascii')
        return PatternError(text, self.repl, self.at - back)

    def group(self, number, back):
        if number > self.pattern.groups:
            raise self.fail(f'invalid group reference {number}', back)
        self.end_literal()
        self.pieces.append(number)

    def end_literal(self):
        if self.literal:
            self.pieces.append(self.literal if self.is_text else self.literal.encode('latin-1'))
        self.literal = ''

    def next_is(self, characters):
        return self.text[self.at:self.at + 1] != '' and self.text[self.at] in characters

    def named(self):
        if not self.next_is('<'):
            raise self.fail('missing <')
        self.at += 1
        end = self.text.find('>', self.at)
        name = self.text[self.at:end if end >= 0 else None]
        self.at = end + 1 if end >= 0 else len(self.text)
        if not name:
            raise self.fail('missing group name', 1 if end >= 0 else 0)
        if end < 0:
            raise self.fail('missing >, unterminated name', len(name))
        if name.isdecimal() and name.isascii():
            self.group(int(name), len(name) + 1)
            return
        if not name.isidentifier() or not (self.is_text or name.isascii()):
            shown = repr(name) if self.is_text else ascii(name)
            raise self.fail(f'bad character in group name {shown}', len(name) + 1)
        if name not in self.pattern.groupindex:
            raise IndexError(f'unknown group name {name!r}')
        self.group(self.pattern.groupindex[name], len(name) + 1)

    def number(self, c):
        digits = c
        if c == '0':
            while len(digits) < 3 and self.next_is(_OCTAL):
                digits += self.text[self.at]
                self.at += 1
            self.literal += chr(int(digits, 8) & 0xff)
            return
        if self.next_is(_DIGITS):
            digits += self.text[self.at]
            self.at += 1
            if c in _OCTAL and digits[1] in _OCTAL and self.next_is(_OCTAL):
                digits += self.text[self.at]
                self.at += 1
                if int(digits, 8) > 0o377:
                    raise self.fail(f'octal escape value \\{digits} outside of range 0-0o377', 4)
                self.literal += chr(int(digits, 8))
                return
        self.group(int(digits), len(digits))

    def parse(self):
        while self.at < len(self.text):
            stop = self.text.find('\\', self.at)
            if stop < 0:
                self.literal += self.text[self.at:]
                break
            self.literal += self.text[self.at:stop]
            if stop + 1 == len(self.text):
                raise PatternError('bad escape (end of pattern)', self.repl, stop)
            c = self.text[stop + 1]
            self.at = stop + 2
            if c == 'g':
                self.named()
            elif c in _DIGITS:
                self.number(c)
            elif c in _CONTROLS:
                self.literal += _CONTROLS[c]
            elif c.isascii() and c.isalpha():
                raise self.fail(f'bad escape \\{c}', 2)
            else:
                self.literal += '\\' + c
        self.end_literal()
        return self.pieces


@functools.lru_cache(_MAXCACHE)
def _compile_template(pattern, repl):
    return _Template(repl, pattern).parse()


_sre._compile_template = _compile_template


class Scanner:
    """Cuts a text into tokens by a list of patterns, each with what is to be done with what it matches."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        # Groups of the phrases themselves would be counted with those that tell phrases apart.
        self._numbers, parts, number = {}, [], 1
        for i, (phrase, action) in enumerate(lexicon):
            self._numbers[f'_phrase_{i}'] = action
            parts.append(f'(?P<_phrase_{i}>{phrase})')
        self.scanner = _compile('|'.join(parts), flags)

    def scan(self, string):
        result, at = [], 0
        match = self.scanner.scanner(string).match
        while (m := match()) is not None and m.end() != at:
            name = next(name for name in self._numbers if m.start(name) >= 0)
            action = self._numbers[name]
            if callable(action):
                self.match = m
                action = action(self, m.group())
            if action is not None:
                result.append(action)
            at = m.end()
        return result, string[at:]
