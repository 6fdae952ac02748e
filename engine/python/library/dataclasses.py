"""dataclasses."""
import sys
from abc import update_abstractmethods
from reprlib import recursive_repr
from types import GenericAlias, MappingProxyType, new_class

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict', 'astuple', 'make_dataclass',
           'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _Factory:
    def __repr__(self):
        return '<factory>'


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots', 'weakref_slot')

    def __init__(self, *options):
        for name, option in zip(self.__slots__, options):
            setattr(self, name, option)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FACTORY = _Factory()
_FIELDS = '__dataclass_fields__'
_KINDS = {None: None, 'field': '_FIELD', 'init': '_FIELD_INITVAR', 'class': '_FIELD_CLASSVAR'}


_SlotMember = type(_DataclassParams.init)


class InitVar:
    def __init__(self, type):
        self.type = type

    def __repr__(self):
        return f'dataclasses.InitVar[{self.type.__name__ if isinstance(self.type, type) else repr(self.type)}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._kind = None

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), '__set_name__', None)
        if method:
            method(self.default, owner, name)

    @recursive_repr()
    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},'
                f'init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},doc={self.doc!r},_field_type={_KINDS[self._kind]})')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING, doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


def _is(annotation, what, cls, module):
    """Whether the text of an annotation names that class of the module, by a name that the class's own module has for one of the two."""
    if not isinstance(annotation, str):
        return False
    space, rest = _first_word(annotation)
    name = _first_word(rest[1:])[0] if rest.startswith('.') else ''
    names = getattr(sys.modules.get(cls.__module__), '__dict__', {})
    if name:
        if names.get(space) is not module:
            return False
        names = module.__dict__
    return names.get(name or space, MISSING) is getattr(module, what)


def _first_word(text):
    text = text.lstrip()
    end = next((i for i, c in enumerate(text) if not (c.isalnum() or c == '_')), len(text))
    return text[:end], text[end:].lstrip()


def _kind_of(annotation, cls):
    own, typing = sys.modules[__name__], sys.modules.get('typing')
    if typing is not None and (getattr(annotation, '__origin__', annotation) is typing.ClassVar or _is(annotation, 'ClassVar', cls, typing)):
        return 'class'
    if annotation is InitVar or type(annotation) is InitVar or _is(annotation, 'InitVar', cls, own):
        return 'init'
    return 'field'


def _annotations_of(cls):
    """The class's own; what is not defined yet is a reference."""
    if not cls.__dict__.keys() & {'__annotate__', '__annotate_func__', '__annotations__'}:
        return {}
    try:
        return cls.__dict__.get('__annotations__') or cls.__annotations__
    except Exception:
        pass
    from _annotations import FORWARDREF, get_annotations
    return get_annotations(cls, format=FORWARDREF)


def _annotate(init, cls, names):
    """The annotations of `__init__` are what those of the fields are when somebody asks."""
    def __annotate__(format, /):
        from _annotations import get_annotations
        found = {}
        for base in reversed(cls.__mro__):
            found.update(get_annotations(base, format=format))
        return {**{name: found[name] for name in names if name in found}, 'return': 'None' if format == 4 else None}

    __annotate__.__qualname__ = f'{init.__qualname__}.__annotate__'
    init.__annotate__ = __annotate__


def _collect(cls, kw_only):
    found, marked = {}, False
    for base in cls.__mro__[-1:0:-1]:
        for name, value in base.__dict__.get(_FIELDS, {}).items():
            found[name] = value
    annotations = _annotations_of(cls)
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or _is(annotation, 'KW_ONLY', cls, sys.modules[__name__]):
            if marked:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            kw_only = marked = True
            continue
        default = getattr(cls, name, MISSING)  # a base's too
        if type(default) is _SlotMember:
            default = MISSING
        if isinstance(default, Field):
            item = default
        else:
            item = field(default=default)
        item.name, item.type = name, annotation
        item._kind = _kind_of(annotation, cls)
        if item._kind != 'field' and item.default_factory is not MISSING:
            raise TypeError(f'field {name} cannot have a default factory')
        if item._kind == 'class' and item.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
        if item._kind != 'class' and item.kw_only is MISSING:
            item.kw_only = kw_only
        if item._kind == 'field' and type(item.default).__hash__ is None:
            raise ValueError(f'mutable default {type(item.default)} for field {name} is not allowed: use default_factory')
        if isinstance(default, Field):
            if item.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, item.default)
        found[name] = item
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return found


def _make(name, parameters, body, names, cls):
    names = {'__name__': cls.__module__, **names}
    # CPython's stand in a function that makes them: tracebacks show the second line's successors.
    text = f"\ndef {name}({', '.join(parameters)}):\n" + ''.join(f'    {line}\n' for line in body or ['pass'])
    exec(text, names)
    function = names[name]
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    return function


