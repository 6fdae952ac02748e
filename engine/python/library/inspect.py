"""inspect: what kind of thing an object is, and the signature of a function."""
import collections.abc as _abc
import keyword
import sys
from _annotations import get_annotations
from _native import loaded_names as _loaded_names
from collections import OrderedDict as _OrderedDict, namedtuple as _namedtuple
from types import (AsyncGeneratorType, BuiltinFunctionType, ClassMethodDescriptorType, CodeType, CoroutineType, DynamicClassAttribute, FunctionType,
                   GeneratorType, GenericAlias, MethodDescriptorType, MethodType, MethodWrapperType, ModuleType, TracebackType,
                   WrapperDescriptorType)

__all__ = ['AGEN_CLOSED', 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'ArgInfo', 'Arguments', 'Attribute', 'BlockFinder', 'BufferFlags',
           'BoundArguments', 'EndOfBlock', 'CORO_CLOSED', 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CO_ASYNC_GENERATOR',
           'CO_COROUTINE', 'CO_GENERATOR', 'CO_ITERABLE_COROUTINE', 'CO_NESTED', 'CO_NEWLOCALS', 'CO_NOFREE', 'CO_OPTIMIZED',
           'CO_VARARGS', 'CO_VARKEYWORDS', 'ClosureVars', 'FrameInfo', 'FullArgSpec', 'GEN_CLOSED', 'GEN_CREATED',
           'GEN_RUNNING', 'GEN_SUSPENDED', 'Parameter', 'Signature', 'Traceback', 'classify_class_attrs', 'cleandoc',
           'currentframe', 'findsource', 'formatannotation', 'formatannotationrelativeto', 'formatargvalues', 'get_annotations',
           'getabsfile', 'getargs', 'getargvalues', 'getasyncgenlocals', 'getasyncgenstate', 'getattr_static', 'getblock',
           'getcallargs', 'getclasstree', 'getclosurevars', 'getcomments', 'getcoroutinelocals', 'getcoroutinestate', 'getdoc',
           'getfile', 'getframeinfo', 'getfullargspec', 'getgeneratorlocals', 'getgeneratorstate', 'getinnerframes',
           'getlineno', 'getmembers', 'getmembers_static', 'getmodule', 'getmodulename', 'getmro', 'getouterframes',
           'getsource', 'getsourcefile', 'getsourcelines', 'indentsize', 'isabstract', 'isasyncgen', 'isasyncgenfunction',
           'isawaitable', 'isbuiltin', 'isclass', 'iscode', 'iscoroutine', 'iscoroutinefunction', 'isdatadescriptor', 'isframe',
           'isfunction', 'isgenerator', 'isgeneratorfunction', 'isgetsetdescriptor', 'ismemberdescriptor', 'ismethod',
           'ismethoddescriptor', 'ismethodwrapper', 'ismodule', 'ispackage', 'isroutine', 'istraceback',
           'markcoroutinefunction', 'signature', 'stack', 'trace', 'unwrap', 'walktree']

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
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


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
    if not isclass(object):
        return False
    if '__abstractmethods__' in object.__dict__ or not isinstance(object, type(_abc.Sized)):
        return bool(getattr(object, '__abstractmethods__', None))
    # in __init_subclass__, before ABCMeta has looked
    names = {name for base in object.__bases__ for name in getattr(base, '__abstractmethods__', ())} | object.__dict__.keys()
    return any(getattr(getattr(object, name, None), '__isabstractmethod__', False) for name in names)


def isdatadescriptor(object):
    return not (isclass(object) or ismethod(object) or isfunction(object)) and (
        hasattr(type(object), '__set__') or hasattr(type(object), '__delete__'))


def _looks_like_function(object):
    """For what is compiled or pretends: a callable with the attributes of a function."""
    if not callable(object) or isclass(object):
        return False
    defaults, keywords = getattr(object, '__defaults__', 0), getattr(object, '__kwdefaults__', 0)
    return (isinstance(getattr(object, '__name__', None), str) and isinstance(getattr(object, '__code__', None), CodeType)
            and (defaults is None or isinstance(defaults, tuple)) and (keywords is None or isinstance(keywords, dict)))


