"""The classes of typing that hold values: named tuples, typed dictionaries, and what annotations call files."""
import collections as _collections

from typing import (Annotated, AnyStr, ForwardRef, Generic, NotRequired, ReadOnly, Required, _caller_module, _type_check, get_origin)


def _checked(found):
    return {name: _type_check(hint, f'field {name} annotation must be a type', allow_special_forms=True)
            if not isinstance(hint, str) else ForwardRef(hint) for name, hint in found.items()}


def _called(annotate, format):
    if format == 1:
        return annotate(1)
    from _annotations import call_annotate_function
    return call_annotate_function(annotate, format)


def _annotations_of(namespace):
    """The annotations of a class body, however the compiler kept them, as types or references to what is not defined yet,
    and the function that gives them in a format."""
    found = namespace.get('__annotations__')
    annotate = None if found is not None else namespace.get('__annotate__') or namespace.get('__annotate_func__')
    if annotate is None:
        types = _checked(found or {})
        return types, lambda format: types
    try:
        found = annotate(1)
    except Exception:
        found = _called(annotate, 3)

    def __annotate__(format):
        made = _called(annotate, format)
        return made if format == 4 else _checked(made)
    return _checked(found), __annotate__


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        types, annotate = _annotations_of(namespace)
        defaults = {}
        for name in types:
            if name in namespace:
                defaults[name] = namespace[name]
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_tuple(typename, types, annotate, namespace.get('__module__'), list(defaults.values()))
        made.__bases__ = tuple(tuple if base is _NamedTuple else base for base in bases)
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, value in namespace.items():
            if key in _own_of_tuples:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key in _skipped_of_tuples:
                continue
            if key not in made._fields:
                setattr(made, key, value)
            if hasattr(type(value), '__set_name__'):
                try:
                    type(value).__set_name__(value, made, key)
                except BaseException as error:
                    error.add_note(f'Error calling __set_name__ on {type(value).__name__!r} instance {key!r} in {typename!r}')
                    raise
        if '__qualname__' in namespace:
            made.__qualname__ = namespace['__qualname__']
        if Generic in bases:
            made.__init_subclass__()
        return made


_own_of_tuples = {'__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make',
                  '_replace', '_asdict', '_source'}
_skipped_of_tuples = {'__module__', '__name__', '__annotations__', '__annotate__', '__annotate_func__', '__qualname__',
                      '__classcell__', '__conditional_annotations__'}


def _make_tuple(typename, types, annotate, module, defaults=()):
    made = _collections.namedtuple(typename, list(types), defaults=defaults, module=module)
    made.__annotate__ = made.__new__.__annotate__ = annotate
    return made


_missing = object()


def NamedTuple(typename, fields=_missing, /, **kwargs):
    if fields is None and kwargs:
        raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
    if fields is _missing and kwargs:
        import warnings
        warnings._deprecated('Creating NamedTuple classes using keyword arguments',
                             '{name} is deprecated and will be disallowed in Python {remove}. '
                             'Use the class-based or functional syntax instead.', remove=(3, 15))
        fields = kwargs.items()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
    elif fields is _missing or fields is None:
        import warnings
        example = f'`{typename} = NamedTuple({typename!r}, [])`'
        what = "Failing to pass a value for the 'fields' parameter" if fields is _missing else "Passing `None` as the 'fields' parameter"
        warnings._deprecated(what, '{name} is deprecated and will be disallowed in Python {remove}. To create a NamedTuple class '
                             'with 0 fields using the functional syntax, pass an empty list, e.g. ' + example + '.', remove=(3, 15))
        fields = ()
    types = {name: _type_check(hint, f'field {name} annotation must be a type') for name, hint in fields}
    made = _make_tuple(typename, types, lambda format: types, _caller_module())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


