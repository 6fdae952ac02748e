"""Queue, PriorityQueue, LifoQueue."""
from types import GenericAlias
from _collections import deque
from _asyncio import QueueEmpty, QueueFull, QueueShutDown, _Queue, _make_future
from heapq import heappop, heappush

from .mixins import _LoopBoundMixin

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown')


class Queue(_Queue, _LoopBoundMixin):
    """First in, first out, between tasks. maxsize 0: no limit."""
    _told = 5
    _getter_kind = 'queue_get'

    def __init__(self, maxsize=0):
        self._start(maxsize)
        self._init(maxsize)

    # Subclasses replace this, _put and _get.
    def _init(self, maxsize):
        self._queue = deque()

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    __class_getitem__ = classmethod(GenericAlias)

    def _format(self):
        result = f'maxsize={self._maxsize!r}'
        if getattr(self, '_queue', None):
            result += f' _queue={list(self._queue)!r}'
        if self._getters:
            result += f' _getters[{len(self._getters)}]'
        if self._putters:
            result += f' _putters[{len(self._putters)}]'
        if self._unfinished_tasks:
            result += f' tasks={self._unfinished_tasks}'
        if self._is_shutdown:
            result += ' shutdown'
        return result

    async def put(self, item):
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            putter = _make_future(self._get_loop(), 'queue_put')
            self._join(putter)
            try:
                await putter
            except:
                putter.cancel()
                self._leave(putter)
                if not self.full() and not putter.cancelled():
                    self._wakeup_next(self._putters)
                raise
        return self.put_nowait(item)

    async def get(self):
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            getter = _make_future(self._get_loop(), self._getter_kind)
            self._join(getter)
            try:
                await getter
            except:
                getter.cancel()
                self._leave(getter)
                if not self.empty() and not getter.cancelled():
                    self._wakeup_next(self._getters)
                raise
        return self.get_nowait()

    async def join(self):
        if self._unfinished_tasks > 0:
            joiner = _make_future(self._get_loop(), 'queue_join')
            self._join(joiner)
            try:
                await joiner
            finally:
                self._leave(joiner)

    def shutdown(self, immediate=False):
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                self._drop()
        self._shut(immediate)


class DoneQueue(Queue):
    """as_completed's own: who waits at it waits for a task, as far as the event log goes."""
    _told = False
    _getter_kind = 'wait'


class PriorityQueue(Queue):
    """The smallest item comes out first."""
    _told = 7

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    """The newest item comes out first."""
    _told = 6

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
