"""What annotationlib has but its enumeration: annotations as values, with references, and as text.

A function of annotations that knows no format but the first runs with names that stand for themselves (_Standing): what
is done with them is written down, and they become references when it is done."""

import sys
from types import CellType, FunctionType, ModuleType

VALUE, FAKE, FORWARDREF, STRING = 1, 2, 3, 4

# How tightly an expression binds: what stands in it is put in parentheses when it binds less.
_TUPLE, _COMPARE, _OR, _XOR, _AND, _SHIFT, _SUM, _TERM, _FACTOR, _POWER, _ATOM = range(11)


class _Names(dict):
    """Globals whose missing names stand for themselves."""

    def __init__(self, names, *, globals=None, owner=None, is_class=False, format=FORWARDREF):
        super().__init__(names)
        self.about = {'__globals__': globals, '__owner__': owner, '__forward_is_class__': is_class}
        self.format, self.made, self.named = format, [], 0

    def __missing__(self, name):
        return self.standing(name, _ATOM)

    def standing(self, text, level, extra=None, cell=None):
        made = _standing_class()(text, level, self, extra, cell)
        self.made.append(made)
        return made

    def text_of(self, value):
        """The text of an operand, how it binds, and the values that it names."""
        if type(value) is _standing_class():
            return value._text, value._level, value._extra
        if value is None or value is ... or type(value) in (str, int, float, bool, complex, bytes):
            text = '...' if value is ... else repr(value)
            return text, _FACTOR if text.startswith('-') else _ATOM, None
        if type(value) is slice:
            parts = [('', 0, None) if each is None else self.text_of(each) for each in (value.start, value.stop, value.step)]
            text = f'{parts[0][0]}:{parts[1][0]}' + (f':{parts[2][0]}' if value.step is not None else '')
            return text, _TUPLE, _joined(each[2] for each in parts)
        if type(value) in (tuple, list, set):
            parts = [self.text_of(each) for each in value]
            inside, extra = ', '.join(each[0] for each in parts), _joined(each[2] for each in parts)
            if type(value) is tuple:
                return inside + ',' * (len(parts) == 1) if parts else '()', _TUPLE if parts else _ATOM, extra
            return (f'[{inside}]' if type(value) is list else f'{{{inside}}}' if parts else '{*()}'), _ATOM, extra
        if type(value) is dict:
            parts = [(self.text_of(key), self.text_of(each)) for key, each in value.items()]
            inside = ', '.join(f'{key[0]}: {each[0]}' for key, each in parts)
            return f'{{{inside}}}', _ATOM, _joined(each[2] for pair in parts for each in pair)
        if self.format == STRING:
            return type_repr(value), _ATOM, None
        self.named += 1
        name = f'__annotationlib_name_{self.named}__'
        return name, _ATOM, {name: value}

    def become_references(self):
        """What stands for a name, or for what was done with it, is a ForwardRef from now on."""
        for made in self.made:
            made._become(self.about)


def _joined(extras):
    joined = {}
    for extra in extras:
        joined.update(extra or {})
    return joined or None


def _within(part, level):
    """The text of an operand in an expression that binds as tightly as `level`."""
    return f'({part[0]})' if part[1] < level else part[0]


def _standing_class():
    """Made when it is first wanted: ForwardRef is typing's."""
    global _made_class
    if _made_class is None:
        _made_class = _make_standing()
    return _made_class


_made_class = None


def _binary(sign, level):
    right = level + 1 if sign != '**' else level

    def build(self, left, other):
        a, b = self._names.text_of(left), self._names.text_of(other)
        text = f'{_within(a, level + (sign == "**"))} {sign} {_within(b, right)}'
        return self._names.standing(text, level, _joined((a[2], b[2])))

    def forward(self, other):
        return build(self, self, other)

    def backward(self, other):
        return build(self, other, self)
    return forward, backward


def _unary(sign):
    def operate(self):
        return self._names.standing(sign + _within((self._text, self._level), _FACTOR), _FACTOR, self._extra)
    return operate