def _make_init(cls, fields, frozen, slots):
    positional = [f for f in fields if f.init and not f.kw_only]
    keyword = [f for f in fields if f.init and f.kw_only]
    names = {'MISSING': MISSING, '_FACTORY': _FACTORY, '_set': object.__setattr__}
    seen = None
    owner = '__dataclass_self__' if any(f.name == 'self' for f in fields) else 'self'
    parameters = [owner]
    for f in positional:
        if f.default is MISSING and f.default_factory is MISSING:
            if seen is not None:
                raise TypeError(f'non-default argument {f.name!r} follows default argument {seen!r}')
        else:
            seen = f.name
    for group in (positional, keyword):
        if group is keyword and keyword:
            parameters.append('*')
        for f in group:
            text = f.name
            if f.default is not MISSING:
                names[f'_default_{f.name}'] = f.default
                text += f'=_default_{f.name}'
            elif f.default_factory is not MISSING:
                text += '=_FACTORY'
            parameters.append(text)
    body = []
    for f in fields:
        if f._kind == 'init':
            continue
        if f.default_factory is not MISSING:
            names[f'_factory_{f.name}'] = f.default_factory
            value = f'_factory_{f.name}() if {f.name} is _FACTORY else {f.name}' if f.init else f'_factory_{f.name}()'
        elif f.init:
            value = f.name
        elif slots and f.default is not MISSING:
            names[f'_default_{f.name}'] = f.default
            value = f'_default_{f.name}'
        else:
            continue
        body.append(f'_set({owner}, {f.name!r}, {value})' if frozen else f'{owner}.{f.name} = {value}')
    if hasattr(cls, '__post_init__'):
        body.append(f"{owner}.__post_init__({', '.join(f.name for f in fields if f._kind == 'init')})")
    return _make('__init__', parameters, body, names, cls)


def _tuple_of(fields, owner):
    return '(' + ''.join(f'{owner}.{f.name}, ' for f in fields) + ')'


def _repr_of(cls, fields):
    shown = [f.name for f in fields if f.repr]

    def __repr__(self):
        inside = ', '.join(f'{name}={getattr(self, name)!r}' for name in shown)
        return f'{type(self).__qualname__}({inside})'

    __repr__.__qualname__ = f'{cls.__qualname__}.__repr__'
    __repr__.__module__ = cls.__module__
    return recursive_repr()(__repr__)


def _check_frozen(cls, frozen):
    kinds = {base.__dataclass_params__.frozen for base in cls.__mro__[1:] if '__dataclass_params__' in base.__dict__}
    if not frozen and True in kinds:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if frozen and False in kinds:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')


def _frozen_methods(cls, fields):
    # the class with slots is made after these, and is another: as in CPython they know the first alone
    def __setattr__(self, name, value):
        if type(self) is cls or name in fields:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in fields:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)
    for method in (__setattr__, __delattr__):
        method.__qualname__, method.__module__ = f'{cls.__qualname__}.{method.__name__}', cls.__module__
    return __setattr__, __delattr__


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    cls.__module__
    cls.__dataclass_params__ = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    found = _collect(cls, kw_only)
    _check_frozen(cls, frozen)
    setattr(cls, _FIELDS, found)
    own_hash = cls.__dict__.get('__hash__', MISSING)
    hash_given = not (own_hash is MISSING or own_hash is None and '__eq__' in cls.__dict__)
    every = [f for f in found.values() if f._kind != 'class']
    real = [f for f in every if f._kind == 'field']
    own_init = '__init__' in cls.__dict__
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    if init:
        made = _make_init(cls, every, frozen, slots)
    if '__replace__' not in cls.__dict__:
        cls.__replace__ = _replace
    if unsafe_hash and hash_given:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if unsafe_hash or (eq and frozen and not hash_given):
        hashed = [f for f in real if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = _make('__hash__', ['self'], [f"return hash({_tuple_of(hashed, 'self')})"], {}, cls)
    elif eq and not frozen and not hash_given:
        cls.__hash__ = None
    if init and not own_init:
        cls.__init__ = made
    if repr and '__repr__' not in cls.__dict__:
        cls.__repr__ = _repr_of(cls, real)
    compared = [f for f in real if f.compare]
    if eq and '__eq__' not in cls.__dict__:
        body = ['if self is other: return True', 'if other.__class__ is self.__class__:',
                f"    return {_tuple_of(compared, 'self')} == {_tuple_of(compared, 'other')}", 'return NotImplemented']
        cls.__eq__ = _make('__eq__', ['self', 'other'], body, {}, cls)
    if order:
        for name, sign in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            if name in cls.__dict__:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__} Consider using functools.total_ordering')
            body = ['if other.__class__ is self.__class__:', f"    return {_tuple_of(compared, 'self')} {sign} {_tuple_of(compared, 'other')}",
                    'return NotImplemented']
            setattr(cls, name, _make(name, ['self', 'other'], body, {}, cls))
    if frozen:
        for name in ('__setattr__', '__delattr__'):
            if name in cls.__dict__:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
        cls.__setattr__, cls.__delattr__ = _frozen_methods(cls, found)
    if cls.__dict__.get('__doc__') is None:
        cls.__doc__ = cls.__name__ + _signature_of(cls, every if init and not own_init else None)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in every if f.init and not f.kw_only)
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _with_slots(cls, [f.name for f in real], frozen, weakref_slot)
    if init and not own_init:
        _annotate(made, cls, [f.name for f in every if f.init])
    update_abstractmethods(cls)
    return cls


