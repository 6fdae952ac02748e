"""Types for annotations: they can be named, subscripted and printed; nothing is checked at run time."""

import collections as _collections
import collections.abc as _abc
import contextlib as _contextlib
import sys as _sys
from _native import like_c as _like_c

__all__ = ['Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional',
           'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet', 'Container',
           'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MappingView',
           'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable', 'AsyncIterator',
           'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator', 'AsyncContextManager', 'Reversible', 'SupportsAbs',
           'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'ParamSpecArgs', 'ParamSpecKwargs', 'get_protocol_members',
           'no_type_check_decorator', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict',
           'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO',
           'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads',
           'dataclass_transform', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_type_hints', 'is_protocol',
           'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check', 'NoDefault', 'NoReturn', 'NotRequired',
           'overload', 'override', 'ReadOnly', 'Required', 'reveal_type', 'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING',
           'TypeAlias', 'TypeGuard', 'TypeIs', 'TypeAliasType', 'Unpack']

TYPE_CHECKING = False
Union = type(int | str)
_NoneType = type(None)
_GenericAlias = type(list[int])


def _text(part):
    """How a part of a subscription is written."""
    if part is Ellipsis:
        return "..."
    if part is None:
        return "NoneType"
    if isinstance(part, type) and not isinstance(part, _GenericAlias):
        if part.__module__ == "builtins":
            return part.__qualname__
        return f"{part.__module__}.{part.__qualname__}"
    if isinstance(part, (list, tuple)):
        return f"[{', '.join(map(_text, part))}]"
    return repr(part)


# ---- type parameters in the arguments of a subscription, and what is put in their place

def _found_parameters(args):
    found = {}
    for arg in args:
        if isinstance(arg, _Variable):
            found[arg] = None
        elif isinstance(arg, (tuple, list)):
            found.update(dict.fromkeys(_found_parameters(arg)))
        elif not isinstance(arg, type) or isinstance(arg, _GenericAlias):
            found.update(dict.fromkeys(getattr(arg, "__parameters__", ())))
    return tuple(found)


def _is_concatenation(arg):
    return isinstance(arg, _Subscripted) and arg.__origin__ is Concatenate


def _is_parameter_list(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec)) or _is_concatenation(arg)


def _with_defaults(params, args, shown):
    needed = sum(not param.has_default() for param in params)
    if len(args) < len(params):
        missing = params[len(args):]
        if any(isinstance(param, ParamSpec) and not param.has_default() for param in missing):
            raise TypeError(f"Too few arguments for {shown}")
        if len(args) < needed:
            wanted = f"at least {needed}" if needed < len(params) else f"{needed}"
            raise TypeError(f"Too few arguments for {shown}; actual {len(args)}, expected {wanted}")
        return args + tuple([param.__default__ for param in missing])
    if len(args) > len(params):
        raise TypeError(f"Too many arguments for {shown}; actual {len(args)}, expected {len(params)}")
    return args


def _assigned(params, args, shown):
    """The arguments, one for each parameter: those of a TypeVarTuple in a tuple, as is a list for a ParamSpec."""
    if len(params) == 1 and isinstance(params[0], ParamSpec) and args and not _is_parameter_list(args[0]):
        args = (args,)
    variadic = [i for i, param in enumerate(params) if isinstance(param, TypeVarTuple)]
    if variadic:
        before, behind = variadic[0], len(params) - variadic[0] - 1
        if len(args) < before + behind:
            raise TypeError(f"Too few arguments for {shown}; actual {len(args)}, expected at least {before + behind}")
        end = len(args) - behind
        args = (*args[:before], args[before:end], *args[end:])
    args = list(_with_defaults(params, args, shown))
    for i, param in enumerate(params):
        if isinstance(param, ParamSpec):
            if isinstance(args[i], list):
                args[i] = tuple(args[i])
    return args