def _make_standing():
    from typing import ForwardRef

    class _Standing(ForwardRef):
        def __init__(self, text, level, names, extra, cell):
            self.__dict__.update(_text=text, _level=level, _names=names, _extra=extra, _cell=cell)

        def _become(self, about):
            own = self.__dict__
            text, extra, cell = own['_text'], own['_extra'], own['_cell']
            own.clear()
            object.__setattr__(self, '__class__', ForwardRef)
            ForwardRef.__init__(self, text, owner=about['__owner__'], is_argument=False, is_class=about['__forward_is_class__'])
            self.__globals__, self.__extra_names__, self.__cell__ = about['__globals__'], extra, cell

        def __getattr__(self, name):
            if name.startswith('__') and name.endswith('__'):
                raise AttributeError(name)
            inside = _within((self._text, self._level), _ATOM)
            return self._names.standing(f'{inside}.{name}', _ATOM, self._extra)

        def __getitem__(self, key):
            part = self._names.text_of(key)
            text = part[0]
            if type(key) is tuple and any(type(each) is tuple for each in key):
                text = ', '.join(_within(self._names.text_of(each), _COMPARE) if type(each) is tuple else self._names.text_of(each)[0]
                                 for each in key)
            inside = _within((self._text, self._level), _ATOM)
            return self._names.standing(f'{inside}[{text}]', _ATOM, _joined((self._extra, part[2])))

        def __call__(self, *args, **kwds):
            parts = [self._names.text_of(each) for each in args] + [self._names.text_of(each) for each in kwds.values()]
            words = [_within(each, _COMPARE) for each in parts]
            words[len(args):] = [f'{name}={word}' for name, word in zip(kwds, words[len(args):])]
            inside = _within((self._text, self._level), _ATOM)
            return self._names.standing(f'{inside}({", ".join(words)})', _ATOM, _joined([self._extra, *(each[2] for each in parts)]))

        def __iter__(self):
            yield self._names.standing(f'*{self._text}', _ATOM, self._extra)

        def __format__(self, spec):
            raise TypeError('Cannot stringify annotation containing string formatting')

        def __repr__(self):
            return self._text

        def __hash__(self):
            return id(self)

    for name, sign, level in (('add', '+', _SUM), ('sub', '-', _SUM), ('mul', '*', _TERM), ('truediv', '/', _TERM),
                              ('floordiv', '//', _TERM), ('mod', '%', _TERM), ('matmul', '@', _TERM), ('lshift', '<<', _SHIFT),
                              ('rshift', '>>', _SHIFT), ('or', '|', _OR), ('xor', '^', _XOR), ('and', '&', _AND), ('pow', '**', _POWER)):
        forward, backward = _binary(sign, level)
        setattr(_Standing, f'__{name}__', forward)
        setattr(_Standing, f'__r{name}__', backward)
    for name, sign in (('lt', '<'), ('le', '<='), ('gt', '>'), ('ge', '>='), ('eq', '=='), ('ne', '!=')):
        setattr(_Standing, f'__{name}__', _binary(sign, _COMPARE)[0])
    for name, sign in (('neg', '-'), ('pos', '+'), ('invert', '~')):
        setattr(_Standing, f'__{name}__', _unary(sign))
    return _Standing


def _run(function, names, evaluates):
    """The function with other globals; free variables that cannot be read, or are not to be, stand for themselves."""
    cells = []
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        try:
            known = evaluates and (cell.cell_contents, True)
        except ValueError:
            known = False
        if not known:
            cell = CellType({} if name == '__classdict__' else names.standing(name, _ATOM, None, cell))
        cells.append(cell)
    copy = FunctionType(function.__code__, names, closure=tuple(cells) or None, argdefs=function.__defaults__,
                        kwdefaults=function.__kwdefaults__)
    return copy(FAKE) if copy.__code__.co_argcount else copy()


def _as_text(value):
    return value if type(value) is str else value._text if type(value) is _made_class else _repr_of(value)


def _repr_of(value):
    return '...' if value is ... else repr(value)