def _qualifiers(hint):
    """Those around a field's type: Required, NotRequired, ReadOnly."""
    while True:
        form = get_origin(hint)
        if form is Annotated:
            hint = hint.__origin__
        elif form in (Required, NotRequired, ReadOnly):
            yield form
            hint = hint.__args__[0]
        else:
            return


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), dict(namespace))
        if not hasattr(made, '__orig_bases__'):
            made.__orig_bases__ = bases
        own, annotate_own = _annotations_of(namespace)
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            if base is Generic:
                continue
            for keys, others, name in ((required, optional, '__required_keys__'), (optional, required, '__optional_keys__')):
                of_base = base.__dict__.get(name, frozenset())
                keys |= of_base
                others -= of_base
            readonly |= base.__dict__.get('__readonly_keys__', frozenset())
            mutable |= base.__dict__.get('__mutable_keys__', frozenset())
        for key, hint in own.items():
            forms = set(_qualifiers(hint))
            needed = Required in forms or total and NotRequired not in forms
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            if ReadOnly in forms:
                if key in mutable:
                    raise TypeError(f'Cannot override mutable key {key!r} with read-only key')
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)

        def __annotate__(format):
            found = {}
            for base in bases:
                if base is not Generic and base.__annotate__ is not None:
                    found.update(_called(base.__annotate__, format))
            return {**found, **annotate_own(format)}
        made.__annotate__ = __annotate__
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        made.__readonly_keys__, made.__mutable_keys__ = frozenset(readonly), frozenset(mutable)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=_missing, /, *, total=True):
    if fields is _missing or fields is None:
        import warnings
        example = f'`{typename} = TypedDict({typename!r}, {{{{}}}})`'
        what = "Failing to pass a value for the 'fields' parameter" if fields is _missing else "Passing `None` as the 'fields' parameter"
        warnings._deprecated(what, '{name} is deprecated and will be disallowed in Python {remove}. To create a TypedDict class '
                             'with 0 fields using the functional syntax, pass an empty dictionary, e.g. ' + example + '.', remove=(3, 15))
        fields = {}
    made = _TypedDictMeta(typename, (), {'__annotations__': dict(fields), '__module__': _caller_module()}, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return type(tp) is _TypedDictMeta and tp is not _TypedDict


# ---- files

def _abstract(cls):
    """What a class for annotations has is only named."""
    for member in vars(cls).values():
        function = member.fget if isinstance(member, property) else member
        if callable(function) and function.__name__[:2] != '__':
            function.__isabstractmethod__ = True
    return cls


@_abstract
class IO(Generic[AnyStr]):
    """What open() gives, for annotations."""
    __slots__ = ()

    mode = property(lambda self: None)
    name = property(lambda self: None)
    closed = property(lambda self: None)

    def close(self): pass
    def fileno(self): pass
    def flush(self): pass
    def isatty(self): pass
    def read(self, n=-1): pass
    def readable(self): pass
    def readline(self, limit=-1): pass
    def readlines(self, hint=-1): pass
    def seek(self, offset, whence=0): pass
    def seekable(self): pass
    def tell(self): pass
    def truncate(self, size=None): pass
    def writable(self): pass
    def write(self, s): pass
    def writelines(self, lines): pass
    def __enter__(self): pass
    def __exit__(self, type, value, traceback): pass


@_abstract
class BinaryIO(IO[bytes]):
    """What open() gives in binary mode."""
    __slots__ = ()

    def write(self, s): pass
    def __enter__(self): pass


@_abstract
class TextIO(IO[str]):
    """What open() gives in text mode."""
    __slots__ = ()

    buffer = property(lambda self: None)
    encoding = property(lambda self: None)
    errors = property(lambda self: None)
    line_buffering = property(lambda self: None)
    newlines = property(lambda self: None)

    def __enter__(self): pass


for _each in (NamedTuple, NamedTupleMeta, TypedDict, _TypedDictMeta, is_typeddict, IO, BinaryIO, TextIO):
    _each.__module__ = 'typing'
