"""pprint: values in lines of at most some width. What does not fit into its line is laid out by a shape: an opener, parts one
below the other, a closer. A table says which types have which shape, and one function lays out all of them."""
import sys
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from io import StringIO
from re import findall
from types import MappingProxyType, SimpleNamespace

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


class _Shape:
    """How a value is laid out. Parts are (key, value); `label(key)` is the text before the value. They stand `step` columns to
    the right of the opener; behind the last one there must be room for `room` more characters than behind the whole
    (`alone`: whatever stands behind the whole)."""

    def __init__(self, opener, parts, closer, step, *, label=None, room=None, alone=False, flows=False, loops=None):
        self.opener, self.parts, self.closer, self.step = opener, parts, closer, step
        self.label, self.alone = label, alone
        self.room = len(closer) if room is None else room
        self.flows = flows  # may stand several in a line, in compact mode
        self.loops = loops  # what a part is shown as that holds itself


class _Order:
    """The key by which things are sorted that may not know how: by themselves, or else by their types' names."""
    __slots__ = 'thing',

    def __init__(self, thing):
        self.thing = thing

    def __lt__(self, other):
        a, b = self.thing, other.thing
        try:
            return a < b
        except TypeError:
            return (str(type(a)), id(a)) < (str(type(b)), id(b))


def _in_order(mapping, wanted):
    pairs = mapping.items()
    return sorted(pairs, key=lambda pair: (_Order(pair[0]), _Order(pair[1]))) if wanted else list(pairs)


def _unnamed(values):
    return [(None, value) for value in values]


def _again(value):
    return f'<Recursion on {type(value).__name__} with id={id(value)}>'


# ---- the shapes of containers: of (printer, value, what writes a value within a line)

def _pairs(printer, pairs, front, back, write):
    opener = front + '{' + printer._pad
    return _Shape(opener, pairs, '}' + back, len(front) + printer._indent, label=lambda key: write(key) + ': ')


def _of_dict(printer, value, write):
    return _pairs(printer, _in_order(value, printer._sort_dicts), '', '', write)


def _of_counter(printer, value, write):
    return _pairs(printer, value.most_common(), type(value).__name__ + '(', ')', write)


def _of_default_dict(printer, value, write):
    name = type(value).__name__ + '('
    shape = _pairs(printer, _in_order(value, printer._sort_dicts), name, ')', write)
    shape.opener = name + write(value.default_factory) + ',\n', '{' + printer._pad  # the second half on a line of its own
    return shape


def _row(printer, values, front, back, **options):
    return _Shape(front + printer._pad, _unnamed(values), back, len(front) - 1 + printer._indent, flows=True, **options)


def _of_list(printer, value, write):
    return _row(printer, value, '[', ']')


def _of_tuple(printer, value, write):
    return _row(printer, value, '(', ',)' if len(value) == 1 else ')')


def _of_set(printer, value, write):
    front, back = ('{', '}') if type(value) is set else (type(value).__name__ + '({', '})')
    return _row(printer, sorted(value, key=_Order), front, back)


def _of_deque(printer, value, write):
    front = type(value).__name__ + '(['
    if value.maxlen is None:
        return _row(printer, value, front, '])')
    shape = _row(printer, value, front, '])', alone=True)
    shape.closer = '],\n', f'maxlen={write(value.maxlen)})'
    return shape


def _call(value, parts, **options):
    front = type(value).__name__ + '('
    return _Shape(front, parts, ')', len(front), **options)


def _of_ordered_dict(printer, value, write):
    return _call(value, _unnamed([list(value.items())]))


def _of_proxy(printer, value, write):
    return _call(value, _unnamed([value.copy()]))


def _of_chain(printer, value, write):
    return _call(value, _unnamed(value.maps))


def _fields(value, names, front):
    parts = [(name, getattr(value, name)) for name in names]
    return _Shape(front + '(', parts, ')', len(front) + 1, label=lambda name: name + '=', room=0, loops='...')


def _of_namespace(printer, value, write):
    return _fields(value, value.__dict__, 'namespace' if type(value) is SimpleNamespace else type(value).__name__)


def _of_dataclass(printer, value, write):
    from dataclasses import fields
    return _fields(value, [field.name for field in fields(value) if field.repr], type(value).__name__)