def _function_of(object):
    """What stands behind methods and partials."""
    import functools
    while True:
        if ismethod(object):
            object = object.__func__
        elif isinstance(object, functools.partial):
            object = object.func
        elif isfunction(object) and isinstance(getattr(object, '__partialmethod__', None), functools.partialmethod):
            object = object.__partialmethod__.func
        else:
            return object


def _code_of(function):
    function = _function_of(function)
    return getattr(function, '__code__', None) if isfunction(function) or _looks_like_function(function) else None


def _has_flag(function, flag):
    code = _code_of(function)
    return code is not None and bool(code.co_flags & flag)


class _Mark:
    pass


_coroutine_mark = _Mark()


def markcoroutinefunction(func):
    getattr(func, '__func__', func)._is_coroutine_marker = _coroutine_mark
    return func


def iscoroutinefunction(obj):
    if _has_flag(obj, CO_COROUTINE) or getattr(_function_of(obj), '_is_coroutine_marker', None) is _coroutine_mark:
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
    running = coroutine.cr_running
    frame = coroutine if getattr(coroutine, '_is_new', False) else coroutine.cr_frame
    return _state(running, coroutine.cr_suspended, frame,
                  (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getasyncgenstate(agen):
    return _state(agen.ag_running, agen.ag_suspended, agen.ag_frame, (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED))


def currentframe():
    return sys._getframe(1)


def getmodule(object, _filename=None):
    return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))


def getmro(cls):
    return cls.__mro__


def _members(object, predicate, get):
    names, mro, seen, found = dir(object), (object, *getmro(object)) if isclass(object) else (), set(), []
    for base in object.__bases__ if mro else ():
        names += [name for name, value in base.__dict__.items() if isinstance(value, DynamicClassAttribute)]
    for name in names:
        try:
            value = get(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            home = next((base for base in mro if name in base.__dict__), None)
            if home is None:
                continue
            value = home.__dict__[name]
        if predicate is None or predicate(value):
            found.append((name, value))
        seen.add(name)
    return sorted(found, key=lambda pair: pair[0])


def getmembers(object, predicate=None):
    return _members(object, predicate, getattr)


def unwrap(func, *, stop=None):
    first, seen = func, {id(func)}
    while not isinstance(func, type) and hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {first!r}')
        seen.add(id(func))
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
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        if object.__module__ == '__main__':
            raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    if istraceback(object):
        object = object.tb_frame
    code = object if iscode(object) else object.f_code if isframe(object) else getattr(_method_function(object), '__code__', None)
    if not iscode(code):
        raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}')
    return code.co_filename


def _method_function(object):
    return object.__func__ if ismethod(object) else object


# ---- signatures

_void = object()


class _empty:
    pass


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = super().__new__(cls, value)
        self.name, self.description = name, description
        return self

    def __getnewargs__(self):
        return int(self), self.name, self.description

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'

    def __str__(self):
        return self.name


def __getattr__(name):
    """BufferFlags, made when somebody asks for it: it needs enum."""
    if name != 'BufferFlags':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from enum import IntFlag
    flags = {'SIMPLE': 0, 'WRITABLE': 1, 'FORMAT': 4, 'ND': 8, 'STRIDES': 0x18, 'C_CONTIGUOUS': 0x38, 'F_CONTIGUOUS': 0x58,
             'ANY_CONTIGUOUS': 0x98, 'INDIRECT': 0x118, 'CONTIG': 9, 'CONTIG_RO': 8, 'STRIDED': 0x19, 'STRIDED_RO': 0x18,
             'RECORDS': 0x1D, 'RECORDS_RO': 0x1C, 'FULL': 0x11D, 'FULL_RO': 0x11C, 'READ': 0x100, 'WRITE': 0x200}
    globals()[name] = made = IntFlag(name, flags, module=__name__)
    return made


_kinds = [_ParameterKind(i, *pair) for i, pair in enumerate([
    ('POSITIONAL_ONLY', 'positional-only'), ('POSITIONAL_OR_KEYWORD', 'positional or keyword'), ('VAR_POSITIONAL', 'variadic positional'),
    ('KEYWORD_ONLY', 'keyword-only'), ('VAR_KEYWORD', 'variadic keyword')])]


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if isinstance(annotation, str) and not quote_annotation_strings:
        return annotation
    module = getattr(annotation, '__module__', None)
    if module == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        name = annotation.__qualname__
        return name if module in ('builtins', base_module) else f'{module}.{name}'
    if module == 'annotationlib':
        return annotation.__forward_arg__
    return repr(annotation)


