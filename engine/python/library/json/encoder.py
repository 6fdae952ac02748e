"""JSONEncoder."""

import _json
from _json import encode_basestring, encode_basestring_ascii

_INFINITY = float('inf')


class JSONEncoder:
    """Extensible JSON encoder for Python data structures."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def _indent_text(self):
        return self.indent if self.indent is None or isinstance(self.indent, str) else ' ' * self.indent

    def encode(self, o):
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        chunks = self.iterencode(o, _one_shot=True)
        return ''.join(chunks if isinstance(chunks, (list, tuple)) else list(chunks))

    def iterencode(self, o, _one_shot=False):
        if _one_shot:
            return (_json.encode(o, self.default, self._indent_text(), self.key_separator, self.item_separator,
                                 self.check_circular, self.sort_keys, self.skipkeys, self.allow_nan, self.ensure_ascii),)
        return _Pieces(self).value(o, 0)


class _Pieces:
    """The text bit by bit, in the pieces in which CPython's iterencode gives it."""

    def __init__(self, encoder):
        self.encoder = encoder
        self.indent = encoder._indent_text()
        self.string = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.marks = set() if encoder.check_circular else None

    def float(self, o):
        if o != o:
            text = 'NaN'
        elif o in (_INFINITY, -_INFINITY):
            text = 'Infinity' if o > 0 else '-Infinity'
        else:
            return float.__repr__(o)
        if not self.encoder.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return text

    def simple(self, o):
        """The text of what is no container; None for others."""
        if isinstance(o, str):
            return self.string(o)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self.float(o)
        return None

    def newline(self, level):
        return '' if self.indent is None else '\n' + self.indent * level

    def enter(self, o):
        if self.marks is not None:
            if id(o) in self.marks:
                raise ValueError('Circular reference detected')
            self.marks.add(id(o))

    def leave(self, o):
        if self.marks is not None:
            self.marks.discard(id(o))

    def value(self, o, level):
        text = self.simple(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.list(o, level)
        elif isinstance(o, dict):
            yield from self.dict(o, level)
        else:
            self.enter(o)
            made = self.encoder.default(o)
            try:
                yield from self.value(made, level)
            except GeneratorExit:
                raise
            except BaseException as exc:
                exc.add_note(f'when serializing {type(o).__name__} object')
                raise
            self.leave(o)

    def list(self, items, level):
        if not items:
            yield '[]'
            return
        self.enter(items)
        before = '[' + self.newline(level + 1)
        separator = self.encoder.item_separator + self.newline(level + 1)
        for i, item in enumerate(items):
            try:
                text = self.simple(item)
                if text is not None:
                    yield before + text
                else:
                    yield before
                    yield from self.value(item, level + 1)
            except GeneratorExit:
                raise
            except BaseException as exc:
                exc.add_note(f'when serializing {type(items).__name__} item {i}')
                raise
            before = separator
        if self.indent is not None:
            yield self.newline(level)
        yield ']'
        self.leave(items)

    def key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self.float(key)
        text = self.simple(key)
        if text is None and not self.encoder.skipkeys:
            raise TypeError('keys must be str, int, float, bool or None, '
                            f'not {key.__class__.__name__}')
        return text

    def dict(self, items, level):
        if not items:
            yield '{}'
            return
        self.enter(items)
        yield '{'
        before, separator = self.newline(level + 1), self.encoder.item_separator + self.newline(level + 1)
        first = True
        for key, item in sorted(items.items()) if self.encoder.sort_keys else items.items():
            name = self.key(key)
            if name is None:
                continue
            if first:
                first = False
                if before:
                    yield before
            else:
                yield separator
            yield self.string(name)
            yield self.encoder.key_separator
            try:
                yield from self.value(item, level + 1)
            except GeneratorExit:
                raise
            except BaseException as exc:
                exc.add_note(f'when serializing {type(items).__name__} item {name!r}')
                raise
        if not first and self.indent is not None:
            yield self.newline(level)
        yield '}'
        self.leave(items)
