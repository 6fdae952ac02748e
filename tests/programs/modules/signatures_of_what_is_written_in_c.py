import asyncio
import contextvars
import functools
import gc
import inspect
import random
import re
import signal
import types
import weakref
import zlib

for function in (re.Match.start, re.Match.groupdict, re.Pattern.sub, re.compile('a').split, gc.collect, gc.is_tracked,
                 contextvars.ContextVar.set, contextvars.copy_context, contextvars.Context.get, functools.reduce, functools.partial,
                 functools.lru_cache(len).cache_info, signal.strsignal, random.random, zlib.crc32, weakref.getweakrefs,
                 asyncio.current_task, asyncio.get_running_loop, types.GenericAlias, types.CellType, types.CodeType.replace,
                 complex.from_number):
    try:
        print(function.__name__, inspect.signature(function))
    except ValueError as error:
        print(function.__name__, str(error).partition(' object at ')[0])
