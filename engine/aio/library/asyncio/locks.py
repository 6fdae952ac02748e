"""Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier."""
import _native
from _asyncio import _Barrier, _Condition, _Event, _Lock, _Semaphore, _make_future

from .exceptions import BrokenBarrierError, CancelledError
from .mixins import _LoopBoundMixin

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier')


class _ContextManagerMixin:
    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


def _with_waiters(text, state, waiters):
    if waiters:
        state = f'{state}, waiters:{len(waiters)}'
    return f'<{text[1:-1]} [{state}]>'


# How a wait ended, as _leave wants to know it.
_WOKEN, _CANCELLED, _ABANDONED = 0, 1, 2


@_native.hidden
class _Acquired(_ContextManagerMixin):
    """Does not make acquire's coroutine where there is nothing to wait for."""

    def __init_subclass__(cls):
        if 'acquire' in cls.__dict__ and _Acquired not in cls.__bases__:  # a subclass has its own
            cls.__aenter__ = _ContextManagerMixin.__aenter__

    async def __aenter__(self):
        if not self._try():
            await self.acquire()


class Lock(_Lock, _Acquired, _LoopBoundMixin):
    """Mutual exclusion between tasks, in the order in which they asked."""

    def __init__(self):
        pass

    def __repr__(self):
        return _with_waiters(super().__repr__(), 'locked' if self._locked else 'unlocked', self._waiters)

    async def acquire(self):
        if self._try():
            return True
        waiter = _make_future(self._get_loop(), 'lock')
        self._join(waiter)
        end = _ABANDONED
        try:
            await waiter
            end = _WOKEN
        except CancelledError:
            # It may have been handed to this waiter just before: it is passed on then.
            end = _CANCELLED
            raise
        finally:
            self._leave(waiter, end)
        return True


class Event(_Event, _LoopBoundMixin):
    """A flag that tasks can wait for."""
    def __init__(self):
        pass

    def __repr__(self):
        return _with_waiters(super().__repr__(), 'set' if self._value else 'unset', self._waiters)

    async def wait(self):
        if self._value:
            return True
        waiter = _make_future(self._get_loop(), 'event')
        self._join(waiter)
        try:
            await waiter
            return True
        finally:
            self._leave(waiter)


class Condition(_Condition, _ContextManagerMixin, _LoopBoundMixin):
    """Tasks wait, holding a lock in between, until another one notifies them."""
    _future_kind = 'condition'

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._own(lock)

    def __repr__(self):
        return _with_waiters(super().__repr__(), 'locked' if self.locked() else 'unlocked', self._waiters)

    async def wait(self):
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = _make_future(self._get_loop(), self._future_kind)
        self.release()
        try:
            try:
                self._join(waiter)
                try:
                    await waiter
                    return True
                finally:
                    self._leave(waiter)
            finally:
                # The lock must be held again before anything goes on, however often we are cancelled meanwhile.
                error = None
                while True:
                    try:
                        await self.acquire()
                        break
                    except CancelledError as cancelled:
                        error = cancelled
                if error is not None:
                    try:
                        raise error
                    finally:
                        error = None
        except BaseException:
            # A notification that this waiter can no longer use goes to another one.
            self._notify(1)
            raise

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        self._notify(n)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Semaphore, _Acquired, _LoopBoundMixin):
    """At most `value` tasks inside at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._value = value

    def __repr__(self):
        state = 'locked' if self.locked() else f'unlocked, value:{self._value}'
        return _with_waiters(super().__repr__(), state, self._waiters)

    async def acquire(self):
        if self._try():
            return True
        waiter = _make_future(self._get_loop(), 'semaphore')
        self._join(waiter)
        end = _ABANDONED
        try:
            await waiter
            end = _WOKEN
        except CancelledError:
            end = _CANCELLED
            raise
        finally:
            self._leave(waiter, end)
        return True


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses more releases than acquires."""

    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


_STATES = 'filling', 'draining', 'resetting', 'broken'
_FILLING, _DRAINING, _RESETTING, _BROKEN = range(4)


# A barrier's own: the event log knows them as the barrier.
class _BarrierLock(Lock):
    _told = False


class _BarrierCondition(Condition):
    _told = False
    _future_kind = 'barrier'


class Barrier(_Barrier, _LoopBoundMixin):
    """Holds tasks back until `parties` of them have come."""
    _told = 4

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be >= 1')
        self._tell(parties)
        lock = _BarrierLock()
        self._cond = _BarrierCondition(lock)
        lock._part_of(self)
        self._cond._part_of(self)
        self._parties = parties

    def __repr__(self):
        state = _STATES[self._state]
        if not self.broken:
            state += f', waiters:{self.n_waiting}/{self.parties}'
        return f'<{super().__repr__()[1:-1]} [{state}]>'

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        async with self._cond:
            await self._block()
            try:
                index = self._enter()
                if index + 1 == self._parties:
                    await self._release()
                else:
                    await self._wait()
                return index
            finally:
                self._exit()

    async def _block(self):
        await self._cond.wait_for(self._lets_in)
        if self._state == _BROKEN:
            raise BrokenBarrierError('Barrier aborted')

    async def _release(self):
        self._drain()
        self._cond.notify_all()

    async def _wait(self):
        await self._cond.wait_for(lambda: self._state != _FILLING)
        if self._state in (_BROKEN, _RESETTING):
            raise BrokenBarrierError('Abort or reset of barrier')

    def _exit(self):
        if self._leave():
            self._cond.notify_all()
        self._tell_turns()

    async def reset(self):
        async with self._cond:
            self._reset()
            self._cond.notify_all()

    async def abort(self):
        async with self._cond:
            self._abort()
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        return self._state == _BROKEN
