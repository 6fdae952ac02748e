"""concurrent.futures: futures for threads, a pool of threads; the pool of processes is in a module of its own."""
import sys
import threading
import _host
import _loopscope
from _collections import deque
from _weakref import ref as _ref
from threading import _tells, _wait_for

__all__ = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'InvalidStateError', 'BrokenExecutor',
           'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor', 'ThreadPoolExecutor', 'InterpreterPoolExecutor']

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
TimeoutError = TimeoutError


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class BrokenThreadPool(BrokenExecutor):
    pass


for _error in (Error, CancelledError, InvalidStateError, BrokenExecutor):
    _error.__module__ = 'concurrent.futures._base'
BrokenThreadPool.__module__ = 'concurrent.futures.thread'

_PENDING, _RUNNING, _CANCELLED, _NOTIFIED, _FINISHED = 'PENDING', 'RUNNING', 'CANCELLED', 'CANCELLED_AND_NOTIFIED', 'FINISHED'
_SHOWN = {_PENDING: 'pending', _RUNNING: 'running', _CANCELLED: 'cancelled', _NOTIFIED: 'cancelled', _FINISHED: 'finished'}


class Future:
    __class_getitem__ = classmethod(type(list[int]))
    _told_job, _told_worker, _told_watcher = '', None, None  # for the event log; the last is who waits in wait()

    def __init__(self):
        self._condition = threading.Condition()
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._done_callbacks = []
        self._watchers = []  # what wait() and as_completed() have told when it is finished, each only once however often it is told

    def __repr__(self):
        at = f'<{type(self).__name__} at {id(self):#x} state={_SHOWN[self._state]}'
        if self._state != _FINISHED:
            return at + '>'
        if self._exception is not None:
            return f'{at} raised {type(self._exception).__name__}>'
        return f'{at} returned {type(self._result).__name__}>'

    def _notify(self):
        try:
            self._wake()
        except MemoryError:
            self._wake()  # who waits here waits for nothing else
        at = 0  # no iterator: a worker that has no memory for one must still tell them
        while at < len(self._done_callbacks):
            self._call(self._done_callbacks[at])
            at += 1

    def _wake(self):
        with self._condition:
            if self._finished():
                for watcher in self._watchers:
                    watcher(self)
            self._condition.notify_all()

    def _finished(self):
        """What was cancelled is finished when its worker has seen that."""
        return self._state in (_NOTIFIED, _FINISHED)

    def _call(self, callback):
        try:
            callback(self)
        except Exception as error:
            logging = sys.modules.get('logging')
            if logging is not None:
                logging.getLogger('concurrent.futures').exception('exception calling callback for %r', self)
            else:
                _loopscope.report(f'exception calling callback for {self!r}\n', error)

    def cancel(self):
        if self._state in (_RUNNING, _FINISHED):
            return False
        if self._state in (_CANCELLED, _NOTIFIED):
            return True
        self._state = _CANCELLED
        self._notify()
        return True

    def cancelled(self):
        return self._state in (_CANCELLED, _NOTIFIED)

    def running(self):
        return self._state == _RUNNING

    def done(self):
        return self._state in (_CANCELLED, _NOTIFIED, _FINISHED)

    def add_done_callback(self, fn):
        if not self.done():
            self._done_callbacks.append(fn)
        else:
            self._call(fn)

    def _wait(self, timeout):
        if not self.done():
            if _tells:
                _wait_for(self._park, timeout, 3, self._told_job, [self._told_worker])
            else:
                self._park(timeout)
        if self.cancelled():
            raise CancelledError()
        if not self.done():
            raise TimeoutError()

    def _park(self, timeout):
        with self._condition:
            self._condition.wait_for(self.done, timeout)

    def result(self, timeout=None):
        try:
            self._wait(timeout)
            if self._exception is not None:
                raise self._exception
            return self._result
        finally:
            self = None

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    # For executors.
    def set_running_or_notify_cancel(self):
        if self._state == _CANCELLED:
            self._state = _NOTIFIED
            self._wake()
            return False
        if self._state == _PENDING:
            self._state = _RUNNING
            return True
        import logging
        logging.getLogger('concurrent.futures').critical('Future %s in unexpected state: %s', id(self), self._state)
        raise RuntimeError('Future in unexpected state')

    def _check_open(self):
        if self.done():
            raise InvalidStateError(f'{self._state}: {self!r}')

    def set_result(self, result):
        self._check_open()
        self._result = result
        self._state = _FINISHED
        self._notify()

    def set_exception(self, exception):
        self._check_open()
        self._exception = exception
        self._state = _FINISHED
        self._notify()