class Parameter:
    __slots__ = '_name', '_kind', '_default', '_annotation'
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _kinds
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in range(len(_kinds)):
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        kind = _kinds[kind]
        if default is not _empty and kind in (2, 4):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[:1] == '.' and name[1:].isdigit():  # what a comprehension walks over
            if kind != 1:
                raise ValueError(f'implicit arguments must be passed as positional or keyword arguments, not {kind.description}')
            name, kind = f'implicit{name[1:]}', _kinds[0]
        if not name.isidentifier() or kind != 0 and keyword.iskeyword(name):
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name, kind = property(lambda self: self._name), property(lambda self: self._kind)
    default, annotation = property(lambda self: self._default), property(lambda self: self._annotation)

    def __reduce__(self):
        return type(self), (self._name, self._kind), {'_default': self._default, '_annotation': self._annotation}

    def __setstate__(self, state):
        self._default, self._annotation = state['_default'], state['_annotation']

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    __replace__ = replace

    def __str__(self):
        return self._format()

    def _format(self, quotes=True):
        text = self.name
        if self.annotation is not _empty:
            text = f'{text}: {formatannotation(self.annotation, quote_annotation_strings=quotes)}'
        if self.default is not _empty:
            text = f'{text} = {self.default!r}' if self.annotation is not _empty else f'{text}={self.default!r}'
        stars = {2: '*', 4: '**'}.get(int(self.kind), '')
        return stars + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self is other or (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind, self.annotation, self.default))


class BoundArguments:
    __slots__ = 'arguments', '_signature', '__weakref__'

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

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __setstate__(self, state):
        self._signature, self.arguments = state['_signature'], state['arguments']

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    __slots__ = '_return_annotation', '_parameters'
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        from types import MappingProxyType
        known, last, defaults = _OrderedDict(), _kinds[0], False
        for p in parameters or ():
            if p.kind < last:
                raise ValueError(f'wrong parameter order: {last.description} parameter before {p.kind.description} parameter')
            if p.kind == last and p.kind in (2, 4):
                raise ValueError(f'more than one {p.kind.description} parameter')
            if p.name in known:
                raise ValueError(f'duplicate parameter name: {p.name!r}')
            if p.kind <= 1 and defaults and p.default is _empty:
                raise ValueError('non-default argument follows default argument')
            known[p.name], last, defaults = p, p.kind, defaults or p.default is not _empty
        self._parameters, self._return_annotation = MappingProxyType(known), return_annotation

    parameters, return_annotation = property(lambda self: self._parameters), property(lambda self: self._return_annotation)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
        found = signature(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str,
                          annotation_format=annotation_format)
        return found if isinstance(found, cls) else cls(found.parameters.values(), return_annotation=found.return_annotation)

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self.return_annotation if return_annotation is _void else return_annotation)

    __replace__ = replace

    def format(self, *, max_width=None, quote_annotation_strings=True):
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
            parts.append(p._format(quote_annotation_strings))
        if slash:
            parts.append('/')
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(parts) + '\n)'
        if self.return_annotation is _empty:
            return text
        return f'{text} -> {formatannotation(self.return_annotation, quote_annotation_strings=quote_annotation_strings)}'

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def _compared(self):
        """What makes signatures equal: those by keyword may stand in any order."""
        placed = tuple([p for p in self.parameters.values() if p.kind != 3])
        return placed, {p.name: p for p in self.parameters.values() if p.kind == 3}, self.return_annotation

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self is other or self._compared() == other._compared()

    def __hash__(self):
        placed, keywords, returned = self._compared()
        return hash((placed, frozenset(keywords.values()), returned))

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, partial=False):
        found, args, misplaced = {}, list(args), []
        by_name = False  # a parameter was met that needs no argument by its place: what misses from then on is told in fewer words
        for name, p in self.parameters.items():
            if p.kind == 2:
                if args:
                    found[name] = tuple(args)
                args, by_name = [], True
            elif args:
                if p.kind > 2:
                    raise TypeError('too many positional arguments')
                if name in kwargs and p.kind == 1:
                    raise TypeError(f'multiple values for argument {name!r}')
                found[name] = args.pop(0)
            elif p.kind == 4:
                by_name = True
            elif name in kwargs and p.kind != 0:
                found[name], by_name = kwargs.pop(name), True
            elif name in kwargs:
                if p.default is _empty:
                    raise TypeError(f'missing a required positional-only argument: {name!r}')
                misplaced.append(name)
            elif p.default is _empty and not partial:
                raise TypeError(f"missing a required{' keyword-only' if p.kind == 3 and not by_name else ''} argument: {name!r}")
            else:
                by_name = True
        if args:
            raise TypeError('too many positional arguments')
        return BoundArguments(self, found | self._rest(kwargs, misplaced))

    def _rest(self, kwargs, misplaced):
        """What the parameter for all other keywords gets."""
        rest = next((name for name, p in self.parameters.items() if p.kind == 4), None)
        if not kwargs or rest is not None:
            return {rest: kwargs} if kwargs else {}
        if misplaced:
            raise TypeError(f"got some positional-only arguments passed as keyword arguments: {', '.join(misplaced)!r}")
        raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')


