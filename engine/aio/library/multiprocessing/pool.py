"""multiprocessing.pool: processes, or threads, that do what they are told in turn."""
import itertools
import threading
import time
from collections import deque

import _loopscope
from . import process
from .process import _ExceptionWithTraceback, _pack, _pack_for_start, _unpack

__all__ = ['Pool', 'ThreadPool']

_PLACE = ('  File "/lib/python3.14/multiprocessing/pool.py", line 125, in worker\n'
          '    result = (True, func(*args, **kwds))\n                    ~~~~^^^^^^^^^^^^^^^\n')
_MAPPED = ('  File "/lib/python3.14/multiprocessing/pool.py", line 48, in mapstar\n    return list(map(*args))\n')
_STARMAPPED = ('  File "/lib/python3.14/multiprocessing/pool.py", line 51, in starmapstar\n'
               '    return list(itertools.starmap(args[0], args[1]))\n')
_jobs = itertools.count()


class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _rebuild(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    def __init__(self, exc, value):
        self.exc, self.value = repr(exc), repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f'<{type(self).__name__}: {self}>'


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(*args))


class ApplyResult:
    """What comes of the calls of one job: `parts` of them are to come."""

    def __init__(self, pool, callback, error_callback, parts=1):
        self._pool, self._callback, self._error_callback = pool, callback, error_callback
        self._event, self._success = threading.Event(), True
        self._parts, self._left, self._value = {}, parts, None
        if parts == 0:
            self._finish([])

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f'{self!r} not ready')
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            from .context import TimeoutError
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _take(self, part, success, value):
        self._left -= 1
        if not success:
            if self._success:
                self._success, self._value = False, value
        else:
            self._parts[part] = value
        if self._left == 0:
            self._finish(self._whole() if self._success else self._value)

    def _whole(self):
        return self._parts[0]

    def _finish(self, value):
        self._value = value
        callback = self._callback if self._success else self._error_callback
        if callback:
            callback(value)
        self._event.set()


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def _whole(self):
        return [each for part in range(len(self._parts)) for each in self._parts[part]]


class IMapIterator:
    """Results one after the other, in the order of the calls."""

    ordered = True

    def __init__(self):
        self._came, self._length, self._given = {}, None, 0
        self._changed = threading.Condition()

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._changed:
            self._changed.wait_for(lambda: self._there() is not None or self._given == self._length, timeout)
            part = self._there()
            if part is None:
                if self._given == self._length:
                    raise StopIteration
                from .context import TimeoutError
                raise TimeoutError
            self._given += 1
            success, value = self._came.pop(part)
        if success:
            return value
        raise value

    __next__ = next

    def _there(self):
        if self.ordered:
            return self._given if self._given in self._came else None
        return next(iter(self._came), None)

    def _take(self, part, success, value):
        with self._changed:
            self._came[part] = success, value
            self._changed.notify_all()

    def _set_length(self, length):
        with self._changed:
            self._length = length
            self._changed.notify_all()


class IMapUnorderedIterator(IMapIterator):
    ordered = False


RUN, CLOSE, TERMINATE = 'RUN', 'CLOSE', 'TERMINATE'


