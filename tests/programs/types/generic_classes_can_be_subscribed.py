import array, asyncio, collections, concurrent.futures, contextlib, dataclasses, difflib, functools, graphlib, logging, os, queue, re, tempfile, types, weakref

classes = (
    asyncio.Queue, asyncio.PriorityQueue, asyncio.Future, asyncio.Task, queue.Queue, queue.SimpleQueue, concurrent.futures.Future,
    os.PathLike, re.Pattern, re.Match, collections.deque, collections.ChainMap, functools.partial, functools.cached_property,
    functools.partialmethod, weakref.ref, weakref.WeakSet, types.MappingProxyType, array.array, contextlib.AbstractContextManager,
    contextlib.ExitStack, dataclasses.Field, tempfile.TemporaryDirectory, difflib.SequenceMatcher, graphlib.TopologicalSorter,
    logging.LoggerAdapter, logging.StreamHandler, memoryview, frozenset, enumerate, staticmethod, classmethod,
    types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType,
)
for cls in classes:
    alias = cls[int]
    print(alias, type(alias).__name__, alias.__origin__ is cls, alias.__args__)
for cls in (asyncio.Event, asyncio.Lock, asyncio.TaskGroup, range, zip, property, functools.singledispatchmethod):
    try:
        cls[int]
    except TypeError as error:
        print(error)


class Jobs(asyncio.Queue[str]):
    pass


class Lines(queue.Queue[str]):
    pass


print(Jobs.__orig_bases__, Jobs(2).maxsize, asyncio.Queue[int](3).maxsize, Lines.__mro__[1], queue.Queue[int](1).maxsize)
