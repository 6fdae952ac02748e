"""concurrent.futures.interpreter: a pool of threads, each of which works in an interpreter of its own."""
import sys
from concurrent import interpreters
from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor, _Context

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


class WorkerContext(_Context):
    def initialize(self):
        self.interp = interpreters.create()
        try:
            self.results = interpreters.create_queue(0)
            if self.initializer is not None:
                self.call(self.initializer, self.initargs, {})
        except BaseException:
            self.finalize()
            raise

    def finalize(self):
        self.results = None
        self.interp.close()

    def call(self, fn, args, kwargs):
        try:
            return self.interp.call(do_call, self.results, fn, args, kwargs)
        except interpreters.ExecutionFailed as failed:
            error = self.results.get()
            if error is None:
                raise  # it could not be sent
            raise error from failed


class BrokenInterpreterPool(BrokenThreadPool):
    """Raised when a worker of an InterpreterPoolExecutor could not begin."""


class InterpreterPoolExecutor(ThreadPoolExecutor):
    BROKEN = BrokenInterpreterPool

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        global _pools
        if not thread_name_prefix:
            thread_name_prefix = f'InterpreterPoolExecutor-{_pools}'
            _pools += 1
        super().__init__(max_workers, thread_name_prefix, initializer, initargs)

    def submit(self, fn, /, *args, **kwargs):
        if isinstance(fn, str):
            raise TypeError('scripts not supported')
        return super().submit(fn, *args, **kwargs)

    def _context(self):
        return WorkerContext(self._initializer, self._initargs)
