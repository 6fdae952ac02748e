"""shlex: text taken apart as a shell does."""
import re
from io import StringIO

__all__ = ['shlex', 'split', 'quote', 'join']


class shlex:
    """A reader of tokens. Its attributes say which characters make words, quotes, comments; they may be changed."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = StringIO(instream)
        if instream is None:
            import sys
            instream, infile = sys.stdin, None
        self.instream, self.infile, self.posix = instream, infile, posix
        self.eof = None if posix else ''
        self.commenters, self.whitespace = '#', ' \t\r\n'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            self.wordchars += 'ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ'
        self.quotes, self.escape, self.escapedquotes = '\'"', '\\', '"'
        self.whitespace_split, self.source, self.debug = False, None, 0
        self.lineno, self.token, self.state, self.pushback, self.filestack = 1, '', ' ', [], []
        self._punctuation = '();<>|&' if punctuation_chars is True else punctuation_chars or ''
        self._held = []  # characters that were read too far
        if self._punctuation:
            self.wordchars += '~-./*?='
            self.wordchars = ''.join(c for c in self.wordchars if c not in self._punctuation)

    punctuation_chars = property(lambda self: self._punctuation)

    def push_token(self, tok):
        self.pushback.insert(0, tok)

    def push_source(self, newstream, newfile=None):
        if isinstance(newstream, str):
            newstream = StringIO(newstream)
        self.filestack.insert(0, (self.infile, self.instream, self.lineno))
        self.infile, self.instream, self.lineno = newfile, newstream, 1

    def pop_source(self):
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.pop(0)

    def get_token(self):
        if self.pushback:
            return self.pushback.pop(0)
        token = self.read_token()
        while token == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            token = self.read_token()
        return token

    def _next(self):
        char = self._held.pop() if self._held else self.instream.read(1)
        self.lineno += char == '\n'
        return char

    def _back(self, char):
        self.lineno -= char == '\n'
        self._held.append(char)

    def _is_word(self, char):
        return char in self.wordchars or char in self.quotes or self.whitespace_split and char not in self._punctuation

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def read_token(self):
        """The next token; eof at the end. One that is not complete stays in self.token, and self.state says what it lacks."""
        while True:
            char = self._next()
            if not char:
                self.state = None
                return self.eof
            if char in self.commenters:
                self._skip_comment()
            elif char not in self.whitespace:
                break
        if self.posix and char in self.escape or self._is_word(char):
            if not self.posix and char in self.quotes:
                return self._quoted_alone(char)
            return self._word(char)
        if char in self._punctuation:
            run = char
            while (char := self._next()) and char in self._punctuation:
                run += char
            if char:
                self._back(char)
            return run
        return char

    def _quoted_alone(self, quote):
        """Outside of POSIX a quoted text is a token of its own, quotes and all."""
        self.token = quote
        while char := self._next():
            self.token += char
            if char == quote:
                return self._done()
        self.state = quote
        raise ValueError('No closing quotation')

    def _done(self):
        token, self.token, self.state = self.token, '', ' '
        return token

    def _escaped(self, escape):
        char = self._next()
        if not char:
            self.state = escape
            raise ValueError('No escaped character')
        return char

    def _quoted(self, quote):
        while (char := self._next()) != quote:
            if not char:
                self.state = quote
                raise ValueError('No closing quotation')
            if char in self.escape and quote in self.escapedquotes:
                after = self._escaped(char)
                char = after if after in self.escape or after == quote else char + after
            self.token += char

    def _word(self, char):
        self.token = ''
        while char and char not in self.whitespace:
            if char in self.commenters:
                self._skip_comment()
                break
            if self.posix and char in self.quotes:
                self._quoted(char)
            elif self.posix and char in self.escape:
                self.token += self._escaped(char)
            elif self._is_word(char):
                self.token += char
            else:
                self._back(char)
                break
            char = self._next()
        return self._done()

    def error_leader(self, infile=None, lineno=None):
        return f'"{self.infile if infile is None else infile}", line {self.lineno if lineno is None else lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError('s argument must not be None')
    reader = shlex(s, posix=posix)
    reader.whitespace_split = True
    if not comments:
        reader.commenters = ''
    return list(reader)


def quote(s):
    if not s:
        return "''"
    if not isinstance(s, str):
        raise TypeError(f'expected string object, got {type(s).__name__!r}')
    if re.fullmatch(r'[\w@%+=:,./-]+', s, re.ASCII):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join(map(quote, split_command))
