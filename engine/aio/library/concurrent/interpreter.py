"""concurrent.futures.interpreter: a pool of threads, each of which works in an interpreter of its own."""
import sys
from concurrent import interpreters
from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor
from functools import partial

import _loopscope

_pools = 0


def do_call(results, func, args, kwargs):
    """In the worker's interpreter, which hears of the error too."""
    try:
        return func(*args, **kwargs)
    except BaseException as error:
        try:
            results.put(error)
        except interpreters.NotShareableError:
            import traceback
            print('exception is not shareable:', file=sys.stderr)
            traceback.print_exception(error)
            results.put(None)
        raise


class WorkerContext:
    """The interpreter that a worker calls in."""

    def __init__(self):
        self.interp = interpreters.create()
        self.results = interpreters.create_queue(0)

    def run(self, fn, args, kwargs):
        try:
            return self.interp.call(do_call, self.results, fn, args, kwargs)
        except interpreters.ExecutionFailed as failed:
            error = self.results.get()
            if error is None:
                raise  # it could not be sent
            raise error from failed


_contexts = {}  # worker: its WorkerContext


def _begin(initializer, initargs):
    context = _contexts[_loopscope.current()] = WorkerContext()
    if initializer is not None:
        context.run(initializer, initargs, {})


def run(fn, *args, **kwargs):
    return _contexts[_loopscope.current()].run(fn, args, kwargs)


def _work(*args):
    try:
        ThreadPoolExecutor._works(*args)
    finally:
        context = _contexts.pop(_loopscope.current(), None)
        if context is not None:
            context.interp.close()


class BrokenInterpreterPool(BrokenThreadPool):
    """Raised when a worker of an InterpreterPoolExecutor could not begin."""


class InterpreterPoolExecutor(ThreadPoolExecutor):
    BROKEN = BrokenInterpreterPool
    _works = staticmethod(_work)

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        global _pools
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if not thread_name_prefix:
            thread_name_prefix = f'InterpreterPoolExecutor-{_pools}'
            _pools += 1
        super().__init__(max_workers, thread_name_prefix, _begin, (initializer, initargs))

    def submit(self, fn, /, *args, **kwargs):
        if isinstance(fn, str):
            raise TypeError('scripts not supported')
        return super().submit(partial(run, fn), *args, **kwargs)
