"""inspect: what kind of thing an object is, and the signature of a function."""
import sys
from types import (AsyncGeneratorType, BuiltinFunctionType, CodeType, CoroutineType, FunctionType, GeneratorType, MethodType, ModuleType,
                   TracebackType)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 32, 64, 128, 256, 512
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def ismodule(object):
    return isinstance(object, ModuleType)


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, FunctionType)


def ismethod(object):
    return isinstance(object, MethodType)


def isbuiltin(object):
    return isinstance(object, BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or type(object) is type(str.join)


def iscode(object):
    return isinstance(object, CodeType)


def istraceback(object):
    return isinstance(object, TracebackType)


def isgenerator(object):
    return isinstance(object, GeneratorType)


def iscoroutine(object):
    return isinstance(object, CoroutineType) or type(object).__name__ == 'coroutine'


def isasyncgen(object):
    return isinstance(object, AsyncGeneratorType)


def isawaitable(object):
    if iscoroutine(object):
        return True
    if isinstance(object, GeneratorType):
        return bool(object.gi_code is not None and object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return hasattr(type(object), '__await__')


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', None))


def isdatadescriptor(object):
    return not (isclass(object) or ismethod(object) or isfunction(object)) and (
        hasattr(type(object), '__set__') or hasattr(type(object), '__delete__'))


def _code_of(function):
    import functools
    while True:
        if ismethod(function):
            function = function.__func__
        elif isinstance(function, functools.partial):
            function = function.func
        else:
            return getattr(function, '__code__', None) if isfunction(function) else None


def _has_flag(function, flag):
    code = _code_of(function)
    return code is not None and bool(code.co_flags & flag)


class _Mark:
    pass


_coroutine_mark = _Mark()


def markcoroutinefunction(func):
    getattr(func, '__func__', func)._is_coroutine_mark = _coroutine_mark
    return func


def iscoroutinefunction(obj):
    if _has_flag(obj, CO_COROUTINE) or getattr(getattr(obj, '__func__', obj), '_is_coroutine_mark', None) is _coroutine_mark:
        return True
    native = sys.modules.get('_asyncio')
    return native is not None and native.iscoroutinefunction(obj)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def _state(running, suspended, frame, names):
    return names[1] if running else names[2] if suspended else names[3] if frame is None else names[0]


def getgeneratorstate(generator):
    return _state(generator.gi_running, generator.gi_suspended, generator.gi_frame,
                  (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED))


def getcoroutinestate(coroutine):
    # asyncio.sleep's has no frame: it says itself when it is over.
    frame = coroutine if getattr(coroutine, '_is_new', False) else coroutine.cr_frame
    return _state(coroutine.cr_running, coroutine.cr_suspended, frame,
                  (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getasyncgenstate(agen):
    return _state(agen.ag_running, agen.ag_suspended, agen.ag_frame, (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED))


def currentframe():
    return sys._getframe(1)


def getmodule(object):
    return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    names = sorted(dir(object))
    found = []
    for name in names:
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def unwrap(func, *, stop=None):
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.lstrip(' ')), default=0)
    lines = [lines[0].lstrip(' ')] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getfile(object):
    code = _code_of(object)
    if code is None:
        raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}')
    return code.co_filename


# ---- signatures

class _empty:
    pass


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = super().__new__(cls, value)
        self.name, self.description = name, description
        return self

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'

    def __str__(self):
        return self.name


_kinds = [_ParameterKind(i, *pair) for i, pair in enumerate([
    ('POSITIONAL_ONLY', 'positional-only'), ('POSITIONAL_OR_KEYWORD', 'positional or keyword'), ('VAR_POSITIONAL', 'variadic positional'),
    ('KEYWORD_ONLY', 'keyword-only'), ('VAR_KEYWORD', 'variadic keyword')])]


def formatannotation(annotation):
    if isinstance(annotation, str):
        return repr(annotation)
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type) and type(annotation) is type:
        if annotation.__module__ in ('builtins', '__main__'):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _kinds
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, _kinds[kind], default, annotation

    def replace(self, **changes):
        values = {'name': self.name, 'kind': self.kind, 'default': self.default, 'annotation': self.annotation, **changes}
        return type(self)(values.pop('name'), values.pop('kind'), **values)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text = f'{text}: {formatannotation(self.annotation)}'
        if self.default is not _empty:
            text = f'{text} = {self.default!r}' if self.annotation is not _empty else f'{text}={self.default!r}'
        stars = {2: '*', 4: '**'}.get(int(self.kind), '')
        return stars + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind))