def _of_function(function, reading):
    code, defaults = function.__code__, function.__defaults__ or ()
    names, notes = code.co_varnames, get_annotations(function, **reading)
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
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (3, 4):
        raise ValueError('invalid method signature')
    return found if parameters[0].kind == 2 else found.replace(parameters=parameters[1:])


def _of_partial(partial, found):
    from functools import Placeholder
    try:
        given = found.bind_partial(*partial.args, **partial.keywords).arguments
    except TypeError as error:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from error
    placed, by_keyword, others, keyword = [], [], [], False
    for name, p in found.parameters.items():
        if name in given and p.kind in (0, 1) and name not in partial.keywords:
            if given[name] is not Placeholder:
                continue
            placed = [each.replace(kind=0) for each in placed]  # none before a place that is kept free can be named
            p = p.replace(kind=0, default=_empty)
        elif name in given and p.kind in (1, 3):
            keyword = keyword or p.kind == 1
            p = p.replace(default=given[name])
        if keyword and p.kind == 1:
            p = p.replace(kind=3)
        if p.kind == 2 and keyword:
            continue
        (others if p.kind == 4 else by_keyword if p.kind == 3 else placed).append(p)
    return found.replace(parameters=placed + by_keyword + others)


def _written(method):
    return method is not None and not isinstance(method, (BuiltinFunctionType, WrapperDescriptorType, MethodWrapperType,
                                                          ClassMethodDescriptorType, MethodDescriptorType))


def _of_class(cls, reading):
    own_call = getattr_static(type(cls), '__call__', None)
    if _written(own_call):
        return _signature(_bound(own_call, cls), True, reading)
    for base in cls.__mro__:
        for name in ('__new__', '__init__'):
            method = base.__dict__.get(name)
            if _written(method):
                if name == '__new__':
                    return _without_first(_signature(_bound(method, None, cls), True, reading))
                return _signature(_bound(method, cls), True, reading)
    text = next((base.__text_signature__ for base in cls.__mro__[:-1] if base.__text_signature__), None)
    if text is None and type not in cls.__mro__ and (cls.__init__ is not object.__init__ or cls.__new__ is not object.__new__):
        raise ValueError(f'no signature found for builtin type {cls!r}')
    if text is None and type in cls.__mro__:
        raise ValueError(f'no signature found for builtin {cls!r}' if cls is type else f'callable {cls!r} is not supported by signature')
    return Signature() if text is None else _of_text(cls, text)


def _of_text(native, text):
    """Of what is written in C: the text with which it says its parameters, the first of them with a $ before it."""
    if '<unrepresentable>' in text:
        raise ValueError(f'{native!r} builtin has invalid signature')
    scope = dict(getattr(sys.modules.get(getattr(native, '__module__', None)), '__dict__', ()), sys=sys)
    try:
        exec(f"def made{text.replace('$', '')}: pass", scope)
    except (SyntaxError, NameError):
        raise ValueError(f'{native!r} builtin has invalid signature') from None
    found = signature(scope['made'])
    if not text.startswith('($'):
        return found
    owner = getattr(native, '__self__', None)
    if owner is not None or text.startswith(('($module', '($type')):
        return _without_first(found)
    first, *others = found.parameters.values()
    return found.replace(parameters=[first.replace(kind=0), *others])


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
    return _signature(obj, follow_wrapped, {'globals': globals, 'locals': locals, 'eval_str': eval_str, 'format': annotation_format})