def _has_generated_repr(value):
    kind = type(value)
    return hasattr(kind, '__dataclass_fields__') and hasattr(kind.__repr__, '__wrapped__')


# By how a type writes itself: (shape, whether an empty one is laid out too).
_SHAPES = {
    dict.__repr__: (_of_dict, True), list.__repr__: (_of_list, True), tuple.__repr__: (_of_tuple, True),
    set.__repr__: (_of_set, False), frozenset.__repr__: (_of_set, False), deque.__repr__: (_of_deque, False),
    OrderedDict.__repr__: (_of_ordered_dict, False), defaultdict.__repr__: (_of_default_dict, False),
    Counter.__repr__: (_of_counter, False), ChainMap.__repr__: (_of_chain, True),
    MappingProxyType.__repr__: (_of_proxy, True), SimpleNamespace.__repr__: (_of_namespace, True),
}


def _write_broken(text, write, column):
    """An opener or closer; some have a second half in a line of its own."""
    write(text if isinstance(text, str) else (' ' * column).join(text))


# ---- texts: broken where the width ends

def _filled(pieces, width, last_width):
    """The reprs of runs of pieces, each as long as the width allows; the last piece must leave more room."""
    run = None
    for number, piece in enumerate(pieces, 1):
        longer = piece if run is None else run + piece
        if len(repr(longer)) <= (last_width if number == len(pieces) else width):
            run = longer
            continue
        if run is not None:
            yield repr(run)
        run = piece
    if run is not None:
        yield repr(run)


def _lines_of_str(text, width, last_width):
    lines = text.splitlines(True)
    for number, line in enumerate(lines, 1):
        end = last_width if number == len(lines) else width
        whole = repr(line)
        if len(whole) <= end:
            yield whole
        else:  # a word carries the white space behind it
            yield from _filled(findall(r'\S+\s*|\s+', line), width, end)


def _lines_of_bytes(data, width, last_width):
    groups = [data[at:at + 4] for at in range(0, len(data), 4)] or [data]
    yield from _filled(groups, width, width if len(data) % 4 == 0 else last_width)  # CPython forgets what is behind a full group


_TEXTS = {
    str.__repr__: (_lines_of_str, '', 1), bytes.__repr__: (_lines_of_bytes, '', 5),
    bytearray.__repr__: (lambda data, *widths: _lines_of_bytes(bytes(data), *widths), 'bytearray(', 0),
}
_WRAPPERS = {UserDict.__repr__, UserList.__repr__, UserString.__repr__}