class BoundArguments:
    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        values = []
        for name, p in self._signature.parameters.items():
            if p.kind in (3, 4) or name not in self.arguments:
                break
            values.extend(self.arguments[name]) if p.kind == 2 else values.append(self.arguments[name])
        return tuple(values)

    @property
    def kwargs(self):
        values, keyword = {}, False
        for name, p in self._signature.parameters.items():
            keyword = keyword or p.kind in (3, 4) or name not in self.arguments
            if keyword and name in self.arguments:
                values.update(self.arguments[name]) if p.kind == 4 else values.update({name: self.arguments[name]})
        return values

    def apply_defaults(self):
        filled = {}
        for name, p in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif p.default is not _empty:
                filled[name] = p.default
            elif p.kind == 2:
                filled[name] = ()
            elif p.kind == 4:
                filled[name] = {}
        self.arguments = filled

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        from types import MappingProxyType
        self.parameters = MappingProxyType({p.name: p for p in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True):
        return signature(obj, follow_wrapped=follow_wrapped)

    def replace(self, *, parameters=None, return_annotation=None):
        return type(self)(self.parameters.values() if parameters is None else parameters,
                          return_annotation=self.return_annotation if return_annotation is None else return_annotation)

    def __str__(self):
        parts, star, slash = [], True, False
        for p in self.parameters.values():
            if p.kind == 0:
                slash = True
            elif slash:
                parts.append('/')
                slash = False
            if p.kind == 2:
                star = False
            elif p.kind == 3 and star:
                parts.append('*')
                star = False
            parts.append(str(p))
        if slash:
            parts.append('/')
        text = f"({', '.join(parts)})"
        return text if self.return_annotation is _empty else f'{text} -> {formatannotation(self.return_annotation)}'

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self.parameters.values()) == list(other.parameters.values()) and (
            self.return_annotation == other.return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, partial=False):
        found, args = {}, list(args)
        for name, p in self.parameters.items():
            if p.kind == 2:
                if args:
                    found[name] = tuple(args)
                args = []
            elif p.kind == 4:
                continue
            elif args and p.kind != 3:
                if name in kwargs and p.kind == 1:
                    raise TypeError(f'multiple values for argument {name!r}')
                found[name] = args.pop(0)
            elif name in kwargs and p.kind != 0:
                found[name] = kwargs.pop(name)
            elif p.default is _empty and not partial:
                kind = ' keyword-only' if p.kind == 3 else ' positional-only' if p.kind == 0 else ''
                raise TypeError(f'missing a required{kind} argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        rest = next((name for name, p in self.parameters.items() if p.kind == 4), None)
        if kwargs and rest is not None:
            found[rest] = kwargs
        elif kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, found)


def _of_function(function):
    code, defaults = function.__code__, function.__defaults__ or ()
    names, notes = code.co_varnames, function.__annotations__
    count, total = code.co_argcount, code.co_argcount + code.co_kwonlyargcount
    made = []

    def add(name, kind, default=_empty):
        made.append(Parameter(name, kind, default=default, annotation=notes.get(name, _empty)))

    for i, name in enumerate(names[:count]):
        at = i - (count - len(defaults))
        add(name, 0 if i < code.co_posonlyargcount else 1, defaults[at] if at >= 0 else _empty)
    if code.co_flags & CO_VARARGS:
        add(names[total], 2)
    for name in names[count:total]:
        add(name, 3, (function.__kwdefaults__ or {}).get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[total + bool(code.co_flags & CO_VARARGS)], 4)
    return Signature(made, return_annotation=notes.get('return', _empty))


def _without_first(found):
    return found.replace(parameters=list(found.parameters.values())[1:])


def _of_partial(partial):
    found = signature(partial.func)
    taken = len(partial.args)
    parameters, keyword = [], False
    for p in found.parameters.values():
        if taken and p.kind in (0, 1):
            taken -= 1
            continue
        if p.name in partial.keywords:
            keyword = True
            p = p.replace(default=partial.keywords[p.name])
        if keyword and p.kind == 1:
            p = p.replace(kind=3)
        parameters.append(p)
    return found.replace(parameters=parameters)


def _of_class(cls):
    for name in ('__init__', '__new__'):
        method = getattr(cls, name)
        if isfunction(method):
            return _without_first(_of_function(method)).replace(return_annotation=_empty)
    return Signature()


def signature(obj, *, follow_wrapped=True):
    import functools
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__'))
    given = getattr(obj, '__signature__', None)
    if given is not None:
        return given
    if isfunction(obj):
        return _of_function(obj)
    if isinstance(obj, functools.partial):
        return _of_partial(obj)
    if isclass(obj):
        return _of_class(obj)
    if isfunction(getattr(type(obj), '__call__', None)):
        return _without_first(signature(type(obj).__call__))
    raise ValueError(f'no signature found for builtin {obj!r}')


_no_default = object()


def getattr_static(obj, attr, default=_no_default):
    """An attribute as it is stored, without any code of the object's."""
    kinds = type.mro(obj) if isinstance(obj, type) else type.mro(type(obj))
    found = next((kind.__dict__[attr] for kind in kinds if attr in kind.__dict__), _no_default)
    if not isinstance(obj, type):
        try:
            own = object.__getattribute__(obj, "__dict__")
        except AttributeError:
            own = {}
        data = found is not _no_default and hasattr(type(found), "__set__")
        if attr in own and not data:
            return own[attr]
    if found is _no_default and isinstance(obj, type):
        found = next((kind.__dict__[attr] for kind in type.mro(type(obj)) if attr in kind.__dict__), _no_default)
    if found is not _no_default:
        return found
    if default is not _no_default:
        return default
    raise AttributeError(attr)