def _called(function, format, owner, is_value):
    """What the function gives in a format; is_value: it is no dict, but the value of a type alias."""
    if format == FAKE:
        raise ValueError('The VALUE_WITH_FAKE_GLOBALS format is for internal use only')
    try:
        return function(format)
    except NotImplementedError:
        pass
    is_class = isinstance(owner, type)
    if format == STRING:
        made = _run(function, _Names({}, format=STRING), False)
        return _as_text(made) if is_value else {name: _as_text(value) for name, value in made.items()}
    if format == VALUE:
        raise RuntimeError('annotate function does not support VALUE format')
    if format != FORWARDREF:
        raise ValueError(f'Invalid format: {format!r}')
    for evaluates in (True, False):
        known = {**function.__builtins__, **function.__globals__} if evaluates else {}
        names = _Names(known, globals=function.__globals__, owner=owner, is_class=is_class)
        try:
            made = _run(function, names, evaluates)
        except NotImplementedError:
            return function(VALUE)
        except Exception:
            if not evaluates:
                raise
            continue
        names.become_references()
        return made


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    return _called(annotate, format, owner, _is_evaluate)


def call_evaluate_function(evaluate, format, *, owner=None):
    return _called(evaluate, format, owner, True)


def get_annotate_from_class_namespace(obj):
    try:
        return obj['__annotate__']
    except KeyError:
        return obj.get('__annotate_func__', None)


def type_repr(value):
    """The text of a value in an annotation."""
    from types import BuiltinFunctionType, GenericAlias
    if isinstance(value, (type, FunctionType, BuiltinFunctionType)) and not isinstance(value, GenericAlias):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    return _repr_of(value)


def annotations_to_string(annotations):
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}


def _own_annotations(obj):
    """A copy of the values, or None where there are none."""
    found = getattr(obj, '__annotations__', None)
    if found is None:
        return None
    if not isinstance(found, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    return dict(found)


def _by_function(obj, format):
    annotate = getattr(obj, '__annotate__', None)
    if annotate is None:
        return None
    made = call_annotate_function(annotate, format, owner=obj)
    if not isinstance(made, dict):
        raise ValueError(f'{obj!r}.__annotate__ returned a non-dict')
    return dict(made)


def _found(obj, format):
    if format == VALUE:
        found = _own_annotations(obj)
        return _by_function(obj, format) if found is None else found
    if format == FORWARDREF:
        try:
            found = _own_annotations(obj)
        except Exception:
            pass
        else:
            if found is not None:
                return found
        found = _by_function(obj, format)
        return _own_annotations(obj) if found is None else found
    found = _by_function(obj, format)
    if found is None:
        found = _own_annotations(obj)
        return None if found is None else annotations_to_string(found)
    return found


def _evaluated(obj, found, globals, locals):
    from functools import partial
    inner = obj
    if isinstance(obj, type):
        module = sys.modules.get(obj.__module__)
        scope, names, inner = getattr(module, '__dict__', None), dict(vars(obj)), None
    else:
        scope, names = getattr(obj, '__dict__' if isinstance(obj, ModuleType) else '__globals__', None), None
    while inner is not None and (hasattr(inner, '__wrapped__') or isinstance(inner, partial)):
        inner = inner.__wrapped__ if hasattr(inner, '__wrapped__') else inner.func
    if hasattr(inner, '__globals__'):
        scope = inner.__globals__
    globals, locals = scope if globals is None else globals, names if locals is None else locals
    locals = {**{each.__name__: each for each in getattr(obj, '__type_params__', ())}, **(locals or {})}
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=VALUE):
    if eval_str and format != VALUE:
        raise ValueError('eval_str=True is only supported with format=Format.VALUE')
    if format == FAKE:
        raise ValueError('The VALUE_WITH_FAKE_GLOBALS format is for internal use only')
    if format not in (VALUE, FORWARDREF, STRING):
        raise ValueError(f'Unsupported format {format!r}')
    found = _found(obj, format)
    if found is None:
        if isinstance(obj, type) or callable(obj):
            return {}
        raise TypeError(f'{obj!r} does not have annotations')
    return _evaluated(obj, found, globals, locals) if eval_str and found else found


for _each in (call_annotate_function, call_evaluate_function, get_annotate_from_class_namespace, type_repr, annotations_to_string,
              get_annotations):
    _each.__module__ = 'annotationlib'
