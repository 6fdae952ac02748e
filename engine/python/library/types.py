"""types: names of the builtin types that have none of their own."""
import sys

__all__ = ['AsyncGeneratorType', 'BuiltinFunctionType', 'BuiltinMethodType', 'CapsuleType', 'CellType', 'ClassMethodDescriptorType',
           'CodeType', 'CoroutineType', 'EllipsisType', 'FrameType', 'FunctionType', 'GeneratorType', 'GenericAlias',
           'GetSetDescriptorType', 'LambdaType', 'MappingProxyType', 'MemberDescriptorType', 'MethodDescriptorType', 'MethodType',
           'MethodWrapperType', 'ModuleType', 'NoneType', 'NotImplementedType', 'SimpleNamespace', 'TracebackType', 'UnionType',
           'WrapperDescriptorType', 'new_class', 'resolve_bases', 'prepare_class', 'get_original_bases', 'DynamicClassAttribute',
           'coroutine']


def _f():
    yield


async def _c():
    pass


async def _a():
    yield


class _C:
    def m(self):
        pass

    @property
    def p(self):
        pass


FunctionType = LambdaType = type(_f)
CodeType = type(_f.__code__)
GeneratorType = type(_f())
_coroutine = _c()
CoroutineType = type(_coroutine)
_coroutine.close()
AsyncGeneratorType = type(_a())
MethodType = type(_C().m)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(sys)
MappingProxyType = type(type.__dict__)
GenericAlias = type(list[int])
UnionType = type(int | str)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
SimpleNamespace = type(sys.implementation)


def _cell():
    x = 1

    def inner():
        return x
    return inner.__closure__[0]


CellType = type(_cell())
try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)


def new_class(name, bases=(), kwds=None, exec_body=None):
    from types import prepare_class, resolve_bases  # read when they are first wanted
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)


class DynamicClassAttribute(property):
    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError()
        return super().__get__(instance, owner)


class _GeneratorWrapper:
    def __init__(self, generator):
        self._generator = generator
        self.__name__ = getattr(generator, '__name__', None)
        self.__qualname__ = getattr(generator, '__qualname__', None)

    def send(self, value):
        return self._generator.send(value)

    def throw(self, *args):
        return self._generator.throw(*args)

    def close(self):
        return self._generator.close()

    def __next__(self):
        return next(self._generator)

    def __iter__(self):
        return self._generator if type(self._generator) is GeneratorType else self

    __await__ = __iter__
    gi_code = cr_code = property(lambda self: self._generator.gi_code)
    gi_frame = cr_frame = property(lambda self: self._generator.gi_frame)
    gi_running = cr_running = property(lambda self: self._generator.gi_running)
    gi_yieldfrom = cr_await = property(lambda self: self._generator.gi_yieldfrom)


def coroutine(func):
    """A generator function whose generators can be awaited."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if type(func) is FunctionType and func.__code__.co_flags & 0x180:
        return func
    if type(func) is FunctionType and func.__code__.co_flags & 0x20:
        from _functools import _make_awaitable
        return _make_awaitable(func)
    from functools import wraps

    @wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if type(made) is GeneratorType:
            return made if made.gi_code.co_flags & 0x100 else _GeneratorWrapper(made)
        if type(made) is CoroutineType:
            return made
        from collections.abc import Coroutine, Generator
        return _GeneratorWrapper(made) if isinstance(made, Generator) and not isinstance(made, Coroutine) else made
    return wrapped


def __getattr__(name):
    import _more
    found = globals()[name] = _more.find(__name__, name)
    return found


def __dir__():
    import _more
    return [*globals(), *_more.names(__name__)]