def _wait_for_some(event, timeout, futures, one):
    """event.wait(timeout); the event log is told that it is for one of these futures, or for all."""
    if not _tells:
        return event.wait(timeout)
    count = len(futures)
    label = 'a future' if count == 1 else f'one of {count} futures' if one else f'{count} futures'
    _tell_watched(futures, _loopscope.current())
    try:
        return _wait_for(event.wait, timeout, 9, label, [future._told_worker for future in futures])
    finally:
        _tell_watched(futures, None)


def _tell_watched(futures, by):
    for future in futures:
        future._told_watcher = by


def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        if buffersize is not None and not isinstance(buffersize, int):
            raise TypeError('buffersize must be an integer or None')
        if buffersize is not None and buffersize < 1:
            raise ValueError('buffersize must be None or > 0')
        end = None if timeout is None else _loopscope.now() + timeout
        calls = first = zip(*iterables)
        if buffersize:
            from itertools import islice
            first = islice(calls, buffersize)
        futures = deque(self.submit(fn, *args) for args in first)

        def results():
            try:
                while futures:
                    if buffersize and (args := next(calls, None)):
                        futures.append(self.submit(fn, *args))
                    # No reference to the future is kept.
                    if end is None:
                        yield _result_or_cancel(futures.popleft())
                    else:
                        yield _result_or_cancel(futures.popleft(), end - _loopscope.now())
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


_pools = 0


def _innermost(fn):
    """What the event log says a worker does: the function inside partial and Context.run."""
    while type(fn).__name__ == 'partial':
        in_context = getattr(fn.func, '__name__', '') == 'run' and fn.args and callable(fn.args[0])
        fn = fn.args[0] if in_context else fn.func
    return fn


class _Jobs(deque):
    qsize = deque.__len__