def _signature(obj, follow_wrapped, reading):
    """`reading` says how get_annotations is to read annotations."""
    import functools
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(_signature(obj.__func__, follow_wrapped, reading))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or ismethod(f))
        if ismethod(obj):
            return _signature(obj, True, reading)
    given = getattr(obj, '__signature__', None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
        return given
    if isinstance(method := getattr(obj, '__partialmethod__', None), functools.partialmethod):
        whole = _signature(method.func, follow_wrapped, reading)
        rest = _of_partial(functools.partial(method.func, None, *method.args, **method.keywords), whole)
        first, *_ = whole.parameters.values()
        return rest if first.kind == 2 else rest.replace(parameters=[first, *rest.parameters.values()])
    if isfunction(obj) or _looks_like_function(obj):
        if isinstance(text := getattr(obj, '__text_signature__', None), str):
            return _of_text(obj, text)
        return _of_function(obj, reading)
    if isinstance(obj, functools.partial):
        return _of_partial(obj, _signature(obj.func, follow_wrapped, reading))
    if isclass(obj):
        return _of_class(obj, reading)
    if not isroutine(obj):
        if isinstance(text := getattr(obj, '__text_signature__', None), str):
            return _of_text(obj, text)
        call = getattr_static(type(obj), '__call__', None)
        if call is not None and not isinstance(call, WrapperDescriptorType):
            return _signature(_bound(call, obj), follow_wrapped, reading)
    text = getattr(obj, '__text_signature__', None) if isroutine(obj) else None
    if text is None:
        raise ValueError(f'no signature found for builtin {obj!r}')
    return _of_text(obj, text)


def _bound(method, obj, cls=None):
    """What the attribute of a class is when it is asked of the object."""
    get = None if isclass(method) else getattr(type(method), '__get__', None)
    return method if get is None else get(method, obj, cls or type(obj))


_no_default = object()
_mro_of = type.__dict__['__mro__'].__get__
_dict_of = type.__dict__['__dict__'].__get__


def _own_dict(cls):
    """What stands in a class, or above it, for the attribute __dict__ of its instances; the usual descriptor does not count."""
    for each in _mro_of(cls):
        if (found := _dict_of(each).get('__dict__', _no_default)) is not _no_default:
            if not (isgetsetdescriptor(found) and found.__name__ == '__dict__' and found.__objclass__ is each):
                return found
    return _no_default


def _in_class(cls, name):
    kinds = (each for each in _mro_of(cls) if _own_dict(type(each)) is _no_default)
    return next((each.__dict__[name] for each in kinds if name in each.__dict__), _no_default)


def _in_instance(obj, name):
    shadow = _own_dict(type(obj))
    if shadow is not _no_default and not ismemberdescriptor(shadow):
        return _no_default
    try:
        return dict.get(object.__getattribute__(obj, '__dict__'), name, _no_default)
    except AttributeError:
        return _no_default


def getattr_static(obj, attr, default=_no_default):
    """An attribute as it is stored, without any code of the object's."""
    is_type = type in _mro_of(type(obj))
    own = _no_default if is_type else _in_instance(obj, attr)
    found = _in_class(obj if is_type else type(obj), attr)
    if own is not _no_default and found is not _no_default:
        kind = type(found)
        if _in_class(kind, '__get__') is not _no_default and (
                _in_class(kind, '__set__') is not _no_default or _in_class(kind, '__delete__') is not _no_default):
            return found
    for each in (own, found, _in_class(type(obj), attr) if is_type else _no_default, default):
        if each is not _no_default:
            return each
    raise AttributeError(attr)


# ---- source texts

def getsourcefile(object):
    return getfile(object)


def getabsfile(object, _filename=None):
    from os.path import abspath, normcase
    return normcase(abspath(_filename or getfile(object)))


def getmodulename(path):
    import os
    name = os.path.basename(path)
    return name[:-3] if name.endswith('.py') else None


def findsource(object):
    """All lines of the file, and where the object begins in it, from 0."""
    import linecache
    name = getfile(object)
    lines = linecache.getlines(name)
    if not lines:
        raise OSError('could not get source code' if name.startswith('<') and name.endswith('>') else 'source code not available')
    if ismodule(object):
        return lines, 0
    if istraceback(object):
        object = object.tb_frame
    if isclass(object):
        first = vars(object).get('__firstlineno__')
        if first is None:
            raise OSError('source code not available')
    else:
        function = _method_function(object)
        code = object if iscode(object) else object.f_code if isframe(object) else getattr(function, '__code__', None)
        if not iscode(code):
            raise OSError('could not find code object')
        first = code.co_firstlineno
    if first > len(lines):
        raise OSError('lineno is out of bounds')
    return lines, first - 1


class EndOfBlock(Exception):
    """No line of the block follows."""


class BlockFinder:
    """Is given the tokens of lines one by one, until the block that begins with the first of them has ended."""

    def __init__(self):
        self.indent = 0
        self.singleline = self.started = self.passline = self.indecorator = False
        self.last = 1
        self.body_col0 = None

    def tokeneater(self, type, token, srowcol, erowcol, line):
        from token import COMMENT, DEDENT, INDENT, NEWLINE, NL
        if not (self.started or self.indecorator):
            if token == '@':
                self.indecorator = True
            elif type not in (INDENT, COMMENT, NL) and token != 'async':
                self.started, self.singleline = True, token not in ('def', 'class')
            self.passline = type not in (INDENT, COMMENT, NL)
        elif type == NEWLINE:
            self.passline = self.indecorator = False
            self.last = srowcol[0]
            if self.singleline:
                raise EndOfBlock
        elif self.passline:
            pass
        elif type == INDENT:
            if self.body_col0 is None:
                self.body_col0 = erowcol[1]
            self.indent, self.passline = self.indent + 1, True
        elif type == DEDENT:
            self.indent -= 1
            if self.indent <= 0:
                raise EndOfBlock
        elif type == COMMENT:
            if self.body_col0 is not None and srowcol[1] >= self.body_col0:
                self.last = srowcol[0]
        elif self.indent == 0 and type != NL:
            raise EndOfBlock


def getblock(lines):
    """The lines of the block that begins with the first one."""
    indent, depth, end, headed, text, inside = None, 0, 0, False, None, None
    for number, line in enumerate(lines):
        bare = line.strip()
        if text is None and depth == 0 and headed and bare and not bare.startswith('#'):
            here = len(line) - len(line.lstrip())
            if here <= indent:
                break
            inside = here if inside is None else inside
        if indent is None:
            indent = len(line) - len(line.lstrip())
        depth, text = _brackets(line, depth, text)
        if text is None and depth <= 0 and bare and not bare.startswith('@'):
            if not headed and not (bare.startswith(('def ', 'class ', 'async ')) or bare.endswith(':') or depth == 0 and number > 0):
                return lines[:number + 1]  # a lambda, an expression
            headed = True
        if bare and not (bare.startswith('#') and (inside is None or len(line) - len(line.lstrip()) < inside)):
            end = number + 1
    return lines[:end]


def _brackets(line, depth, text):
    """How many brackets are open behind a line, and the quotes of a text that goes on."""
    at = 0
    while at < len(line):
        if text is not None:
            end = line.find(text, at)
            if end < 0:
                return depth, text if len(text) == 3 else None
            at, text = end + len(text), None
            continue
        c = line[at]
        if c == '#':
            break
        if c in '\'"':
            text = c * 3 if line.startswith(c * 3, at) else c
            at += len(text)
            continue
        depth += (c in '([{') - (c in ')]}')
        at += 1
    return depth, text if text is not None and len(text) == 3 else None


def getsourcelines(object):
    object = unwrap(object) if callable(object) and not isclass(object) else object
    lines, start = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[start:]), start + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def getcomments(object):
    try:
        lines, start = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0].startswith('#!') else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end].startswith('#'):
            end += 1
    else:
        end, indent = start, indentsize(lines[start])
        while start > 0 and lines[start - 1].lstrip().startswith('#') and indentsize(lines[start - 1]) == indent:
            start -= 1
    comments = [line.expandtabs().lstrip() for line in lines[start:end]]
    return ''.join(comments) or None


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


