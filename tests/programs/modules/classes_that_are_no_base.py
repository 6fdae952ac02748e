# What CPython has in C may not be derived from where it says so.
import array, asyncio, contextvars, datetime, functools, itertools, operator, queue, random, re, string.templatelib, struct, threading, types, typing, weakref
import collections, decimal, io, time


def generator():
    yield


FINAL = [bool, range, slice, memoryview, type(None), type(...), type(NotImplemented), type(generator), type(generator()), type(len), type([].append),
         type({}.keys()), type(iter([])), type(iter('')), type(itertools.tee([])[0]), type(next(itertools.groupby('a'))[1]),
         operator.itemgetter, operator.attrgetter, operator.methodcaller, datetime.timezone, re.Pattern, re.Match, threading.Lock,
         contextvars.ContextVar, contextvars.Context, contextvars.Token, type(functools.lru_cache(generator)), typing.TypeVar, typing.ParamSpec,
         typing.TypeVarTuple, typing.TypeAliasType, string.templatelib.Template, string.templatelib.Interpolation, type(int | str),
         type(iter(array.array('i'))), type(iter(collections.deque())), types.MappingProxyType, types.CellType, types.FrameType, types.CodeType]
OPEN = [operator, array.array, datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.tzinfo, functools.partial, random.Random,
        struct.Struct, weakref.ref, collections.deque, collections.OrderedDict, collections.defaultdict, decimal.Decimal, io.StringIO, io.BytesIO,
        asyncio.Future, asyncio.Task, queue.SimpleQueue, threading.local, types.SimpleNamespace, types.ModuleType, property, super, object, type]
for base in FINAL + OPEN[1:]:
    try:
        print(base.__name__, types.new_class('Derived', (base,)).__mro__[1] is base)
    except TypeError as error:
        print(error)
