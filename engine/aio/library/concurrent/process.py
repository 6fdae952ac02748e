"""concurrent.futures.process: a pool of processes. Each is a green thread that takes itself for a process: it has run the program
anew as `__mp_main__`, as children do that are not forked, and all it gets and gives are pickled copies."""
import sys
import threading
from collections import deque
from functools import partial
from itertools import batched, chain

import _host
import _loopscope
from concurrent.futures import BrokenExecutor, Executor, Future, _innermost, _start_worker
from multiprocessing import context
from multiprocessing.process import (_check_may_start, _enter, _ExceptionWithTraceback, _leave, _numbers, _outside, _pack, _pack_for_start,
                                     _RemoteTraceback, _unpack)

EXTRA_QUEUED_CALLS = 1
_TERMINATED = 'A process in the process pool was terminated abruptly while the future was running or pending.'
_IN_WORKER = ('  File "/lib/python3.14/concurrent/futures/process.py", line 254, in _process_worker\n'
              '    r = call_item.fn(*call_item.args, **call_item.kwargs)\n')


class BrokenProcessPool(BrokenExecutor):
    pass


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


class ProcessPoolExecutor(Executor):
    _made = 0

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = _host.CPUS
        elif max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError('max_tasks_per_child must be an integer')
            if max_tasks_per_child <= 0:
                raise ValueError('max_tasks_per_child must be >= 1')
        self._mp_context = mp_context or context._default_context.get_context()
        self._max_workers, self._tasks_per_child = max_workers, max_tasks_per_child
        self._initializer, self._initargs = initializer, initargs
        self._pending = deque()  # (future, fn, args, kwargs)
        self._calls = deque()  # (future, fn for the log, bytes): on their way to a process
        self._ready = threading.Semaphore(0)
        self._threads = []
        self._workers = self._busy = self._idle = 0
        self._shutdown, self._broken = False, None

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenProcessPool(self._broken)
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        _check_may_start()
        future = Future()
        self._pending.append((future, fn, args, kwargs))
        self._feed()
        if self._idle > 0:
            self._idle -= 1
        else:
            self._add_worker()
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        chunks = super().map(partial(_process_chunk, fn), batched(zip(*iterables), chunksize), timeout=timeout)
        return chain.from_iterable(chunks)

    def _feed(self):
        """Gives calls to the processes: one for each, and one more that waits."""
        while self._pending and self._busy < self._max_workers + EXTRA_QUEUED_CALLS:
            future, fn, args, kwargs = self._pending.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                data = _pack((fn, args, kwargs))
            except Exception as error:
                error.__cause__ = _RemoteTraceback(_ExceptionWithTraceback(error).tb)
                future.set_exception(error)
                continue
            self._busy += 1
            self._calls.append((future, fn, data))
            self._ready.release()

    def _add_worker(self):
        if self._workers == self._max_workers:
            return
        self._workers += 1
        name = f'Process_{len(self._threads)}'
        process = self._mp_context.Process()
        process._pid = next(_numbers)
        start = _pack_for_start((self._initializer, self._initargs))
        _start_worker(self._threads, name, partial(self.shutdown, wait=False), self._work, (process, start), at_once=False)

    # ---- in the child

    def _work(self, process, start):
        child = _enter(process)
        try:
            child.run_main(process._start_method == 'spawn')
            process._in_child()
            initializer, initargs = _unpack(start)
        except BaseException as error:
            self._die(error)
            return
        try:
            if initializer is not None:
                initializer(*initargs)
        except BaseException:
            import logging
            logging.getLogger('concurrent.futures').critical('Exception in initializer:', exc_info=True)
            self._break(_TERMINATED)
            return
        finally:
            if self._broken:
                _leave()
        self._serve()
        _leave()
        self._workers -= 1

    def _serve(self):
        done = 0
        while not self._broken:
            if not self._calls and not self._pending:
                self._idle += 1
            self._ready.acquire()
            if self._calls:
                self._run(*self._calls.popleft())
                done += 1
                if done == self._tasks_per_child:
                    if self._calls or self._pending:
                        self._workers -= 1
                        self._add_worker()
                        self._workers += 1
                    return
            elif self._shutdown:
                return

    def _run(self, future, what, data):
        _loopscope.job_begins(1, _innermost(what.args[0] if getattr(what, 'func', None) is _process_chunk else what))
        try:
            fn, args, kwargs = _unpack(data)
        except BaseException as error:
            _loopscope.job_ends(2)
            self._die(error, future)
            return
        try:
            outcome, failed = fn(*args, **kwargs), False
        except BaseException as error:
            outcome, failed = _ExceptionWithTraceback(error, _IN_WORKER), True
        try:
            data = _pack(outcome)
        except BaseException as error:
            data, failed = _pack(_ExceptionWithTraceback(error)), True
        _loopscope.job_ends(1 + failed)
        self._deliver(future, data, failed)

    # ---- in the parent, whose part the child's thread plays

    def _deliver(self, future, data, failed):
        with _outside():
            self._busy -= 1
            try:
                result = _unpack(data)
            except BaseException as error:
                self._break(_TERMINATED, future, error)
            else:
                if failed:
                    future.set_exception(result)
                else:
                    future.set_result(result)
                self._feed()

    def _die(self, error, future=None):
        """The child ends with an error of its own, which it tells on standard error."""
        _leave()
        sys.stderr.write(_host.format_exception(error))
        self._break(_TERMINATED, future)

    def _break(self, text, future=None, cause=None):
        if self._broken is None:
            self._broken = 'A child process terminated abruptly, the process pool is not usable anymore'
        waiting = [call[0] for call in (*self._calls, *self._pending)]
        self._calls.clear()
        self._pending.clear()
        for each in ([future] if future else []) + waiting:
            error = BrokenProcessPool(text)
            if cause is not None:
                error.__cause__ = _RemoteTraceback(f"\n'''\n{_host.format_exception(cause)}'''")
            each.set_exception(error)
        for _ in self._threads:
            self._ready.release()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            while self._pending:
                self._pending.popleft()[0].cancel()
        for _ in self._threads:
            self._ready.release()
        if wait:
            for thread in self._threads:
                thread.join()