# ---- frames

def isframe(object):
    return type(object) is type(sys._getframe())


_places = _namedtuple('Traceback', 'filename lineno function code_context index')
_frame_places = _namedtuple('FrameInfo', ('frame', *_places._fields))


def _placed(base):
    def __new__(cls, *args, positions=None, **kwargs):
        self = base.__new__(cls, *args, **kwargs)
        self.positions = positions
        return self
    return __new__


class Traceback(_places):
    __new__ = _placed(_places)


class FrameInfo(_frame_places):
    __new__ = _placed(_frame_places)


def getlineno(frame):
    return frame.f_lineno


def getframeinfo(frame, context=1):
    line = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    frame = frame.tb_frame if istraceback(frame) else frame
    if not isframe(frame):
        raise TypeError(f'{frame!r} is not a frame or traceback object')
    shown = index = None
    if context > 0:
        try:
            lines, _ = findsource(frame)
        except OSError:
            pass
        else:
            first = max(0, min(line - 1 - context // 2, len(lines) - context))
            shown, index = lines[first:first + context], line - 1 - first
    return Traceback(frame.f_code.co_filename, line, frame.f_code.co_name, shown, index)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb is not None:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    error = sys.exception()
    return getinnerframes(None if error is None else error.__traceback__, context)


ArgInfo = _namedtuple('ArgInfo', 'args varargs keywords locals')
Arguments = _namedtuple('Arguments', 'args, varargs, varkw')


def getargs(co):
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    names, count = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    more = list(names[count:])
    return Arguments(list(names[:count]), more.pop(0) if co.co_flags & CO_VARARGS else None,
                     more.pop(0) if co.co_flags & CO_VARKEYWORDS else None)


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    texts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        texts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        texts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f'({", ".join(texts)})'


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    return {} if generator.gi_frame is None else generator.gi_frame.f_locals


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, 'cr_frame', None)
    return {} if frame is None else frame.f_locals


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f'{agen!r} is not a Python async generator')
    return {} if agen.ag_frame is None else agen.ag_frame.f_locals


