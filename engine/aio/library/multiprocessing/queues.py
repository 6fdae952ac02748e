"""multiprocessing.queues: queues of pickled items. What goes in is written at once, not by a thread of its own."""
import queue
import sys

import _host
from .process import _assert_starting, _lend, _pack, _unpack

__all__ = ['Queue', 'SimpleQueue', 'JoinableQueue']
_LIMIT = 2147483647


class _End:
    """One process's end of a queue that several have."""

    def __init__(self, items):
        self._items, self._closed = items, False

    def __reduce__(self):
        _assert_starting(self)
        return _taken_over, (type(self), _Ref(self._items))

    def empty(self):
        return self._items.empty()

    def close(self):
        self._closed = True


class _Ref:
    def __init__(self, thing):
        self.thing = thing

    def __reduce__(self):
        return _lend(self.thing)


def _taken_over(cls, items):
    end = cls.__new__(cls)
    _End.__init__(end, items)
    return end


class Queue(_End):
    def __init__(self, maxsize=0, *, ctx=None):
        super().__init__(queue.Queue(_LIMIT if maxsize <= 0 else maxsize))

    def put(self, obj, block=True, timeout=None):
        self._check_closed()
        try:
            data = _pack(obj)
        except Exception as error:  # told where the thread that writes tells it, and forgotten
            sys.stderr.write(_host.format_exception(error))
            return
        self._items.put(data, block, timeout)

    def get(self, block=True, timeout=None):
        self._check_closed()
        return _unpack(self._items.get(block, timeout))

    def put_nowait(self, obj):
        self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return self._items.qsize()

    def full(self):
        return self._items.full()

    def _check_closed(self):
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')

    def join_thread(self):
        assert self._closed, f'Queue {self!r} not closed'

    def cancel_join_thread(self):
        pass


class JoinableQueue(Queue):
    def task_done(self):
        self._items.task_done()

    def join(self):
        self._items.join()


class SimpleQueue(_End):
    def __init__(self, *, ctx=None):
        super().__init__(queue.Queue())

    def put(self, obj):
        self._items.put(_pack(obj))

    def get(self):
        return _unpack(self._items.get())
