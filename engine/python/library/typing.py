"""Types for annotations: they can be named, subscripted and printed; nothing is checked at run time.

A form is what can be subscripted (Optional, List, Callable), an alias is what comes of it (List[int]); the variables
among an alias's arguments are its parameters, for which others can be put by another subscription.
"""

import abc as _abc_module
import collections as _collections
import collections.abc as _abc
import contextlib as _contextlib
import functools as _functools
import operator as _operator
import sys as _sys
import types as _types
from _native import final as _final, like_c as _like_c, like_parsed as _like_parsed
from _typing_marks import (assert_never, assert_type, cast, clear_overloads, dataclass_transform, final, get_overloads, no_type_check,
                           no_type_check_decorator, overload, override, reveal_type)

__all__ = ['Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional',
           'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet', 'Container',
           'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MappingView',
           'ByteString', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable', 'AsyncIterator',
           'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator', 'AsyncContextManager', 'Reversible', 'SupportsAbs',
           'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'ParamSpecArgs', 'ParamSpecKwargs', 'get_protocol_members',
           'no_type_check_decorator', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict',
           'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO',
           'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads',
           'dataclass_transform', 'evaluate_forward_ref', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_type_hints', 'is_protocol',
           'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check', 'NoDefault', 'NoReturn', 'NotRequired',
           'overload', 'override', 'ReadOnly', 'Required', 'reveal_type', 'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING',
           'TypeAlias', 'TypeGuard', 'TypeIs', 'TypeAliasType', 'Unpack']

TYPE_CHECKING = False
Union = type(int | str)
GenericAlias = type(list[int])
_NoneType = type(None)


# ---- parts of a subscription

def _type_repr(obj):
    if isinstance(obj, tuple):
        return f"[{', '.join(map(_type_repr, obj))}]"
    if isinstance(obj, (type, _types.FunctionType, _types.BuiltinFunctionType)):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    return '...' if obj is ... else repr(obj)


def _type_convert(arg, *, is_class=False):
    """None and strings stand for a type and a reference to one."""
    if arg is None:
        return _NoneType
    return _forward_ref(arg, is_class=is_class) if isinstance(arg, str) else arg


def _forward_ref(arg, **how):
    made = ForwardRef(arg, **how)
    made.__forward_code__  # what is no expression is refused at once
    return made


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False, owner=None):
    """The argument as a type; what surely is none is refused in the words of `msg`."""
    arg = _type_convert(arg, is_class=allow_special_forms)
    refused = [Generic, Protocol]
    if not allow_special_forms:
        refused += [ClassVar, Final] if is_argument else [ClassVar]
    if isinstance(arg, _GenericAlias) and arg.__origin__ in refused:
        raise TypeError(f'{arg} is not valid as type argument')
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias) or allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _as_tuple(params):
    return params if isinstance(params, tuple) else (params,)


def _to_union_part(arg):
    """For Union[...] and |, which are C: what an argument of theirs stands for."""
    return _type_check(arg, 'Union[arg, ...]: each arg must be a type.')


def _is_parameter_list(arg):
    """What can stand for a ParamSpec."""
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_unpacked_variable(arg):
    return not isinstance(arg, type) and getattr(arg, '__typing_is_unpacked_typevartuple__', False)


def _is_variable(arg):
    return isinstance(arg, (TypeVar, ParamSpec)) or _is_unpacked_variable(arg)


def _collect_parameters(args, ordered=False):
    """The variables among the arguments, each once; `ordered`: none without a default after one with a default."""
    found, preset, after_tuple = {}, False, False
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            found.update(dict.fromkeys(_collect_parameters(arg)))
        elif hasattr(arg, '__typing_subst__'):
            if ordered and arg not in found:
                if arg.has_default():
                    if after_tuple:
                        raise TypeError('Type parameter with a default follows TypeVarTuple')
                    preset = True
                elif preset:
                    raise TypeError(f'Type parameter {arg!r} without a default follows type parameter with a default')
            found[arg] = None
        else:
            after_tuple = after_tuple or _is_unpacked_variable(arg)
            found.update(dict.fromkeys(getattr(arg, '__parameters__', ())))
    return tuple(found)


def _unpacked(args):
    """With the items of unpacked tuples of known length in their place."""
    flat = []
    for arg in args:
        inner = None if isinstance(arg, type) else getattr(arg, '__typing_unpacked_tuple_args__', None)
        if inner is None or inner and inner[-1] is ...:
            flat.append(arg)
        else:
            flat.extend(inner)
    return tuple(flat)


def _assigned(alias, args):
    """Which argument each parameter of the alias gets."""
    parameters = alias.__parameters__
    if not parameters:
        raise TypeError(f'{alias} is not a generic class')
    for parameter in parameters:
        args = parameter.__typing_prepare_subst__(alias, args)
    if len(args) != len(parameters):
        raise TypeError(f"Too {'many' if len(args) > len(parameters) else 'few'} arguments for {alias}; "
                        f'actual {len(args)}, expected {len(parameters)}')
    return dict(zip(parameters, args))


