"""queue: queues between threads."""
import threading
from _collections import deque
from _native import like_c as _like_c
from heapq import heappop, heappush
from types import GenericAlias
from _loopscope import now, tell, tell_item, tell_made, QUEUE_GOT, QUEUE_PUT, QUEUE_SHUT_DOWN, QUEUE_TASK_DONE

__all__ = ['Empty', 'Full', 'ShutDown', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']
_tells = threading._tells


class Empty(Exception):
    __module__ = '_queue'


class Full(Exception):
    pass


class ShutDown(Exception):
    pass


class Queue:
    __class_getitem__ = classmethod(GenericAlias)
    _told, _counts = 5, 1  # for the event log: the kind, and whether task_done is called

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False
        if _tells:
            self._tell_as(tell_made(self, 5, maxsize))

    def _tell_as(self, told):
        for condition, kind in (self.not_empty, 6), (self.not_full, 7), (self.all_tasks_done, 8):
            condition._told, condition._told_as = told, kind

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def task_done(self):
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if _tells and unfinished >= 0:
                tell(self.not_empty._told, QUEUE_TASK_DONE, unfinished)
            if unfinished <= 0:
                if unfinished < 0:
                    raise ValueError('task_done() called too many times')
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        return self._qsize()

    def empty(self):
        return not self._qsize()

    def full(self):
        return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        with self.not_full:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                if not block:
                    if self._qsize() >= self.maxsize:
                        raise Full
                else:
                    if timeout is not None and timeout < 0:
                        raise ValueError("'timeout' must be a non-negative number")
                    end = None if timeout is None else now() + timeout
                    while self._qsize() >= self.maxsize:
                        left = None if end is None else end - now()
                        if left is not None and left <= 0:
                            raise Full
                        self.not_full.wait(left)
                        if self.is_shutdown:
                            raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1
            if _tells:
                tell_item(self.not_empty._told, QUEUE_PUT, self, self.unfinished_tasks * self._counts, item)
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        with self.not_empty:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            if not block:
                if not self._qsize():
                    raise Empty
            else:
                if timeout is not None and timeout < 0:
                    raise ValueError("'timeout' must be a non-negative number")
                end = None if timeout is None else now() + timeout
                while not self._qsize():
                    left = None if end is None else end - now()
                    if left is not None and left <= 0:
                        raise Empty
                    self.not_empty.wait(left)
                    if self.is_shutdown and not self._qsize():
                        raise ShutDown
            item = self._get()
            if _tells:
                tell_item(self.not_empty._told, QUEUE_GOT, self, self.unfinished_tasks * self._counts, item)
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def shutdown(self, immediate=False):
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            if _tells:
                tell_item(self.not_empty._told, QUEUE_SHUT_DOWN, self, self.unfinished_tasks)
            self.not_empty.notify_all()
            self.not_full.notify_all()


class PriorityQueue(Queue):
    _told = 7

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    _told = 6

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class _Plain(Queue):
    """A SimpleQueue's: nobody says that an item is done."""
    _counts = 0


class SimpleQueue:
    """Simple, unbounded, reentrant FIFO queue."""
    __slots__ = '_queue', '__weakref__'
    __class_getitem__ = classmethod(GenericAlias)

    def __new__(cls, /):
        self = object.__new__(cls)
        self._queue = queue = _Plain()
        if _tells:
            queue._tell_as(tell_made(self, 5))
        return self

    def put(self, /, item, block=True, timeout=None):
        self._queue.put(item)

    def put_nowait(self, /, item):
        self._queue.put(item)

    def get(self, /, block=True, timeout=None):
        if block and not (timeout is None or isinstance(timeout, float) or hasattr(timeout, '__index__')):
            raise TypeError(f"'{type(timeout).__name__}' object cannot be interpreted as an integer or float")
        return self._queue.get(block, timeout)

    def get_nowait(self):
        return self._queue.get(False)

    def empty(self):
        return self._queue.empty()

    def qsize(self):
        return self._queue.qsize()

    def __reduce__(self):
        raise TypeError("cannot pickle '_queue.SimpleQueue' object")


SimpleQueue.__module__ = '_queue'
_like_c(SimpleQueue, *(getattr(SimpleQueue, name) for name in ('__new__', 'put', 'put_nowait', 'get', 'get_nowait', 'empty', 'qsize')))