def _annotation_text(annotation):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type) and type(annotation) is not GenericAlias:
        module = annotation.__module__
        return annotation.__qualname__ if module == 'builtins' else f'{module}.{annotation.__qualname__}'
    return annotation.__forward_arg__ if hasattr(annotation, '__forward_arg__') else repr(annotation)


def _signature_of(cls, fields):
    if fields is None:
        import inspect
        try:
            return str(inspect.signature(cls, annotation_format=3)).replace(' -> None', '')
        except (TypeError, ValueError):
            return ''
    shown = []
    for keyword in (False, True):
        group = [f for f in fields if f.init and bool(f.kw_only) is keyword]
        if keyword and group:
            shown.append('*')
        for f in group:
            default = f.default if f.default_factory is MISSING else _FACTORY
            shown.append(f'{f.name}: {_annotation_text(f.type)}' + (f' = {default!r}' if default is not MISSING else ''))
    return f"({', '.join(shown)})"


def _slots_of(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return ['__weakref__'] if hasattr(cls, '__weakref__') else []
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, '__next__'):
        raise TypeError(f'Slots of {cls.__name__!r} cannot be determined')
    return slots


def _getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)  # the class may be frozen


def _functions_of(member):
    while hasattr(member, '__wrapped__'):
        member = member.__wrapped__
    if isinstance(member, property):
        return [f for f in (member.fget, member.fset, member.fdel) if f is not None]
    return [member] if type(member) is type(_functions_of) else []


def _rename_class(old, new):
    """The cell `__class__`, which all methods that name their class share, holds the class with slots from now on."""
    for member in list(new.__dict__.values()):
        for function in _functions_of(member):
            names = function.__code__.co_freevars
            cell = function.__closure__[names.index('__class__')] if '__class__' in names else None
            if cell is not None and cell.cell_contents is old:
                cell.cell_contents = new
                return


def _with_slots(cls, names, frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    namespace = {key: value for key, value in cls.__dict__.items() if key not in names and key not in ('__dict__', '__weakref__')}
    names = [*names, '__weakref__'] if weakref_slot else names
    docs = {name: getattr(getattr(cls, _FIELDS).get(name), 'doc', None) for name in names if name not in inherited}
    namespace['__slots__'] = docs if any(doc is not None for doc in docs.values()) else tuple(docs)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    if frozen:  # setattr would refuse to bring the state of a copy back
        if '__getstate__' not in namespace:
            made.__getstate__ = _getstate
        if '__setstate__' not in namespace:
            made.__setstate__ = _setstate
    _rename_class(cls, made)
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._kind == 'field')


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def _plain(value, factory, pairs):
    if not isinstance(value, type) and hasattr(type(value), _FIELDS):
        items = [(f.name, _plain(getattr(value, f.name), factory, pairs)) for f in fields(value)]
        return factory(items) if pairs else factory([item for _, item in items])
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return type(value)(*[_plain(item, factory, pairs) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)(_plain(item, factory, pairs) for item in value)
    if isinstance(value, dict):
        items = ((_plain(k, factory, pairs), _plain(v, factory, pairs)) for k, v in value.items())
        if not hasattr(type(value), 'default_factory'):
            return type(value)(items)
        copy = type(value)(value.default_factory)
        copy.update(items)
        return copy
    return value


def asdict(obj, *, dict_factory=dict):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _plain(obj, dict_factory, True)


def astuple(obj, *, tuple_factory=tuple):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _plain(obj, tuple_factory, False)


def replace(obj, /, **changes):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._kind == 'class':
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._kind == 'init' and f.default is MISSING:
                raise TypeError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(self, f.name)
    return type(self)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, decorator=dataclass, **options):
    import keyword
    annotations, body, seen = {}, dict(namespace or {}), set()
    for item in fields:
        if isinstance(item, str):
            annotations[item] = MISSING
        elif len(item) == 2:
            annotations[item[0]] = item[1]
        elif len(item) == 3:
            annotations[item[0]] = item[1]
            body[item[0]] = item[2]
        else:
            raise TypeError(f'Invalid field: {item!r}')
        name = item if isinstance(item, str) else item[0]
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in seen:
            raise TypeError(f'Field name duplicated: {name!r}')
        seen.add(name)

    def __annotate__(format):
        if format == 4:
            from _annotations import annotations_to_string
            return annotations_to_string({name: 'typing.Any' if hint is MISSING else hint for name, hint in annotations.items()})
        from typing import Any
        return {name: Any if hint is MISSING else hint for name, hint in annotations.items()}

    cls = new_class(cls_name, bases, {}, lambda names: names.update(body))
    cls.__annotate__ = __annotate__
    cls.__module__ = sys._getframe(1).f_globals.get('__name__', '__main__') if module is None else module
    return decorator(cls, **options)
