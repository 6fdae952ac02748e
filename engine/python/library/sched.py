"""sched: events in order of time, and of priority at the same time."""
import heapq
import time
from collections import namedtuple
from itertools import count
from threading import RLock

__all__ = ['scheduler']


class Event(namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')):
    __slots__ = ()


class scheduler:
    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self.timefunc, self.delayfunc = timefunc, delayfunc
        self._events, self._numbers, self._lock = [], count(), RLock()

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        with self._lock:
            event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is None else kwargs)
            heapq.heappush(self._events, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._events.remove(event)
            heapq.heapify(self._events)

    def empty(self):
        return not self._events

    @property
    def queue(self):
        return sorted(self._events)

    def run(self, blocking=True):
        while self._events:
            with self._lock:
                due = self._events[0].time - self.timefunc()
                event = heapq.heappop(self._events) if due <= 0 else None
            if event is not None:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)  # others may run
            elif not blocking:
                return due
            else:
                self.delayfunc(due)
        return None