class ThreadPoolExecutor(Executor):
    BROKEN = BrokenThreadPool

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        global _pools
        if max_workers is None:
            max_workers = min(32, _host.CPUS + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._initializer, self._initargs = initializer, initargs
        self._work_queue = _Jobs()
        self._ready = threading.Semaphore(0)
        self._idle = 0
        self._threads = []
        self._shutdown = False
        self._broken = None
        if thread_name_prefix:
            self._thread_name_prefix = thread_name_prefix
        else:
            self._thread_name_prefix = f'ThreadPoolExecutor-{_pools}'
            _pools += 1

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise self.BROKEN(self._broken)
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        if _exiting:
            raise RuntimeError('cannot schedule new futures after interpreter shutdown')
        future = Future()
        if _tells:
            future._told_job = _loopscope.job_name(_innermost(fn))
        self._work_queue.append((future, fn, args, kwargs))
        self._ready.release()
        if self._idle > 0:
            self._idle -= 1
        elif len(self._threads) < self._max_workers:
            self._add_worker()
        if _tells and self._max_workers == 1 and self._threads:  # nobody else will do it
            future._told_worker = self._threads[0]._handle
        return future

    def _add_worker(self):
        # Workers do not keep the pool: they end when nobody has it any more.
        ready = self._ready
        args = _ref(self, lambda _: ready.release()), self._work_queue, ready, self._initializer, self._initargs
        _start_worker(self._threads, f'{self._thread_name_prefix}_{len(self._threads)}', ready.release, self._works, args)

    def _break(self, why):
        self._broken = why
        while self._work_queue:
            self._work_queue.popleft()[0].set_exception(self.BROKEN(why))

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            while self._work_queue:
                self._work_queue.popleft()[0].cancel()
        for _ in self._threads:
            self._ready.release()
        if wait:
            for thread in self._threads:
                thread.join()


def _tell_begun(future):
    known, future._told_worker = future._told_worker, _loopscope.current()
    if known is None:
        for waiter in (*future._condition._waiters, future._told_watcher):
            _loopscope.wait_needs(waiter)


def _run(future, fn, args, kwargs):
    if not future.set_running_or_notify_cancel():
        return
    try:
        _loopscope.job_begins(0, _innermost(fn))
        if _tells:
            _tell_begun(future)
        result = fn(*args, **kwargs)
    except BaseException as error:
        _loopscope.job_ends(2)
        future.set_exception(error)
    else:
        _loopscope.job_ends(1)
        future.set_result(result)


def _break(reference, why):
    pool = reference()
    if pool is not None:
        pool._break(why)


def _serve(reference, jobs, ready):
    job = None
    try:
        while True:
            job = None
            if not jobs and (pool := reference()) is not None:
                pool._idle += 1
            pool = None
            ready.acquire()
            if jobs:
                job = jobs.popleft()
                _run(*job)
                continue
            pool = reference()
            if _exiting or pool is None or pool._shutdown:
                if pool is not None:
                    pool._shutdown = True
                ready.release()  # for the next of them
                return
    except MemoryError as error:
        # The worker's own: a job's is its future's. Nobody may wait for what nobody will do.
        if job is not None and not job[0].done():
            job[0].set_exception(error)
        _break(reference, 'A worker ran out of memory, the thread pool is not usable anymore')


def _work(reference, jobs, ready, initializer, initargs):
    try:
        if initializer is not None:
            initializer(*initargs)
    except BaseException:
        import logging
        logging.getLogger('concurrent.futures').critical('Exception in initializer:', exc_info=True)
        _break(reference, 'A thread initializer failed, the thread pool is not usable anymore')
    else:
        _serve(reference, jobs, ready)


ThreadPoolExecutor._works = staticmethod(_work)  # what a worker does, first to last

_exiting = False
_ends = {}  # worker: what tells it that the program ends


def _end_all():
    global _exiting
    _exiting = True
    for end in list(_ends.values()):
        end()


threading._register_atexit(_end_all)


def _until_end(work, args):
    try:
        work(*args)
    finally:
        _ends.pop(threading.current_thread(), None)


def _start_worker(threads, name, end, work, args, at_once=True):
    thread = threading.Thread(name=name, target=_until_end, args=(work, args), daemon=False)
    thread._in_log = False  # its jobs are
    thread._runs_at_once = at_once  # another process takes its time to begin
    threads.append(thread)
    _ends[thread] = end
    try:
        thread.start()
    except BaseException:
        del _ends[thread]
        threads.remove(thread)  # nobody can join it
        raise
    return thread


Future.__module__ = Executor.__module__ = 'concurrent.futures._base'
ThreadPoolExecutor.__module__ = 'concurrent.futures.thread'


def __getattr__(name):
    if name in ('thread', 'process', 'interpreter', '_base'):
        __import__('concurrent.futures.' + name)
        return globals()[name]
    if name == 'ProcessPoolExecutor':
        from .process import ProcessPoolExecutor
        return ProcessPoolExecutor
    if name == 'InterpreterPoolExecutor':
        from .interpreter import InterpreterPoolExecutor
        return InterpreterPoolExecutor
    raise AttributeError(f"module 'concurrent.futures' has no attribute {name!r}")


def __dir__():
    return __all__ + ['__author__', '__doc__']


def _failed(future):
    return not future.cancelled() and future._exception is not None


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    done = {f for f in fs if f._finished()}
    left = fs - done
    if left and not (done and return_when == FIRST_COMPLETED) and not (return_when == FIRST_EXCEPTION and any(map(_failed, done))):
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError(f'Invalid return condition: {return_when!r}')
        done.update(_watch(left, timeout, return_when))
    return DoneAndNotDoneFutures(done, fs - done)


def _watch(futures, timeout, return_when):
    enough, finished = threading.Event(), {}

    def note(future):
        finished[future] = None
        if return_when == FIRST_COMPLETED or len(finished) == len(futures) or return_when == FIRST_EXCEPTION and _failed(future):
            enough.set()

    for future in futures:
        future._watchers.append(note)
    _wait_for_some(enough, timeout, futures, return_when != ALL_COMPLETED)
    for future in futures:
        future._watchers.remove(note)
    return finished


class DoneAndNotDoneFutures(tuple):
    def __new__(cls, done, not_done):
        return super().__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f'DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})'


def as_completed(fs, timeout=None):
    end = None if timeout is None else _loopscope.now() + timeout
    pending = set(fs)
    total = len(pending)
    ready = [f for f in pending if f._finished()]
    pending.difference_update(ready)
    changed, finished = threading.Event(), {}

    def note(future):
        finished[future] = None
        changed.set()

    for future in pending:
        future._watchers.append(note)
    future = fs = None
    try:
        while True:
            while ready:
                yield ready.pop()  # no reference to it is kept
            if not pending:
                return
            left = None if end is None else end - _loopscope.now()
            if left is not None and left <= 0 and not finished:
                raise TimeoutError(f'{len(pending)} (of {total}) futures unfinished')
            _wait_for_some(changed, left, pending, True)
            changed.clear()
            ready = list(finished)
            finished.clear()
            ready.reverse()
            for future in ready:
                future._watchers.remove(note)
            future = None
            pending.difference_update(ready)
    finally:
        for future in pending:
            future._watchers.remove(note)
