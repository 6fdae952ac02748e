"""pprint: values in lines of at most some width."""
import collections as _collections
import sys as _sys
import types as _types
from io import StringIO as _StringIO

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _safe_key:
    """Orders what has no order by type and address."""
    __slots__ = ['obj']

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _pair_key(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


def _recursion(object):
    return f'<Recursion on {type(object).__name__} with id={id(object)}>'


_builtin_scalars = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth, self._indent_per_level, self._width = depth, indent, width
        self._stream = _sys.stdout if stream is None else stream
        self._compact, self._sort_dicts, self._underscore_numbers = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write('\n')

    def pformat(self, object):
        out = _StringIO()
        self._format(object, out, 0, 0, {}, 0)
        return out.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        if not readable:
            self._readable = False
        if recursive:
            self._recursive = True
        return text

    _readable, _recursive = True, False

    def _format(self, object, stream, indent, allowance, context, level):
        number = id(object)
        if number in context:
            stream.write(_recursion(object))
            self._recursive, self._readable = True, False
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            printer = self._dispatch.get(type(object).__repr__)
            if printer is not None:
                context[number] = 1
                printer(self, object, stream, indent, allowance, context, level + 1)
                del context[number]
                return
            if self._is_plain_dataclass(object):
                context[number] = 1
                self._pprint_dataclass(object, stream, indent, allowance, context, level + 1)
                del context[number]
                return
        stream.write(text)

    @staticmethod
    def _is_plain_dataclass(object):
        if isinstance(object, type) or not hasattr(type(object), '__dataclass_fields__'):
            return False
        return hasattr(type(object).__repr__, '__wrapped__')

    def _pprint_dataclass(self, object, stream, indent, allowance, context, level):
        name = object.__class__.__name__
        indent += len(name) + 1
        from dataclasses import fields
        items = [(field.name, getattr(object, field.name)) for field in fields(object) if field.repr]
        stream.write(name + '(')
        self._format_namespace_items(items, stream, indent, allowance, context, level)
        stream.write(')')

    _dispatch = {}

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        stream.write('{')
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        if len(object):
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            self._format_dict_items(items, stream, indent, allowance + 1, context, level)
        stream.write('}')

    _dispatch[dict.__repr__] = _pprint_dict

    def _pprint_ordered_dict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        cls = object.__class__
        stream.write(cls.__name__ + '(')
        self._format(list(object.items()), stream, indent + len(cls.__name__) + 1, allowance + 1, context, level)
        stream.write(')')

    _dispatch[_collections.OrderedDict.__repr__] = _pprint_ordered_dict

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        stream.write('[')
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write(']')

    _dispatch[list.__repr__] = _pprint_list

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        stream.write('(')
        end = ',)' if len(object) == 1 else ')'
        self._format_items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    _dispatch[tuple.__repr__] = _pprint_tuple

    def _pprint_set(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        kind = object.__class__
        if kind is set:
            stream.write('{')
            end = '}'
        else:
            stream.write(kind.__name__ + '({')
            end = '})'
            indent += len(kind.__name__) + 1
        self._format_items(sorted(object, key=_safe_key), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    _dispatch[set.__repr__] = _pprint_set
    _dispatch[frozenset.__repr__] = _pprint_set

    def _pprint_str(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        full = max_width = self._width - indent
        text = ''
        for at, line in enumerate(lines):
            text = repr(line)
            if at == len(lines) - 1:
                max_width -= allowance
            if len(text) <= max_width:
                chunks.append(text)
                continue
            parts = _words(line)
            max_part = full
            current = ''
            for place, part in enumerate(parts):
                candidate = current + part
                if place == len(parts) - 1 and at == len(lines) - 1:
                    max_part -= allowance
                if len(repr(candidate)) > max_part:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            stream.write(text)
            return
        if level == 1:
            stream.write('(')
        for at, text in enumerate(chunks):
            if at > 0:
                stream.write('\n' + ' ' * indent)
            stream.write(text)
        if level == 1:
            stream.write(')')

    _dispatch[str.__repr__] = _pprint_str

    def _pprint_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            stream.write('(')
        between = ''
        for text in _wrap_bytes(object, self._width - indent, allowance):
            stream.write(between)
            stream.write(text)
            if not between:
                between = '\n' + ' ' * indent
        if parens:
            stream.write(')')

    _dispatch[bytes.__repr__] = _pprint_bytes

    def _pprint_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write('bytearray(')
        self._pprint_bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(')')

    _dispatch[bytearray.__repr__] = _pprint_bytearray

    def _pprint_mappingproxy(self, object, stream, indent, allowance, context, level):
        stream.write('mappingproxy(')
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(')')

    _dispatch[_types.MappingProxyType.__repr__] = _pprint_mappingproxy

    def _pprint_simplenamespace(self, object, stream, indent, allowance, context, level):
        name = 'namespace' if type(object) is _types.SimpleNamespace else object.__class__.__name__
        indent += len(name) + 1
        stream.write(name + '(')
        self._format_namespace_items(object.__dict__.items(), stream, indent, allowance, context, level)
        stream.write(')')

    _dispatch[_types.SimpleNamespace.__repr__] = _pprint_simplenamespace

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        between = ',\n' + ' ' * indent
        last = len(items) - 1
        for at, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            stream.write(text)
            stream.write(': ')
            self._format(value, stream, indent + len(text) + 2, allowance if at == last else 1, context, level)
            if at != last:
                stream.write(between)

    def _format_namespace_items(self, items, stream, indent, allowance, context, level):
        between = ',\n' + ' ' * indent
        last = len(items) - 1
        for at, (key, value) in enumerate(items):
            stream.write(key)
            stream.write('=')
            if id(value) in context:
                stream.write('...')
            else:
                self._format(value, stream, indent + len(key) + 1, allowance if at == last else 1, context, level)
            if at != last:
                stream.write(between)

    def _format_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        new_line = ',\n' + ' ' * indent
        between = ''
        width = max_width = self._width - indent + 1
        items = list(items)
        last = len(items) - 1
        for at, item in enumerate(items):
            if at == last:
                max_width -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                room = len(text) + 2
                if width < room:
                    width = max_width
                    if between:
                        between = new_line
                if width >= room:
                    width -= room
                    stream.write(between)
                    between = ', '
                    stream.write(text)
                    continue
            stream.write(between)
            between = new_line
            self._format(item, stream, indent, allowance if at == last else 1, context, level)

    def _pprint_default_dict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        cls = object.__class__
        indent += len(cls.__name__) + 1
        stream.write(f'{cls.__name__}({factory},\n{" " * indent}')
        self._pprint_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(')')

    _dispatch[_collections.defaultdict.__repr__] = _pprint_default_dict

    def _pprint_counter(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        cls = object.__class__
        stream.write(cls.__name__ + '({')
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        self._format_dict_items(object.most_common(), stream, indent + len(cls.__name__) + 1, allowance + 2, context, level)
        stream.write('})')

    _dispatch[_collections.Counter.__repr__] = _pprint_counter

    def _pprint_chain_map(self, object, stream, indent, allowance, context, level):
        if not len(object.maps):
            stream.write(repr(object))
            return
        cls = object.__class__
        stream.write(cls.__name__ + '(')
        indent += len(cls.__name__) + 1
        for at, mapping in enumerate(object.maps):
            last = at == len(object.maps) - 1
            self._format(mapping, stream, indent, allowance + 1 if last else 1, context, level)
            stream.write(')' if last else ',\n' + ' ' * indent)

    _dispatch[_collections.ChainMap.__repr__] = _pprint_chain_map

    def _pprint_deque(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        cls = object.__class__
        stream.write(cls.__name__ + '(')
        indent += len(cls.__name__) + 1
        stream.write('[')
        if object.maxlen is None:
            self._format_items(object, stream, indent, allowance + 2, context, level)
            stream.write('])')
        else:
            self._format_items(object, stream, indent, 2, context, level)
            limit = self._repr(object.maxlen, context, level)
            stream.write(f'],\n{" " * indent}maxlen={limit})')

    _dispatch[_collections.deque.__repr__] = _pprint_deque

    def _pprint_user(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    _dispatch[_collections.UserDict.__repr__] = _pprint_user
    _dispatch[_collections.UserList.__repr__] = _pprint_user
    _dispatch[_collections.UserString.__repr__] = _pprint_user

    def _safe_repr(self, object, context, maxlevels, level):
        """(text, whether it reads back, whether it holds itself)."""
        kind = type(object)
        if kind in _builtin_scalars:
            return repr(object), True, False
        method = getattr(kind, '__repr__', None)
        if issubclass(kind, int) and method is int.__repr__:
            return (f'{object:_d}' if self._underscore_numbers else repr(object)), True, False
        is_dict = issubclass(kind, dict) and method is dict.__repr__
        if not is_dict and not (issubclass(kind, list) and method is list.__repr__) and \
                not (issubclass(kind, tuple) and method is tuple.__repr__):
            text = repr(object)
            return text, bool(text) and not text.startswith('<'), False
        if not object:
            return repr(object) if not is_dict else '{}', True, False
        number = id(object)
        shown = '{...}' if is_dict else '[...]' if issubclass(kind, list) else '(...)'
        if maxlevels and level >= maxlevels:
            return shown, False, number in context
        if number in context:
            return _recursion(object), False, True
        context[number] = 1
        readable, recursive, parts = True, False, []

        def add(item):
            nonlocal readable, recursive
            text, good, again = self.format(item, context, maxlevels, level + 1)
            readable = readable and good
            recursive = recursive or again
            return text

        if is_dict:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            parts = [f'{add(key)}: {add(value)}' for key, value in items]
            text = '{' + ', '.join(parts) + '}'
        else:
            parts = [add(item) for item in object]
            text = ', '.join(parts)
            text = f'[{text}]' if issubclass(kind, list) else f'({text},)' if len(object) == 1 else f'({text})'
        del context[number]
        return text, readable, recursive


def _words(line):
    """Words with the white space after them."""
    parts, at = [], 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        parts.append(line[at:end])
        at = end
    return parts


def _wrap_bytes(object, width, allowance):
    current = b''
    last = len(object) // 4 * 4
    for at in range(0, len(object), 4):
        part = object[at:at + 4]
        candidate = current + part
        if at == last:
            width -= allowance
        if len(repr(candidate)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current = candidate
    if current:
        yield repr(current)
