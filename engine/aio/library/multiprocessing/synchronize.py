"""multiprocessing.synchronize: threading's locks, given to other processes."""
import threading

import _loopscope
from .process import _Inherited, current_process

__all__ = ['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event']

SEM_VALUE_MAX = 2147483647


def _mine():
    """The owner as a lock that the current thread owns tells it."""
    thread = threading.current_thread().name
    return current_process().name + ('' if thread == 'MainThread' else f'|{thread}')


def _acquire(inner, block, timeout):
    if not block:
        return inner.acquire(False)
    return inner.acquire() if timeout is None else inner.acquire(True, max(timeout, 0))


class _Lock(_Inherited):
    def __init__(self, *, ctx=None):
        self._inner = self._make()

    def acquire(self, block=True, timeout=None):
        return _acquire(self._inner, block, timeout)

    def locked(self):
        return self._inner.locked()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind=None, error=None, traceback=None):
        self.release()


class Lock(_Lock):
    _make = threading.Lock

    def release(self):
        if not self._inner.locked():
            raise ValueError('semaphore or lock released too many times')
        self._inner.release()

    def __repr__(self):
        owner = self._inner._owner
        return f'<Lock(owner={"None" if owner is None else _mine() if owner is _loopscope.current() else "SomeOtherProcess"})>'


class RLock(_Lock):
    _make = threading.RLock

    def release(self):
        assert self._is_owned(), 'attempt to release recursive lock not owned by thread'
        self._inner.release()

    def _is_owned(self):
        return self._inner._is_owned()

    def _release_save(self):
        return self._inner._release_save()

    def _acquire_restore(self, count):
        self._inner._acquire_restore(count)

    def __repr__(self):
        if not self._inner.locked():
            return '<RLock(None, 0)>'
        return f'<RLock({_mine()}, {self._inner._count})>' if self._is_owned() else '<RLock(SomeOtherProcess, nonzero)>'


class Semaphore(_Inherited):
    def __init__(self, value=1, *, ctx=None):
        self._inner = threading.Semaphore(value)

    def acquire(self, block=True, timeout=None):
        return _acquire(self._inner, block, timeout)

    def release(self):
        self._inner.release()

    def get_value(self):
        return self._inner._value

    def locked(self):
        return self.get_value() == 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind=None, error=None, traceback=None):
        self.release()

    def __repr__(self):
        return f'<{type(self).__name__}(value={self.get_value()})>'


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx=None):
        super().__init__(value)
        self._limit = value

    def release(self):
        if self.get_value() >= self._limit:
            raise ValueError('semaphore or lock released too many times')
        super().release()

    def __repr__(self):
        return f'<{type(self).__name__}(value={self.get_value()}, maxvalue={self._limit})>'


class Condition(_Inherited, threading.Condition):
    def __init__(self, lock=None, *, ctx=None):
        super().__init__(RLock() if lock is None else lock)

    def wait(self, timeout=None):
        assert self._is_owned(), 'must acquire() condition before using wait()'
        return super().wait(timeout)

    def notify(self, n=1):
        assert self._is_owned(), 'lock is not owned'
        super().notify(n)


class Event(_Inherited, threading.Event):
    def __init__(self, *, ctx=None):
        super().__init__()

    def __repr__(self):
        return f'<{type(self).__qualname__} at {id(self):#x} {"set" if self.is_set() else "unset"}>'


class Barrier(_Inherited, threading.Barrier):
    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        super().__init__(parties, action, timeout)