_PLAIN = ((dict, '{', '}'), (list, '[', ']'), (tuple, '(', ')'))  # what `format` looks into


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        for wrong, text in ((indent < 0, 'indent must be >= 0'), (depth is not None and depth <= 0, 'depth must be > 0'),
                            (not width, 'width must be != 0')):
            if wrong:
                raise ValueError(text)
        self._depth, self._indent, self._width = depth, indent, width
        self._pad = ' ' * (indent - 1)
        self._stream = stream if stream is not None else sys.stdout
        self._compact, self._sort_dicts, self._underscores = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._put(object, self._stream.write, 0, 0, {}, 0)
            self._stream.write('\n')

    def pformat(self, object):
        text = StringIO()
        self._put(object, text.write, 0, 0, {}, 0)
        return text.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """(text within a line, whether it reads back, whether the value holds itself); a subclass may know better."""
        kind = type(object)
        if kind is int or issubclass(kind, int) and kind.__repr__ is int.__repr__:
            return (f'{object:_d}' if self._underscores else repr(object)), True, False
        for plain, opener, closer in _PLAIN:
            if issubclass(kind, plain) and kind.__repr__ is plain.__repr__:
                break
        else:
            text = repr(object)
            return text, text[:1] not in ('', '<') or kind is str, False
        if not object:
            return opener + closer, True, False
        if plain is tuple and len(object) == 1:
            closer = ',)'
        if maxlevels and level >= maxlevels:
            return f'{opener}...{closer}', False, id(object) in context
        if id(object) in context:
            return _again(object), False, True
        context[id(object)] = 1
        flat = [part for pair in _in_order(object, self._sort_dicts) for part in pair] if plain is dict else object
        told = [self.format(part, context, maxlevels, level + 1) for part in flat]
        del context[id(object)]
        texts = [text for text, _, _ in told]
        if plain is dict:
            texts = [f'{key}: {value}' for key, value in zip(texts[::2], texts[1::2])]
        return opener + ', '.join(texts) + closer, all(good for _, good, _ in told), any(again for _, _, again in told)

    # ---- laying out: `column` is where the value starts, `behind` how many characters follow it in its last line

    def _put(self, value, write, column, behind, context, level):
        if id(value) in context:
            write(_again(value))
            return
        text = self.format(value, context.copy(), self._depth, level)[0]
        if len(text) <= self._width - column - behind or not self._lay_out(value, write, column, behind, context, level + 1):
            write(text)

    def _lay_out(self, value, write, column, behind, context, level):
        """Writes what has a shape or can be broken; False: it has none."""
        how = getattr(type(value), '__repr__', None)
        shape_of, empty_too = _SHAPES.get(how, (None, False))
        if shape_of is None and _has_generated_repr(value):
            shape_of, empty_too = _of_dataclass, True
        if shape_of is None and how not in _TEXTS and how not in _WRAPPERS:
            return False
        context[id(value)] = 1
        if shape_of is not None:
            if not empty_too and not len(value):
                write(repr(value))
            else:
                shape = shape_of(self, value, lambda part: self.format(part, context.copy(), self._depth, level)[0])
                self._lay_out_parts(shape, write, column, behind, context, level)
        elif how in _WRAPPERS:
            self._put(value.data, write, column, behind, context, level - 1)
        else:
            self._lay_out_text(value, *_TEXTS[how], write, column, behind, level)
        del context[id(value)]
        return True

    def _lay_out_parts(self, shape, write, column, behind, context, level):
        column += shape.step
        _write_broken(shape.opener, write, column - self._indent)
        end = shape.room + (0 if shape.alone else behind)
        if shape.flows and self._compact:
            self._flow(shape, write, column, end, context, level)
        else:
            for left, (key, value) in zip(range(len(shape.parts) - 1, -1, -1), shape.parts):
                label = shape.label(key) if shape.label else ''
                write(label)
                if shape.loops and id(value) in context:
                    write(shape.loops)
                else:
                    self._put(value, write, column + len(label), 1 if left else end, context, level)
                if left:
                    write(',\n' + ' ' * column)
        _write_broken(shape.closer, write, column - self._indent)

    def _flow(self, shape, write, column, end, context, level):
        """As many parts in a line as fit; what fits into no line is laid out on its own."""
        whole = left = self._width - column + 1
        between = ''
        for number, (_, value) in enumerate(shape.parts, 1):
            last = number == len(shape.parts)
            if last:
                whole, left = whole - end, left - end
            text = self.format(value, context.copy(), self._depth, level)[0]
            needs = len(text) + 2
            if needs > left:
                left = whole
                between = between and ',\n' + ' ' * column
            if needs <= left:
                left -= needs
                write(between + text)
                between = ', '
            else:
                write(between)
                between = ',\n' + ' ' * column
                self._put(value, write, column, end if last else 1, context, level)

    def _lay_out_text(self, value, lines_of, front, short, write, column, behind, level):
        if len(value) < short:
            write(repr(value))
            return
        back = ')' if front else ''
        column, behind = column + len(front), behind + len(back)
        if level == 1 and not front:  # a text on its own stands in parentheses
            front, back, column, behind = '(', ')', column + 1, behind + 1
        width = self._width - column
        lines = list(lines_of(value, width, width - behind))
        if len(lines) == 1 and lines_of is _lines_of_str:
            front = back = ''
        write(front + ('\n' + ' ' * column).join(lines) + back)


def pformat(object, indent=1, width=80, depth=None, **options):
    return PrettyPrinter(indent, width, depth, **options).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, **options):
    PrettyPrinter(indent, width, depth, stream, **options).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return _told(object)[0]


def isreadable(object):
    return _told(object)[1]


def isrecursive(object):
    return _told(object)[2]


def _told(value):
    return PrettyPrinter().format(value, {}, None, 0)