def _replaced(origin, args, chosen):
    """The arguments with what was chosen in place of the variables."""
    new = []
    for old in args:
        if isinstance(old, tuple):
            new.append(tuple(_replaced(origin, old, chosen)))
            continue
        if isinstance(old, type):
            new.append(old)
            continue
        if hasattr(old, '__typing_subst__'):
            arg = old.__typing_subst__(chosen[old])
        else:
            inner = []
            for parameter in getattr(old, '__parameters__', ()):
                inner.extend(chosen[parameter]) if isinstance(parameter, TypeVarTuple) else inner.append(chosen[parameter])
            arg = old[tuple(inner)] if getattr(old, '__parameters__', ()) else old
        if _is_unpacked_variable(old) or origin is _abc.Callable and isinstance(arg, tuple):
            new.extend(arg)
        else:
            new.append(arg)
    return new


def _substituted(alias, params):
    """For list[T][int], which is C: the new arguments."""
    args = _unpacked(map(_type_convert, _as_tuple(params)))
    return tuple(_replaced(alias.__origin__, alias.__args__, _assigned(alias, args)))


_caches = []


def _forget():
    """The program is over."""
    for cache in _caches:
        cache.cache_clear()


def _cached(function):
    """The same arguments give the same alias, where they can be remembered."""
    remembered = _functools.lru_cache(typed=True)(function)
    _caches.append(remembered)

    @_functools.wraps(function)
    def call(*args):
        try:
            return remembered(*args)
        except TypeError:
            pass  # what cannot be hashed; an error of the function's own comes again
        return function(*args)
    return call


# ---- forms: Optional, ClassVar and their like

class _Joined:
    """Can be joined by |."""
    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Final:
    """What the program derives nothing from."""
    __slots__ = ()

    def __init_subclass__(cls, **how):
        if cls.__module__ != 'typing' and '_root' not in how:
            raise TypeError('Cannot subclass special typing classes')


class _SpecialForm(_Joined, _Final):
    __slots__ = ('_name', '__doc__', '_getitem')
    __iter__ = None

    def __init__(self, getitem):
        self._getitem, self._name, self.__doc__ = getitem, getitem.__name__, getitem.__doc__

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __getitem__(self, params):
        return self._getitem(self, params)


class _TypedCacheSpecialForm(_SpecialForm):
    def __getitem__(self, params):
        return self._getitem(self, *_as_tuple(params))


def _plain(name):
    def form(self, params):
        raise TypeError(f'{self} is not subscriptable')
    form.__name__ = name
    return _SpecialForm(form)


def _of_one(name, words='{} accepts only single type.', alias=lambda form, item: _GenericAlias(form, (item,)), **allowed):
    @_cached
    def form(self, params):
        return alias(self, _type_check(params, words.format(self), **allowed))
    form.__name__ = name
    return _SpecialForm(form)


NoReturn, Never, Self, LiteralString, TypeAlias = map(_plain, ('NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias'))
ClassVar = _of_one('ClassVar', allow_special_forms=True)
Final = _of_one('Final', allow_special_forms=True)
TypeGuard, TypeIs = _of_one('TypeGuard'), _of_one('TypeIs')
Required = _of_one('Required', '{0._name} accepts only a single type.')
NotRequired = _of_one('NotRequired', '{0._name} accepts only a single type.')
ReadOnly = _of_one('ReadOnly', '{0._name} accepts only a single type.')
Optional = _of_one('Optional', '{} requires a single type.', lambda form, item: Union[item, None])
Unpack = _of_one('Unpack', alias=lambda form, item: _UnpackGenericAlias(form, (item,)))