class Pool:
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is None:
            import os
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError('Number of processes must be at least 1')
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError('maxtasksperchild must be a positive int or None')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if context is None:
            from .context import _default_context
            context = _default_context.get_context()
        self._ctx, self._processes, self._limit = context, processes, maxtasksperchild
        self._state = RUN
        self._calls, self._ready = deque(), threading.Semaphore(0)
        self._start = initializer, initargs
        self._pool = []
        for _ in range(processes):
            self._add_worker()

    def _add_worker(self):
        worker = self._ctx.Process(target=_work, args=(self._link(),), daemon=True)
        worker.name = worker.name.replace('Process', 'PoolWorker')
        self._pool.append(worker)
        worker.start()

    def _link(self):
        initializer, initargs = self._start
        return _Link(self, initializer, initargs)

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={len(self._pool)}>'

    # ---- jobs

    def _check_running(self):
        if self._state != RUN:
            raise ValueError('Pool not running')

    def _give(self, result, part, fn, args, kwds, place, shown):
        try:
            call = self._packed((fn, args, kwds))
        except Exception as error:
            result._take(part, False, error)
            return
        self._calls.append((result, part, call, place, shown))
        self._ready.release()

    def _packed(self, call):
        return _pack(call)

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._give(result, 0, func, args, kwds, '', func)
        return result

    def _map(self, func, iterable, star, chunksize, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, '__len__'):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, more = divmod(len(iterable), len(self._pool) * 4)
            chunksize += bool(more)
        chunks = list(itertools.batched(iterable, chunksize)) if len(iterable) else []
        result = MapResult(self, callback, error_callback, len(chunks))
        for part, chunk in enumerate(chunks):
            self._give(result, part, star, ((func, chunk),), {}, _MAPPED if star is mapstar else _STARMAPPED, func)
        return result

    def map(self, func, iterable, chunksize=None):
        return self._map(func, iterable, mapstar, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map(func, iterable, mapstar, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self._map(func, iterable, starmapstar, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map(func, iterable, starmapstar, chunksize, callback, error_callback)

    def _imap(self, result, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f'Chunksize must be 1+, not {chunksize:n}')
        length = 0
        for length, chunk in enumerate(itertools.batched(iterable, chunksize), 1):
            if chunksize == 1:
                self._give(result, length - 1, func, chunk, {}, '', func)
            else:
                self._give(result, length - 1, mapstar, ((func, chunk),), {}, _MAPPED, func)
        result._set_length(length)
        return result if chunksize == 1 else (item for chunk in result for item in chunk)

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator(), func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator(), func, iterable, chunksize)

    # ---- the end

    def close(self):
        if self._state == RUN:
            self._state = CLOSE
            self._ready.release(len(self._pool))

    def terminate(self):
        self._state = TERMINATE
        self._calls.clear()
        for worker in self._pool:
            worker.terminate()

    def join(self):
        if self._state == RUN:
            raise ValueError('Pool is still running')
        for worker in self._pool:
            worker.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, *error):
        self.terminate()

    def __del__(self):
        if getattr(self, '_state', None) == RUN:
            import warnings
            warnings.warn(f'unclosed running multiprocessing pool {self!r}', ResourceWarning, source=self)
            self.terminate()

    # ---- in a worker

    def _serve(self, worker):
        done = 0
        while True:
            self._ready.acquire()
            if not self._calls:
                return
            self._do(*self._calls.popleft())
            done += 1
            if done == self._limit:
                with process._outside():
                    self._pool = [each for each in self._pool if each._pid != worker._pid]
                    self._add_worker()
                return

    def _do(self, result, part, call, place, shown):
        _loopscope.job_begins(1, shown)
        fn, args, kwds = _unpack(call)
        try:
            success, value = True, fn(*args, **kwds)
        except Exception as error:
            success, value = False, _ExceptionWithTraceback(error, _PLACE + place, _rebuild)
        _loopscope.job_ends(2 - success)
        try:
            data = _pack(value)
        except Exception as error:
            success, data = False, _pack(_ExceptionWithTraceback(MaybeEncodingError(error, value), '', _rebuild))
        with process._outside():
            result._take(part, success, _unpack(data))


class _Link:
    """What a worker is started with: the pool itself, and a copy of what it begins with."""

    def __init__(self, pool, initializer, initargs):
        self.pool, self.initializer, self.initargs = pool, initializer, initargs

    def __reduce__(self):
        return _linked, (_PoolRef(self.pool), self.initializer, self.initargs)


class _PoolRef:
    def __init__(self, pool):
        self.pool = pool

    def __reduce__(self):
        import weakref
        return process._lend(weakref.ref(self.pool))


def _linked(pool, initializer, initargs):
    return _Link(pool, initializer, initargs)


def _work(link):
    if link.initializer is not None:
        link.initializer(*link.initargs)
    pool = link.pool()
    if pool is not None:
        pool._serve(process.current_process())


class ThreadPool(Pool):
    """The same with threads: nothing is copied."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _add_worker(self):
        worker = _ThreadWorker(target=self._work, daemon=True)
        self._pool.append(worker)
        worker.start()

    def _work(self):
        initializer, initargs = self._start
        if initializer is not None:
            initializer(*initargs)
        self._serve(None)

    def _packed(self, call):
        return call

    def _do(self, result, part, call, place, shown):
        fn, args, kwds = call
        _loopscope.job_begins(0, shown)
        try:
            success, value = True, fn(*args, **kwds)
        except Exception as error:
            success, value = False, error
        _loopscope.job_ends(2 - success)
        result._take(part, success, value)


class _ThreadWorker(threading.Thread):
    _in_log = False

    def terminate(self):
        pass