# ---- arguments

FullArgSpec = _namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    try:
        found = signature(func, follow_wrapped=False)
    except Exception as error:
        raise TypeError('unsupported callable') from error
    kinds, annotations, defaults, keyword_defaults = {kind: [] for kind in range(5)}, {}, (), {}
    if found.return_annotation is not found.empty:
        annotations['return'] = found.return_annotation
    for name, parameter in found.parameters.items():
        kinds[int(parameter.kind)].append(name)
        if parameter.default is not parameter.empty:
            if parameter.kind == parameter.KEYWORD_ONLY:
                keyword_defaults[name] = parameter.default
            else:
                defaults += (parameter.default,)
        if parameter.annotation is not parameter.empty:
            annotations[name] = parameter.annotation
    args = kinds[0] + kinds[1]
    if ismethod(func):
        args.insert(0, func.__func__.__code__.co_varnames[0])
    return FullArgSpec(args, (kinds[2] or [None])[0], (kinds[4] or [None])[0], defaults or None, kinds[3], keyword_defaults or None, annotations)


def _listed(names):
    names = [repr(name) for name in names]
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _missing(f_name, names, kind):
    raise TypeError(f"{f_name}() missing {len(names)} required {kind} argument{'' if len(names) == 1 else 's'}: {_listed(names)}")


def _too_many(f_name, args, kwonly, varargs, least, given, values):
    extra = len([name for name in kwonly if name in values])
    if varargs:
        takes, plural = f'at least {least}', least != 1
    elif least < len(args):
        takes, plural = f'from {least} to {len(args)}', True
    else:
        takes, plural = len(args), len(args) != 1
    and_extra = '' if not extra else (f" positional argument{'s' if given != 1 else ''} (and {extra} keyword-only "
                                      f"argument{'s' if extra != 1 else ''})")
    raise TypeError(f"{f_name}() takes {takes} positional argument{'s' if plural else ''} but {given}{and_extra} "
                    f"{'was' if given == 1 and not extra else 'were'} given")