@_SpecialForm
@_cached
def Concatenate(self, params):
    if params == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    *types, last = _as_tuple(params)
    if not (last is ... or isinstance(last, ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    return _ConcatenateGenericAlias(self, (*[_type_check(t, 'Concatenate[arg, ...]: each arg must be a type.') for t in types], last))


def _flat(params):
    for param in params:
        if isinstance(param, _LiteralGenericAlias):
            yield from param.__args__
        else:
            yield param


def _with_types(values):
    return [(value, type(value)) for value in values]


@_TypedCacheSpecialForm
@_cached
def Literal(self, *params):
    params = tuple(_flat(params))
    try:
        params = tuple(value for value, _ in dict.fromkeys(_with_types(params)))
    except TypeError:
        pass  # what has no hash stays where it is
    return _LiteralGenericAlias(self, params)


@_TypedCacheSpecialForm
@_cached
def Annotated(self, *params):
    if len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    if _is_unpacked_variable(params[0]):
        raise TypeError('Annotated[...] should not be used with an unpacked TypeVarTuple')
    return _AnnotatedAlias(_type_check(params[0], 'Annotated[t, ...]: t must be a type.', allow_special_forms=True), params[1:])


# ---- aliases: List, and List[int]

def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


class _BaseGenericAlias(_Joined, _Final):
    """Stands for a class, its origin: what is not the alias's own is that class's."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst, self._name, self.__origin__ = inst, name, origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass  # not every object takes attributes
        return made

    def __mro_entries__(self, bases):
        entries = [] if self.__origin__ in bases else [self.__origin__]
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias):
                return tuple(entries)
            real = [base] if isinstance(base, type) else getattr(base, '__mro_entries__', lambda _: ())(bases)
            if isinstance(real, (list, tuple)) and any(isinstance(each, type) and issubclass(each, Generic) for each in real):
                return tuple(entries)
        return (*entries, Generic)

    def __getattr__(self, name):
        if '__origin__' in self.__dict__ and (not _is_dunder(name) or name in ('__name__', '__qualname__')):
            own = self.__dict__['_name'] if _is_dunder(name) else None
            return own or getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if _is_dunder(name) or name in ('_name', '_inst', '_nparams', '_defaults'):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __dir__(self):
        return sorted({*super().__dir__(), *[name for name in dir(self.__origin__) if not _is_dunder(name)]})


class _GenericAlias(_BaseGenericAlias):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = args = _as_tuple(args)
        self.__parameters__ = _collect_parameters(args, origin in (Generic, Protocol))
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    @_cached
    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        return self.copy_with(_substituted(self, args))

    def copy_with(self, args):
        return type(self)(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join(map(_type_repr, self.__args__)) or '()'}]"

    def __reduce__(self):
        form = globals()[self._name] if self._name else self.__origin__
        args = self.__args__[0] if len(self.__args__) == 1 and not isinstance(self.__args__[0], tuple) else self.__args__
        return _operator.getitem, (form, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            after = bases[bases.index(self) + 1:]
            if Protocol in bases or any(isinstance(base, _BaseGenericAlias) and base is not self for base in after):
                return ()  # that one brings Generic
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_BaseGenericAlias):
    """List, Dict and their like: another name for a class, with a number of parameters."""
    __iter__ = None
    _message = 'Parameters to generic types must be types.'

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams, self._defaults = nparams, defaults
        self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.' if origin.__module__ != 'builtins' else \
            f'A generic version of {origin.__qualname__}.'

    @_cached
    def __getitem__(self, params):
        params = tuple(_type_check(param, self._message) for param in _as_tuple(params))
        missing = self._nparams - len(params)
        if 0 < missing <= len(self._defaults):
            params += self._defaults[-missing:]
        if len(params) != self._nparams:
            if not self._nparams:
                raise TypeError(f'{self} is not a generic class')
            expected = f'at least {self._nparams - len(self._defaults)}' if self._defaults else self._nparams
            raise TypeError(f"Too {'many' if missing < 0 else 'few'} arguments for {self}; actual {len(params)}, expected {expected}")
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        return super().__subclasscheck__(cls) if isinstance(cls, _GenericAlias) else issubclass(cls, self.__origin__)

    def __reduce__(self):
        return self._name


class _DeprecatedAlias(_SpecialGenericAlias):
    def __instancecheck__(self, obj):
        import warnings
        warnings.warn(f'{str(self)!r} is deprecated and slated for removal in Python 3.17', DeprecationWarning, stacklevel=2)
        return super().__subclasscheck__(type(obj))


class _TupleType(_SpecialGenericAlias):
    @_cached
    def __getitem__(self, params):
        params = _as_tuple(params)
        if len(params) >= 2 and params[-1] is ...:
            return self.copy_with((*[_type_check(p, 'Tuple[t, ...]: t must be a type.') for p in params[:-1]], ...))
        return self.copy_with(tuple(_type_check(p, 'Tuple[t0, t1, ...]: each t must be a type.') for p in params))


class _CallableType(_SpecialGenericAlias):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        return self._of(tuple(args) if isinstance(args, list) else args, result)

    @_cached
    def _of(self, args, result):
        result = _type_check(result, 'Callable[args, result]: result must be a type.')
        if args is not ...:
            args = tuple(map(_type_convert, _as_tuple(args)))
        return self.copy_with((*_as_tuple(args), result))


class _CallableGenericAlias(_GenericAlias):
    __iter__ = None

    def __repr__(self):
        *args, result = self.__args__
        if len(args) == 1 and _is_parameter_list(args[0]):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_type_repr, args))}], {_type_repr(result)}]"

    def __reduce__(self):
        *args, result = self.__args__
        args = args[0] if len(args) == 1 and _is_parameter_list(args[0]) else list(args)
        return _operator.getitem, (Callable, (args, result))


class _LiteralGenericAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(_with_types(self.__args__)) == set(_with_types(other.__args__))

    def __hash__(self):
        return hash(frozenset(_with_types(self.__args__)))


class _ConcatenateGenericAlias(_GenericAlias):
    def copy_with(self, params):
        *types, last = params
        if isinstance(last, (list, tuple)):
            return (*types, *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*types, *last.__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias):
    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (_GenericAlias, GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError('Unpack[...] must be used with a tuple type')
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)

    def __getitem__(self, args):
        return _as_tuple(args) if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)


class _AnnotatedAlias(_GenericAlias):
    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        super().__init__(origin, origin, name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __reduce__(self):
        return _operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


def _named(names, place, **more):
    """Makes the aliases: `Name count` each, of classes of `place` with that name, or of one that `more` names."""
    for words in names.split(','):
        name, count = words.split()
        origin = more.get(name) or getattr(place, name)
        builtin = origin.__module__ == 'builtins'
        globals()[name] = _SpecialGenericAlias(origin, int(count), inst=not builtin, name=name)


_named('Hashable 0, Awaitable 1, Coroutine 3, AsyncIterable 1, AsyncIterator 1, Iterable 1, Iterator 1, Reversible 1, Sized 0, '
       'Container 1, Collection 1, AbstractSet 1, MutableSet 1, Mapping 2, MutableMapping 2, Sequence 1, MutableSequence 1, '
       'MappingView 1, KeysView 1, ItemsView 2, ValuesView 1', _abc, AbstractSet=_abc.Set)
_named('List 1, Set 1, FrozenSet 1, Dict 2, Type 1, Deque 1, DefaultDict 2, OrderedDict 2, Counter 1, ChainMap 2', _collections,
       List=list, Set=set, FrozenSet=frozenset, Dict=dict, Type=type, Deque=_collections.deque, DefaultDict=_collections.defaultdict)
Generator = _SpecialGenericAlias(_abc.Generator, 3, defaults=(_NoneType, _NoneType))
AsyncGenerator = _SpecialGenericAlias(_abc.AsyncGenerator, 2, defaults=(_NoneType,))
ContextManager = _SpecialGenericAlias(_contextlib.AbstractContextManager, 2, name='ContextManager', defaults=(bool | None,))
AsyncContextManager = _SpecialGenericAlias(_contextlib.AbstractAsyncContextManager, 2, name='AsyncContextManager', defaults=(bool | None,))
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
Callable = _CallableType(_abc.Callable, 2)
ByteString = _DeprecatedAlias(_abc.ByteString, 0, name='ByteString')
Text = str


_RECORDS = ('NamedTuple', 'NamedTupleMeta', 'TypedDict', '_TypedDictMeta', 'is_typeddict', 'IO', 'TextIO', 'BinaryIO')
# What only other libraries of types ask for.
_INNER = ('EXCLUDED_ATTRIBUTES', '_ASSERT_NEVER_REPR_MAX_LENGTH', '_UnionGenericAlias', '_eval_type', '_is_param_expr', '_generic_class_getitem',
          '_overload_dummy', '_prohibited', '_tp_cache')


def __getattr__(name):
    """What is made when somebody asks for it first."""
    if name in ('Pattern', 'Match'):
        import re
        made = globals()[name] = _SpecialGenericAlias(getattr(re, name), 1)
        return made
    if name in _RECORDS:
        import _typing_records
        globals().update({each: getattr(_typing_records, each) for each in _RECORDS})
        return globals()[name]
    if name in _INNER:
        import _typing_inner
        globals().update({each: getattr(_typing_inner, each) for each in _INNER})
        return globals()[name]
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


class ForwardRef(_Joined):
    """A type that only its name tells so far."""
    __globals__ = __extra_names__ = __cell__ = _code = None

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__, self.__forward_module__, self.__owner__ = arg, module, owner
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class

    def __init_subclass__(cls, /, *args, **kwds):
        if cls.__module__ != '_annotations':
            raise TypeError('Cannot subclass ForwardRef')

    @property
    def __forward_code__(self):
        if self._code is None:
            arg = self.__forward_arg__
            try:
                self._code = compile(f'({arg},)[0]' if arg.startswith('*') else arg, '<string>', 'eval')
            except SyntaxError:
                raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}') from None
        return self._code

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=1):
        if format == 4:
            return self.__forward_arg__
        if format not in (1, 3):
            raise NotImplementedError(format)
        try:
            return self._value(globals, locals, type_params, self.__owner__ if owner is None else owner)
        except Exception:
            if format == 3:
                return self
            raise

    def _value(self, globals, locals, type_params, owner):
        if self.__cell__ is not None:
            try:
                return self.__cell__.cell_contents
            except ValueError:
                pass
        code = self.__forward_code__
        if globals is None:
            globals = self.__globals__
        if globals is None:
            module = getattr(_sys.modules.get(self.__forward_module__ or getattr(owner, '__module__', None)), '__dict__', None)
            globals = getattr(owner, '__globals__', module) or {}
        names = dict(vars(owner)) if isinstance(owner, type) and locals is None else dict(locals or {})
        for parameter in type_params or getattr(owner, '__type_params__', ()):
            names.setdefault(parameter.__name__, parameter)
        names.update(self.__extra_names__ or {})
        return eval(code, dict(globals), names)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def _key(self):
        scope = None if self.__globals__ is None else id(self.__globals__)
        return self.__forward_arg__, self.__forward_module__, scope, self.__forward_is_class__, self.__cell__, self.__owner__

    def __repr__(self):
        more = f', module={self.__forward_module__!r}' if self.__forward_module__ is not None else ''
        more += ', is_class=True' if self.__forward_is_class__ else ''
        more += f', owner={self.__owner__!r}' if self.__owner__ is not None else ''
        return f'ForwardRef({self.__forward_arg__!r}{more})'


ForwardRef.__module__ = 'annotationlib'


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=1):
    text = forward_ref.__forward_arg__
    if format == 4:
        return text
    value = forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params, owner=owner)
    return _evaluated(_type_convert(value), globals, locals, type_params or ())


# ---- variables

def _caller_module(otherwise='__main__'):
    try:
        return _sys._getframe(2).f_globals.get('__name__', otherwise)
    except (AttributeError, ValueError):
        return None


class NoDefaultType:
    __slots__ = ()
    __doc__ = 'The type of the NoDefault singleton.'

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError('NoDefaultType takes no arguments')
        return globals().get('NoDefault') or object.__new__(cls)

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


NoDefault = NoDefaultType()


class _ConstEvaluator:
    """What evaluates a value that was never an expression of its own."""
    __slots__ = ('_value',)
    __module__ = '_typing'

    def __new__(cls):
        raise TypeError("cannot create '_typing._ConstEvaluator' instances")

    def __call__(self, format, /):
        if _operator.index(format) != 4:
            return self._value
        return f"({', '.join(map(_type_repr, self._value))})" if isinstance(self._value, tuple) else _type_repr(self._value)

    def __repr__(self):
        return f'<constevaluator {self._value!r}>'


_ConstEvaluator.__call__.__name__ = 'constevaluator.__call__'
_final(_ConstEvaluator)
_like_parsed(_ConstEvaluator.__call__)


def _constant(value):
    made = object.__new__(_ConstEvaluator)
    made._value = value
    return made


def _lazy(name):
    """Properties: a value, which its function gives once, when somebody asks; and that function."""
    def get(self):
        if name not in self._known:
            self._known[name] = self._compute[name](1)
        return self._known[name]

    def evaluate(self):
        if name in self._compute:
            return self._compute[name]
        return _constant(self._known[name]) if self._known[name] not in (None, ()) else None
    return property(get), property(evaluate)


class _Variable(_Joined):
    def _begin(self, name, module, variances=(False, False, False), **known):
        if not isinstance(name, str):
            raise TypeError(f"{type(self).__name__.lower()}() argument 'name' must be str, not {'None' if name is None else type(name).__name__}")
        covariant, contravariant, infer = map(bool, variances)
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if infer and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        self.__name__, self.__module__, self._known, self._compute = name, module, known, {}
        self.__covariant__, self.__contravariant__, self.__infer_variance__ = covariant, contravariant, infer

    def has_default(self):
        return self._compute.get('_default') is not None or self._known['_default'] is not NoDefault

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return f"{'+' if self.__covariant__ else '-' if self.__contravariant__ else '~'}{self.__name__}"

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


def _bound(bound):
    return None if bound is None else _type_check(bound, 'Bound must be a type.')


class TypeVar(_Variable):
    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        if len(constraints) == 1 and isinstance(name, str):
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self._begin(name, _caller_module(None), (covariant, contravariant, infer_variance),
                    _constraints=constraints, _bound=_bound(bound), _default=default)

    __constraints__, evaluate_constraints = _lazy('_constraints')
    __bound__, evaluate_bound = _lazy('_bound')
    __default__, evaluate_default = _lazy('_default')

    def __typing_subst__(self, arg):
        arg = _type_check(arg, 'Parameters to generic types must be types.')
        if isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack or isinstance(arg, GenericAlias) and arg.__unpacked__:
            raise TypeError(f'{arg} is not valid as type argument')
        return arg

    def __typing_prepare_subst__(self, alias, args):
        i = alias.__parameters__.index(self)
        if i < len(args):
            return args
        if i == len(args) and self.has_default():
            return (*args, self.__default__)
        raise TypeError(f'Too few arguments for {alias}; actual {len(args)}, expected at least {i + 1}')


class TypeVarTuple(_Variable):
    def __init__(self, name, *, default=NoDefault):
        self._begin(name, _caller_module(None), _default=default)

    __default__, evaluate_default = _lazy('_default')

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        """All arguments but those for the parameters on its left and right are its own; one tuple[x, ...] is as many as needed."""
        parameters = alias.__parameters__
        left = parameters.index(self)
        right = len(parameters) - left - 1
        if any(isinstance(parameter, TypeVarTuple) for parameter in parameters[left + 1:]):
            raise TypeError(f'More than one TypeVarTuple parameter in {alias}')
        before, after, filling = left, right, None
        endless = [i for i, arg in enumerate(args)
                   if not isinstance(arg, type) and (getattr(arg, '__typing_unpacked_tuple_args__', None) or (0,))[-1] is ...]
        if len(endless) > 1:
            raise TypeError('More than one unpacked arbitrary-length tuple argument')
        if endless:
            filling = args[endless[0]].__typing_unpacked_tuple_args__[0]
            before, after = min(left, endless[0]), min(right, len(args) - endless[0] - 1)
        elif left + right > len(args):
            raise TypeError(f'Too few arguments for {alias}; actual {len(args)}, expected at least {len(parameters) - 1}')
        own = args[before:len(args) - after]
        if not own and self.has_default():
            own = _unpacked((self.__default__,))
        return (*args[:before], *[filling] * (left - before), own, *[filling] * (right - after), *args[len(args) - after:])


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__ if isinstance(self.__origin__, ParamSpec) else repr(self.__origin__)}.{self._side}'

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((self._side, self.__origin__))

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class ParamSpecArgs(_ParamSpecPart):
    _side = 'args'


class ParamSpecKwargs(_ParamSpecPart):
    _side = 'kwargs'


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        self._begin(name, _caller_module(None), (covariant, contravariant, infer_variance), _bound=_bound(bound), _default=default)

    __bound__, _ = _lazy('_bound')
    __default__, evaluate_default = _lazy('_default')
    args, kwargs = property(ParamSpecArgs), property(ParamSpecKwargs)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(each, 'Expected a type.') for each in arg)
        if not _is_parameter_list(arg):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
        return arg

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        i = parameters.index(self)
        if i == len(args) and self.has_default():
            args = (*args, self.__default__)
        if i >= len(args):
            raise TypeError(f'Too few arguments for {alias}')
        if len(parameters) == 1 and not _is_parameter_list(args[0]):
            return (args,)  # C[int, str] for C[[int, str]]
        return (*args[:i], tuple(args[i]), *args[i + 1:]) if isinstance(args[i], list) else args


def _parameter(kind, name, infer_variance=False, **compute):
    """What `def f[T: bound = default]` calls: each of `compute` is a function, called when its value is asked for."""
    made = kind.__new__(kind)
    known = {'_constraints': (), '_bound': None, '_default': NoDefault}
    made._begin(name, 'typing', (False, False, infer_variance), **{key: known[key] for key in known if key not in compute})
    made._compute = {'_default': None, **compute}
    return made


_make_type_var, _make_type_var_tuple, _make_param_spec = [
    _functools.partial(_parameter, kind) for kind in (TypeVar, TypeVarTuple, ParamSpec)]

AnyStr = TypeVar('AnyStr', bytes, str)


def _idfunc(x, /):
    return x


_idfunc.__module__ = '_typing'
_like_c(_idfunc)


class NewType(_Joined):
    def __init__(self, name, tp):
        self.__qualname__, self.__supertype__ = name, tp
        self.__name__ = name.rpartition('.')[2] if '.' in name else name
        self.__module__ = _caller_module(None)

    __call__ = staticmethod(_idfunc)

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError(f'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                                f'`{cls.__name__} = NewType({cls.__name__!r}, {name})`')
        return (Dummy,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__


_set = object.__setattr__


class TypeAliasType(_Joined):
    """What the statement `type X = ...` makes: a name whose value is computed when it is asked for."""

    def __init__(self, name, value, *, type_params=()):
        if not isinstance(name, str):
            raise TypeError(f"typealias() argument 'name' must be str, not {'None' if name is None else type(name).__name__}")
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        for param in type_params:
            if not isinstance(param, _Variable):
                raise TypeError(f'Expected a type param, got {param!r}')
        self._make(name, _constant(value), _caller_module(None), type_params)

    def _make(self, name, compute, module, type_params=()):
        vars(self).update(__name__=name, __type_params__=type_params, __module__=module, _compute=compute)

    def __setattr__(self, name, value):
        if name == '__type_params__' and self.__type_params__ == ():
            _set(self, name, value)
        else:
            self.__delattr__(name)

    def __delattr__(self, name):
        if name == '__name__':
            raise AttributeError('readonly attribute')
        if name in vars(self) or hasattr(type(self), name):
            raise AttributeError(f"attribute '{name}' of 'typing.TypeAliasType' objects is not writable")
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute '{name}' and no __dict__ for setting new attributes")

    @property
    def __value__(self):
        if not hasattr(self, '_value'):
            _set(self, '_value', self._compute(1))
        return self._value

    @property
    def evaluate_value(self):
        return self._compute

    @property
    def __parameters__(self):
        return tuple(Unpack[each] if isinstance(each, TypeVarTuple) else each for each in self.__type_params__)

    def __reduce__(self):
        return self.__name__

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, _as_tuple(args))


TypeAliasType.__init__.__name__ = TypeAliasType.__init__.__qualname__ = 'typealias'
_final(TypeAliasType, TypeAliasType.__init__)


def _make_alias(name, compute):
    made = TypeAliasType.__new__(TypeAliasType)
    made._make(name, compute, compute.__module__)
    return made


# ---- generic classes and protocols

class Generic:
    __slots__ = ()
    _is_protocol = False

    @_cached
    def __class_getitem__(cls, params):
        params = tuple(map(_type_convert, _as_tuple(params)))
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            if not all(map(_is_variable, params)):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.')
            if len(set(params)) != len(params):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
            return _GenericAlias(cls, params)
        wanted = cls.__parameters__
        for parameter in wanted:
            params = parameter.__typing_prepare_subst__(cls, params)
        _check_count(cls, params)
        args = []
        for parameter, arg in zip(wanted, params):
            args.extend(arg) if isinstance(parameter, TypeVarTuple) else args.append(arg)
        return _GenericAlias(cls, tuple(args))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__', ())
        if Generic in (bases or cls.__bases__) and (bases or cls.__name__ != 'Protocol' and type(cls).__name__ != '_TypedDictMeta'):
            raise TypeError('Cannot inherit from plain Generic')
        found, listed = _collect_parameters(bases), None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
                if base.__origin__ is Generic and listed is not None and listed[0] is Generic:
                    raise TypeError('Cannot inherit from Generic[...] multiple times.')
                if listed is None or base.__origin__ is Generic:
                    listed = base.__origin__, base.__parameters__
        if listed is not None:
            form, variables = listed
            if not set(found) <= set(variables):
                raise TypeError(f"Some type variables ({', '.join(str(v) for v in found if v not in variables)}) are not listed in "
                                f"{form.__name__}[{', '.join(map(str, variables))}]")
            found = variables
        cls.__parameters__ = tuple(found)


def _check_count(cls, params):
    wanted = cls.__parameters__
    if not wanted:
        raise TypeError(f'{cls} is not a generic class')
    expected, shown = len(wanted), len(wanted)
    if len(params) < expected:
        if wanted[len(params)].has_default():
            return
        expected -= sum(parameter.has_default() for parameter in wanted[len(params):])
        shown = f'at least {expected}'
    if len(params) != expected:
        raise TypeError(f"Too {'many' if len(params) > expected else 'few'} arguments for {cls}; actual {len(params)}, expected {shown}")


class _GenericBase:
    """What the compiler subscripts for `class C[T, *Ts]`: the parameters as they are named."""

    def __getitem__(self, params):
        return Generic[tuple(Unpack[each] if isinstance(each, TypeVarTuple) else each for each in params)]


_generic_base = _GenericBase()

_not_members = frozenset('''__abstract_marker__ __abstractmethods__ __annotations__ __annotate__ __annotate_func__ __annotations_cache__ __class_getitem__
__classcell__ __conditional_annotations__ __dict__ __doc__ __firstlineno__ __init__ __match_args__ __module__ __new__
__non_callable_proto_members__ __orig_bases__ __parameters__ __protocol_attrs__ __qualname__ __slots__ __static_attributes__
__subclasshook__ __type_params__ __weakref__ __getitem__ _abc_impl _is_protocol _is_runtime_protocol'''.split())


def _protocol_members(cls):
    members = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ('Protocol', 'Generic'):
            members.update(name for name in [*base.__dict__, *_annotated_names(base)] if name not in _not_members)
    return members


def _own_annotations(cls):
    """Those of the class itself, not of its bases."""
    if not any(name in cls.__dict__ for name in ('__annotations__', '__annotate__', '__annotate_func__', '__annotations_cache__')):
        return {}
    return cls.__annotations__


def _annotated_names(cls):
    """The names that are annotated in the class itself, with something that may not be defined yet."""
    try:
        return list(_own_annotations(cls))
    except Exception:
        pass
    return list(_in_format(cls, _own_annotations, 3))


_protocol_friends = {
    'collections.abc': 'Callable Awaitable Iterable Iterator AsyncIterable AsyncIterator Hashable Sized Container Collection '
                       'Reversible Buffer', 'contextlib': 'AbstractContextManager AbstractAsyncContextManager', 'io': 'Reader Writer',
    'os': 'PathLike',
}


def _only_runtime(cls):
    if not getattr(cls, '_is_runtime_protocol', False):
        raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')


class _ProtocolMeta(type(_abc.Sized)):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if bases != (Generic,) and ({*bases} & {Generic, globals().get('Protocol')}):
            for base in bases:
                friend = base.__name__ in _protocol_friends.get(base.__module__, '').split()
                if not (base in (object, Generic) or friend or issubclass(base, Generic) and getattr(base, '_is_protocol', False)):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, '_is_protocol', False):
            cls.__protocol_attrs__ = _protocol_members(cls)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        _only_runtime(cls)
        if any(super(_ProtocolMeta, cls).__subclasscheck__(kind) for kind in {type(instance), instance.__class__}):
            return True
        from inspect import getattr_static
        for name in cls.__protocol_attrs__:
            value = getattr_static(instance, name, _abc)
            if value is _abc or value is None and name not in cls.__non_callable_proto_members__:
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, '_is_protocol', False) and not _abc_module._asking:
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            _only_runtime(cls)
            if cls.__non_callable_proto_members__ and cls.__dict__.get('__subclasshook__') is _protocol_hook:
                names = str(sorted(cls.__non_callable_proto_members__))[1:-1]
                raise TypeError(f"Protocols with non-method members don't support issubclass(). Non-method members: {names}.")
        return super().__subclasscheck__(other)


@classmethod
def _protocol_hook(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if issubclass(other, Generic) and getattr(other, '_is_protocol', False) and name in _annotated_names(base):
                break
        else:
            return NotImplemented
    return True


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if type(self).__init__ is not _no_init:
        return
    for base in type(self).__mro__:  # a class with protocols among its bases: the next __init__ is its own
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init:
            init(self, *args, **kwargs)
            break


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = _protocol_hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


def runtime_checkable(cls):
    if not (issubclass(cls, Generic) and getattr(cls, '_is_protocol', False)):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = {name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None))}
    return cls


def _supports(name, method, result):
    """A protocol with one method, which gives `result`."""
    def function(self): pass
    function.__name__, function.__qualname__, function.__isabstractmethod__ = method, f'{name}.{method}', True
    function.__annotations__ = {'return': result}
    bases = (Protocol,) if isinstance(result, type) else (Protocol[result],)
    return runtime_checkable(_types.new_class(name, bases, {}, lambda body: body.update({'__module__': 'typing', method: function})))


_result = TypeVar('T_co', covariant=True)
SupportsInt, SupportsFloat = _supports('SupportsInt', '__int__', int), _supports('SupportsFloat', '__float__', float)
SupportsComplex, SupportsBytes = _supports('SupportsComplex', '__complex__', complex), _supports('SupportsBytes', '__bytes__', bytes)
SupportsIndex, SupportsAbs = _supports('SupportsIndex', '__index__', int), _supports('SupportsAbs', '__abs__', _result)
SupportsRound = _supports('SupportsRound', '__round__', _result)


# ---- what tools read

def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


def is_protocol(tp, /):
    return isinstance(tp, type) and bool(getattr(tp, '_is_protocol', False)) and tp is not Protocol


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    return Generic if tp is Generic else Union if isinstance(tp, Union) else None


def _has_listed_parameters(tp, args):
    """Callable[[int, str], bool] keeps its arguments flat."""
    return tp.__origin__ is _abc.Callable and not (len(args) == 2 and _is_parameter_list(args[0]))


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        return (list(args[:-1]), args[-1]) if _has_listed_parameters(tp, args) else args
    return tp.__args__ if isinstance(tp, Union) else ()


def _joined(args):
    return _functools.reduce(_operator.or_, args)


def _starred(alias):
    return next(iter(alias))


def _reduced_starred(alias):
    """For copy and pickle of *tuple[...]."""
    return _starred, (GenericAlias(alias.__origin__, alias.__args__),)


def _alias_dir(alias):
    """For dir() of list[int], which is C."""
    own = ('__origin__', '__args__', '__parameters__', '__unpacked__', '__typing_unpacked_tuple_args__', '__mro_entries__', '__reduce__',
           '__reduce_ex__', '__class__', '__copy__', '__deepcopy__')
    return sorted({*dir(alias.__origin__), *own})


def _with_args(tp, args):
    """The alias or union with other arguments."""
    if args == tp.__args__:
        return tp
    if isinstance(tp, GenericAlias):
        return tp.__origin__[list(args[:-1]), args[-1]] if _has_listed_parameters(tp, args) else GenericAlias(tp.__origin__, args)
    return _joined(args) if isinstance(tp, Union) else tp.copy_with(args)


def _evaluated(hint, globals, locals, type_params, seen=frozenset(), format=1):
    """The hint with all references in it looked up."""
    if isinstance(hint, ForwardRef):
        if hint.__forward_arg__ in seen:
            return hint
        value = hint.evaluate(globals=hint.__globals__ or globals, locals=locals, type_params=type_params, format=format)
        if value is hint:
            return hint
        if isinstance(value, str):
            value = _forward_ref(value, module=hint.__forward_module__, owner=hint.__owner__,
                                 is_argument=hint.__forward_is_argument__, is_class=hint.__forward_is_class__)
        return _evaluated(value, globals, locals, type_params, seen | {hint.__forward_arg__}, format)
    if not isinstance(hint, (_GenericAlias, GenericAlias, Union)):
        return hint
    if isinstance(hint, GenericAlias):
        args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in hint.__args__)
    else:
        args = hint.__args__
    args = tuple(_evaluated(arg, globals, locals, type_params, seen, format) for arg in args)
    return Unpack[GenericAlias(hint.__origin__, args)] if getattr(hint, '__unpacked__', False) is True else _with_args(hint, args)


def _stripped(hint):
    """The hint without Annotated, Required, NotRequired and ReadOnly."""
    if isinstance(hint, _AnnotatedAlias):
        return _stripped(hint.__origin__)
    if get_origin(hint) in (Required, NotRequired, ReadOnly):
        return _stripped(hint.__args__[0])
    if isinstance(hint, (_GenericAlias, GenericAlias, Union)):
        return _with_args(hint, tuple(map(_stripped, hint.__args__)))
    return hint


def _looked_up(annotations, globals, locals, type_params, is_class, format=1):
    if format == 4:
        return annotations
    hints = {}
    for name, hint in annotations.items():
        if isinstance(hint, str):
            hint = _forward_ref(hint, is_argument=not is_class, is_class=is_class)
        hint = None if hint is None else _evaluated(hint, globals, locals, type_params, format=format)
        hints[name] = _NoneType if hint is None else hint
    return hints


def _in_format(obj, read, format):
    """The annotations, by `read` where the values are wanted."""
    if format == 1:
        return read(obj)
    from _annotations import get_annotations
    return get_annotations(obj, format=format)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=1):
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            if not base.__flags__ & 1 << 9:  # builtin
                continue
            module = getattr(_sys.modules.get(base.__module__), '__dict__', {})
            names = {**vars(base), **(localns or {})} if globalns is None else localns
            hints.update(_looked_up(_in_format(base, _own_annotations, format), globalns or module, names,
                                    getattr(base, '__type_params__', ()), True, format))
    else:
        inner = obj
        while hasattr(inner, '__wrapped__'):
            inner = inner.__wrapped__
        namespace = globalns or getattr(inner, '__globals__', None) or (obj.__dict__ if isinstance(obj, _types.ModuleType) else {})
        hints = _looked_up(_in_format(obj, _annotations_of_callable, format), namespace, localns if localns is not None else globalns,
                           getattr(obj, '__type_params__', ()), False, format)
    return hints if include_extras or format == 4 else {name: _stripped(hint) for name, hint in hints.items()}


def _annotations_of_callable(obj):
    annotations = getattr(obj, '__annotations__', None)
    if annotations is None:
        if not callable(obj) and not isinstance(obj, _types.ModuleType):
            raise TypeError(f'{obj!r} does not have annotations')
        return {}
    return annotations


_final(TypeVar, TypeVarTuple, ParamSpec, ParamSpecArgs, ParamSpecKwargs)
_like_c(Generic)
for _each in (TypeVar, TypeVarTuple, ParamSpec):
    _each.__init__.__name__ = _each.__init__.__qualname__ = _each.__name__.lower()
    _like_c(_each.__init__)