def _check_parameter_lists(known):
    for param, arg in known.items():
        if isinstance(param, ParamSpec) and not _is_parameter_list(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")


def _replaced(given, known):
    new = []
    for arg in given:
        if isinstance(arg, _Variable):
            new.append(known.get(arg, arg))
        elif isinstance(arg, (tuple, list)):
            new.append(tuple(_replaced(arg, known)))
        elif isinstance(arg, _Subscripted) and arg.__origin__ is Unpack and arg.__args__[0] in known:
            new.extend(known[arg.__args__[0]])
        elif isinstance(arg, type) and not isinstance(arg, _GenericAlias):
            new.append(arg)
        elif inner := getattr(arg, "__parameters__", ()):
            parts = []
            for param in inner:
                parts.extend(known[param]) if isinstance(param, TypeVarTuple) else parts.append(known[param])
            new.append(arg[tuple(parts)])
        else:
            new.append(arg)
    return new


def _substituted(given, args, shown):
    """What subscribing an alias with these arguments makes of its own."""
    if not isinstance(args, tuple):
        args = (args,)
    params = _found_parameters(given)
    if not params:
        raise TypeError(f"{shown!r} is not a generic class")
    known = dict(zip(params, _assigned(params, args, shown)))
    _check_parameter_lists(known)
    return tuple(_replaced(given, known))


class _Part:
    """Whatever can stand in an annotation and be joined by |."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Special(_Part):
    """Any, ClassVar and their like: a name, maybe with a subscription."""

    def __init__(self, name, arguments=True):
        self._name = name
        self._arguments = arguments

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, args):
        if not self._arguments:
            raise TypeError(f"{self!r} is not subscriptable")
        return _Subscripted(self, args, repr(self))

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")


class _OptionalForm(_Special):
    def __getitem__(self, arg):
        if isinstance(arg, tuple):
            raise TypeError(f"typing.Optional requires a single type. Got {arg!r}.")
        return Union[arg, None]


class _LiteralForm(_Special):
    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        return _LiteralOf(self, tuple(dict.fromkeys(args)), "typing.Literal")


class _AnnotatedForm(_Special):
    def __getitem__(self, args):
        if not isinstance(args, tuple) or len(args) < 2:
            raise TypeError(
                "Annotated[...] should be used with at least two arguments (a type and an annotation)."
            )
        alias = _AnnotatedType(args[0], args, "typing.Annotated")
        alias.__metadata__ = args[1:]
        return alias


class _ConcatenateForm(_Special):
    def __getitem__(self, args):
        if args == ():
            raise TypeError("Cannot take a Concatenate of no types.")
        if not isinstance(args, tuple):
            args = (args,)
        if args[-1] is not ... and not isinstance(args[-1], ParamSpec):
            raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
        return _Concatenation(self, args, "typing.Concatenate")


class _Named(_Part):
    """List, Dict and their like: another name for a class. Of some it is known how many arguments they take."""

    def __init__(self, name, origin, count=None):
        self._name = name
        self.__origin__ = origin
        self._count = count

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, args):
        given = len(args) if isinstance(args, tuple) else 1
        if self._count is not None and given != self._count:
            raise TypeError(f"Too {'many' if given > self._count else 'few'} arguments for {self!r}; "
                            f"actual {given}, expected {self._count}")
        return _Subscripted(self.__origin__, args, repr(self))

    def __call__(self, *args, **kwds):
        return self.__origin__(*args, **kwds)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class _CallableForm(_Named):
    def __getitem__(self, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        if not _is_parameter_list(args[0]):
            args = [args[0]], args[1]
        return _Subscripted(self.__origin__, args, "typing.Callable")


class _Subscripted(_Part):
    def __init__(self, origin, args, name):
        if not isinstance(args, tuple):
            args = (args,)
        self.__origin__ = origin
        self._given = tuple([tuple(arg) if isinstance(arg, list) else arg for arg in args])
        self._name = name

    @property
    def __args__(self):
        flat = []
        for arg in self._given:
            if isinstance(arg, tuple) and self.__origin__ is _abc.Callable:
                flat.extend(arg)
            else:
                flat.append(_NoneType if arg is None else arg)
        return tuple(flat)

    @property
    def __parameters__(self):
        return _found_parameters(self._given)

    def __repr__(self):
        return f"{self._name}[{', '.join(map(_text, self._given)) or '()'}]"

    def __getitem__(self, args):
        return self._with(_substituted(self._given, args, self))

    def _with(self, given):
        return type(self)(self.__origin__, given, self._name)

    def __eq__(self, other):
        if not isinstance(other, _Subscripted):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self._given == other._given

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **kwds):
        result = self.__origin__(*args, **kwds)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __getattr__(self, name):
        if name.startswith("__") or name == "_given":
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        return (self.__origin__,) if isinstance(self.__origin__, type) else ()

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__


class _SubscriptedClass(_Subscripted):
    """Of a class of the program: a tuple stands for the parameters of a ParamSpec, a list is nothing special."""

    def __init__(self, origin, args, name):
        super().__init__(origin, (), name)
        self._given = tuple(args)

    def __repr__(self):
        return f"{self._name}[{', '.join(map(self._part_text, self._given)) or '()'}]"

    def _part_text(self, part):
        if isinstance(part, tuple):
            return f"[{', '.join(map(self._part_text, part))}]"
        return repr(part) if isinstance(part, list) else _text(part)


class _LiteralOf(_Subscripted):
    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self._given))}]"

    @property
    def __args__(self):
        return self._given


class _AnnotatedType(_Subscripted):
    def _with(self, given):
        alias = _Subscripted._with(self, given)
        alias.__origin__, alias.__metadata__ = given[0], given[1:]
        return alias


class _Concatenation(_Subscripted):
    def _with(self, given):
        last = given[-1]
        if isinstance(last, tuple):
            return given[:-1] + last
        if _is_concatenation(last):
            given = given[:-1] + last.__args__
        return _Subscripted._with(self, given)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


Optional = _OptionalForm("Optional")
Literal = _LiteralForm("Literal")
Annotated = _AnnotatedForm("Annotated")
for _name in "NoReturn Never Self LiteralString TypeAlias".split():
    globals()[_name] = _Special(_name, False)
Concatenate = _ConcatenateForm("Concatenate")
for _name in "ClassVar Final Unpack Required NotRequired ReadOnly TypeGuard TypeIs".split():
    globals()[_name] = _Special(_name)

List = _Named("List", list, 1)
Dict = _Named("Dict", dict, 2)
Set = _Named("Set", set, 1)
FrozenSet = _Named("FrozenSet", frozenset, 1)
Tuple = _Named("Tuple", tuple)
Type = _Named("Type", type, 1)
Deque = _Named("Deque", _collections.deque, 1)
DefaultDict = _Named("DefaultDict", _collections.defaultdict, 2)
OrderedDict = _Named("OrderedDict", _collections.OrderedDict, 2)
Counter = _Named("Counter", _collections.Counter, 1)
ChainMap = _Named("ChainMap", _collections.ChainMap, 2)
AbstractSet = _Named("AbstractSet", _abc.Set, 1)
ContextManager = _Named("ContextManager", _contextlib.AbstractContextManager)
AsyncContextManager = _Named("AsyncContextManager", _contextlib.AbstractAsyncContextManager)
for _name in (
    "Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Iterable Iterator Generator Reversible Hashable "
    "Sized Container Collection MutableSet Mapping MutableMapping Sequence MutableSequence MappingView KeysView "
    "ItemsView ValuesView"
).split():
    globals()[_name] = _Named(_name, getattr(_abc, _name))
Callable = _CallableForm("Callable", _abc.Callable)
Text = str


def _caller_module(depth=2):
    try:
        return _sys._getframe(depth).f_globals.get("__name__", "__main__")
    except (AttributeError, ValueError):
        return None


class _NoDefault:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefault()


def _lazy(name):
    """A property whose value is what its function gives, which is called once, when somebody asks."""
    def get(self):
        compute = self._compute.pop(name, None)
        if compute is not None:
            try:
                self._known[name] = compute()
            except BaseException:
                self._compute[name] = compute
                raise
        return self._known[name]
    return property(get)


class _Variable(_Part):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault, **lazy):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__name__ = name
        self._known = {"_constraints": constraints, "_bound": bound, "_default": default}
        self._compute = lazy
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self.__module__ = _caller_module()

    __constraints__ = _lazy("_constraints")
    __bound__ = _lazy("_bound")
    __default__ = _lazy("_default")

    def has_default(self):
        return "_default" in self._compute or self._known["_default"] is not NoDefault

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return f"{'+' if self.__covariant__ else '-' if self.__contravariant__ else '~'}{self.__name__}"


class TypeVar(_Variable):
    pass


class TypeVarTuple(_Variable):
    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._side}"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((self._side, self.__origin__))


class ParamSpecArgs(_ParamSpecPart):
    _side = "args"


class ParamSpecKwargs(_ParamSpecPart):
    _side = "kwargs"


class ParamSpec(_Variable):
    args, kwargs = property(ParamSpecArgs), property(ParamSpecKwargs)


AnyStr = TypeVar("AnyStr", bytes, str)


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = _caller_module()

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


_set = object.__setattr__


class TypeAliasType(_Part):
    """What the statement `type X = ...` makes: a name whose value is computed when it is asked for."""

    def __init__(self, name, value, *, type_params=()):
        if not isinstance(name, str):
            raise TypeError(f"typealias() argument 'name' must be str, not {type(name).__name__}")
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        for param in type_params:
            if not isinstance(param, _Variable):
                raise TypeError(f"Expected a type param, got {param!r}")
        self._make(name, lambda: value, _caller_module(), type_params)

    def _make(self, name, compute, module, type_params=()):
        vars(self).update(__name__=name, __type_params__=type_params, __module__=module, _compute=compute, _value=None)

    def __setattr__(self, name, value):
        if name == "__type_params__" and self.__type_params__ == ():
            _set(self, name, value)
        elif hasattr(self, name):
            raise AttributeError(f"attribute '{name}' of 'typing.TypeAliasType' objects is not writable")
        else:
            raise AttributeError(f"'typing.TypeAliasType' object has no attribute '{name}' and no __dict__ for setting new attributes")

    @property
    def __value__(self):
        if self._compute is not None:
            _set(self, "_value", self._compute())
            _set(self, "_compute", None)
        return self._value

    @property
    def evaluate_value(self):
        return lambda format: self.__value__

    @property
    def __parameters__(self):
        return self.__type_params__

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return _GenericAlias(self, args)


TypeAliasType.__init__.__name__ = TypeAliasType.__init__.__qualname__ = "typealias"
_like_c(TypeAliasType, TypeAliasType.__init__)


def _make_alias(name, compute):
    made = TypeAliasType.__new__(TypeAliasType)
    made._make(name, compute, compute.__module__)
    return made


def _check_own_parameters(name, params):
    if not params:
        raise TypeError(f"Parameter list to {name}[...] cannot be empty")
    variables = [param.__args__[0] if getattr(param, "__origin__", None) is Unpack else param for param in params]
    if not all(isinstance(variable, _Variable) for variable in variables):
        raise TypeError(f"Parameters to {name}[...] must all be type variables or parameter specification variables.")
    if len(set(variables)) != len(variables):
        raise TypeError(f"Parameters to {name}[...] must all be unique")


def _given_to_variable(cls, place, variable, given):
    """`given` with one element for the variable, which may be a tuple."""
    if place == len(given) and variable.has_default():
        given += (variable.__default__,)
    if isinstance(variable, ParamSpec):
        if place >= len(given):
            raise TypeError(f"Too few arguments for {cls}")
        if len(cls.__parameters__) == 1 and not _is_parameter_list(given[0]):
            return (given,)
        if isinstance(given[place], list):
            given = *given[:place], tuple(given[place]), *given[place + 1:]
    elif isinstance(variable, TypeVarTuple):
        behind = len(given) - (len(cls.__parameters__) - place - 1)
        if place > behind:
            raise TypeError(f"Too few arguments for {cls}; actual {len(given)}, expected at least {len(cls.__parameters__) - 1}")
        given = *given[:place], given[place:behind], *given[behind:]
    elif place >= len(given):
        raise TypeError(f"Too few arguments for {cls}; actual {len(given)}, expected at least {place + 1}")
    return given


def _given_to(cls, given):
    """What a generic class is subscripted with, for each of its variables."""
    wanted = cls.__parameters__
    given = tuple([ForwardRef(part) if isinstance(part, str) else _NoneType if part is None else part for part in given])
    for place, variable in enumerate(wanted):
        given = _given_to_variable(cls, place, variable, given)
    if len(given) > len(wanted):
        raise TypeError(f"Too many arguments for {cls}; actual {len(given)}, expected {len(wanted)}")
    flat = []
    for variable, part in zip(wanted, given):
        flat.extend(part if isinstance(variable, TypeVarTuple) and isinstance(part, tuple) else (part,))
    return tuple(flat)


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, params):
        given = params if isinstance(params, tuple) else (params,)
        if cls is Generic or cls is Protocol:
            _check_own_parameters(cls.__name__, given)
            return _Subscripted(cls, given, f"typing.{cls.__name__}")
        if not cls.__parameters__:
            raise TypeError(f"{cls} is not a generic class")
        return _SubscriptedClass(cls, _given_to(cls, given), f"{cls.__module__}.{cls.__qualname__}")

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        found = []
        for base in cls.__dict__.get("__orig_bases__", ()):
            if getattr(base, "__origin__", None) in (Generic, Protocol) or isinstance(base, (_Subscripted, _GenericAlias)):
                found.extend(base.__args__)
        cls.__parameters__ = _found_parameters(found)


_not_protocol_members = {
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
    "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__",
    "__firstlineno__", "__qualname__", "__orig_bases__", "__parameters__", "_is_protocol", "_is_runtime_protocol",
    "_abc_impl", "__annotate__", "__annotate_func__", "__annotations_cache__", "__classcell__",
    "__protocol_attrs__", "__type_params__",
}


def _protocol_members(cls):
    members = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        members.update(name for name in base.__dict__ if name not in _not_protocol_members)
        members.update(getattr(base, "__annotations__", ()))
    return members


class _ProtocolMeta(type(_abc.Sized)):
    def __call__(cls, *args, **kwargs):
        if cls.__dict__.get("_is_protocol", False):
            raise TypeError(f"Protocols cannot be instantiated")
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if not cls.__dict__.get("_is_protocol", False) or cls is Protocol:
            return super().__instancecheck__(instance)
        if super().__instancecheck__(instance):
            return True
        if not cls.__dict__.get("_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return all(hasattr(instance, name) for name in _protocol_members(cls))

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get("_is_protocol", False) or cls is Protocol:
            return super().__subclasscheck__(other)
        if super().__subclasscheck__(other):
            return True
        if not cls.__dict__.get("_is_runtime_protocol", False):
            return False
        return all(hasattr(other, name) for name in _protocol_members(cls))


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = any(base is Protocol for base in cls.__bases__)


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    def __int__(self) -> int: ...


@runtime_checkable
class SupportsComplex(Protocol):
    def __complex__(self) -> complex: ...


@runtime_checkable
class SupportsBytes(Protocol):
    def __bytes__(self) -> bytes: ...


@runtime_checkable
class SupportsFloat(Protocol):
    def __float__(self) -> float: ...


@runtime_checkable
class SupportsIndex(Protocol):
    def __index__(self) -> int: ...


@runtime_checkable
class SupportsAbs(Protocol):
    def __abs__(self): ...


@runtime_checkable
class SupportsRound(Protocol):
    def __round__(self, ndigits: int = 0): ...


def _annotations_of(namespace):
    """The annotations of a class body, however the compiler kept them."""
    if "__annotations__" in namespace:
        return namespace["__annotations__"]
    for name in ("__annotate__", "__annotate_func__"):
        if callable(namespace.get(name)):
            return namespace[name](1)
    return {}


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        types = _annotations_of(namespace)
        defaults = {}
        for name in types:
            if name in namespace:
                defaults[name] = namespace[name]
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field"
                    f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}"
                )
        made = _collections.namedtuple(
            typename, list(types), defaults=list(defaults.values()), module=namespace.get("__module__")
        )
        made.__annotations__ = types
        kept = ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types",
                "_make", "_replace", "_asdict", "_source")
        skipped = ("__module__", "__name__", "__annotations__", "__annotate__", "__annotate_func__", "__qualname__",
                   "__static_attributes__", "__firstlineno__", "__classcell__", "__orig_bases__")
        for key, value in namespace.items():
            if key in kept:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in skipped and key not in made._fields:
                setattr(made, key, value)
                if hasattr(type(value), "__set_name__"):
                    type(value).__set_name__(value, made, key)
        if "__qualname__" in namespace:
            made.__qualname__ = namespace["__qualname__"]
        return made


class _NamedTupleForm:
    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __call__(self, typename, fields, /):
        pairs = list(fields)
        made = _collections.namedtuple(typename, [name for name, _ in pairs], module=_caller_module())
        made.__annotations__ = dict(pairs)
        return made

    def __repr__(self):
        return "<function NamedTuple>"


_NamedTupleBase = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True, **kwargs):
        made = type.__new__(_TypedDictMeta, name, (dict,), dict(namespace))
        own = _annotations_of(namespace)
        hints = {}
        required, optional = set(), set()
        for base in bases:
            hints.update(base.__dict__.get("_hints", ()))
            required |= base.__dict__.get("__required_keys__", frozenset())
            optional |= base.__dict__.get("__optional_keys__", frozenset())
        for key, hint in own.items():
            form = getattr(hint, "__origin__", None)
            needed = form is Required or (total and form is not NotRequired)
            (required if needed else optional).add(key)
        hints.update(own)
        made._hints = hints
        made.__annotations__ = hints
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDictForm:
    def __mro_entries__(self, bases):
        return (_TypedDictBase,)

    def __call__(self, typename, fields, /, *, total=True):
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": _caller_module()}, total=total)

    def __repr__(self):
        return "<function TypedDict>"


_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
TypedDict = _TypedDictForm()


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=_sys.stderr)
    return obj


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    _overloads.setdefault((func.__module__, func.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    return arg


def dataclass_transform(**kwargs):
    return lambda cls: cls


def get_origin(tp):
    if isinstance(tp, Union):
        return Union
    if isinstance(tp, _Subscripted) and tp._name == "typing.Annotated":
        return Annotated
    return getattr(tp, "__origin__", None)


def get_args(tp):
    if isinstance(tp, _Subscripted) and tp.__origin__ is _abc.Callable and isinstance(tp._given[0], tuple):
        return list(tp._given[0]), tp._given[1]
    return getattr(tp, "__args__", ()) if get_origin(tp) is not None else ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            namespace = getattr(_sys.modules.get(base.__module__), "__dict__", {})
            for name, hint in base.__dict__.get("__annotations__", getattr(base, "__annotations__", {})).items():
                hints[name] = _resolved(hint, globalns or namespace, localns)
        return hints
    namespace = globalns or getattr(obj, "__globals__", None) or getattr(obj, "__dict__", {})
    for name, hint in getattr(obj, "__annotations__", {}).items():
        hints[name] = _resolved(hint, namespace, localns)
    return hints


def _resolved(hint, globalns, localns):
    if hint is None:
        return _NoneType
    if isinstance(hint, str):
        return eval(hint, dict(globalns), localns)
    return hint


def is_typeddict(tp):
    return isinstance(tp, type) and type(tp) is _TypedDictMeta


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(_protocol_members(tp))


def no_type_check_decorator(decorator):
    import warnings
    warnings.warn("'typing.no_type_check_decorator' is deprecated and slated for removal in Python 3.15", DeprecationWarning, 2)

    def wrapped(*args, **kwargs):
        return no_type_check(decorator(*args, **kwargs))
    return wrapped


def is_protocol(tp, /):
    return isinstance(tp, type) and bool(getattr(tp, "_is_protocol", False)) and tp is not Protocol


IO = _Named("IO", object)
TextIO = _Named("TextIO", object)
BinaryIO = _Named("BinaryIO", object)
Pattern = _Named("Pattern", object)
Match = _Named("Match", object)
del _name