def getcallargs(func, /, *positional, **named):
    """What each parameter gets from a call, or the call's own TypeError."""
    args, varargs, varkw, defaults, kwonly, kwdefaults, _ = getfullargspec(func)
    f_name, values = func.__name__, {}
    if ismethod(func) and func.__self__ is not None:
        positional = func.__self__, *positional
    values.update(zip(args, positional))
    if varargs:
        values[varargs] = tuple(positional[len(args):])
    if varkw:
        values[varkw] = {}
    for name, value in named.items():
        if name not in args and name not in kwonly:
            if not varkw:
                raise TypeError(f'{f_name}() got an unexpected keyword argument {name!r}')
            values[varkw][name] = value
        elif name in values:
            raise TypeError(f'{f_name}() got multiple values for argument {name!r}')
        else:
            values[name] = value
    least = len(args) - len(defaults or ())
    if len(positional) > len(args) and not varargs:
        _too_many(f_name, args, kwonly, varargs, least, len(positional), values)
    if absent := [name for name in args[:least] if name not in values]:
        _missing(f_name, absent, 'positional')
    for name, value in zip(args[least:], defaults or ()):
        values.setdefault(name, value)
    for name, value in (kwdefaults or {}).items():
        values.setdefault(name, value)
    if absent := [name for name in kwonly if name not in values]:
        _missing(f_name, absent, 'keyword-only')
    return values


ClosureVars = _namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getclosurevars(func):
    func = func.__func__ if ismethod(func) else func
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code, scope = func.__code__, func.__globals__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    builtins = scope.get('__builtins__', sys.modules['builtins'])
    builtins = builtins.__dict__ if ismodule(builtins) else builtins
    names, attributes = _loaded_names(code)
    globals_found = {name: scope[name] for name in names if name in scope}
    builtins_found = {name: builtins[name] for name in names if name not in scope and name in builtins}
    unbound = {*attributes, *(name for name in names if name not in scope and name not in builtins)}
    return ClosureVars(nonlocals, globals_found, builtins_found, unbound)


# ---- kinds, classes

def isgetsetdescriptor(object):
    return type(object) is type(type.__dict__['__mro__'])


def ismemberdescriptor(object):
    return type(object).__name__ == 'member_descriptor'


def ismethodwrapper(object):
    return type(object) is type(''.__str__)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__') and not hasattr(kind, '__delete__')


def ispackage(object):
    return ismodule(object) and hasattr(object, '__path__')


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


Attribute = _namedtuple('Attribute', 'name kind defining_class object')


def _home_of(cls, name, metas):
    """(what the attribute gives or None, the class it comes from or None), for what only looking at the object tells."""
    if name == '__dict__':
        return None, None
    try:
        got = getattr(cls, name)
    except Exception:
        return None, None
    home = getattr(got, '__objclass__', None)
    classes = (cls, *getmro(cls)[1:])
    if home not in classes:
        places = [each for each in classes if getattr(each, name, None) is got]
        home = places[-1] if places else None
        for meta in metas:  # __getattr__ of a metaclass
            try:
                virtual = meta.__getattr__(cls, name)
            except AttributeError:
                continue
            if virtual is got:
                home = meta
    return got, home


def _attribute_kind(stored, value):
    if isinstance(stored, (staticmethod, BuiltinFunctionType)):
        return 'static method', stored
    if isinstance(stored, (classmethod, ClassMethodDescriptorType)):
        return 'class method', stored
    if isinstance(stored, property) and not isinstance(stored, DynamicClassAttribute):
        return 'property', stored
    return 'method' if isroutine(value) else 'data', value


def classify_class_attrs(cls):
    classes = (cls, *getmro(cls)[1:])
    metas = tuple([each for each in getmro(type(cls)) if each not in (type, object)])
    dynamic = [name for base in classes for name, value in base.__dict__.items()
               if isinstance(value, DynamicClassAttribute) and value.fget is not None]
    found, seen = [], set()
    for name in dir(cls) + dynamic:
        got, home = _home_of(cls, name, metas) if name not in seen else (None, None)
        keeper = next((base for base in classes + metas if name in base.__dict__), None)
        stored = None if keeper is None else keeper.__dict__[name]
        if keeper is not None and home not in metas:
            home = keeper
        if home is not None:
            kind, value = _attribute_kind(stored, got if got is not None else stored)
            found.append(Attribute(name, kind, home, value))
            seen.add(name)
    return found


def getclasstree(classes, unique=False):
    children, roots = {}, []
    for cls in classes:
        for base in cls.__bases__:
            below = children.setdefault(base, [])
            if cls not in below:
                below.append(cls)
            if unique and base in classes:
                break
        if not cls.__bases__:
            roots.append(cls)
    roots += [base for base in children if base not in classes]
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    results = []
    for cls in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(walktree(children[cls], children, cls))
    return results


def formatannotationrelativeto(object):
    module = getattr(object, '__module__', None)
    return lambda annotation: formatannotation(annotation, module)
