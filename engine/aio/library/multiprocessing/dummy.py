"""multiprocessing.dummy: the names of multiprocessing, with threads."""
import array
import queue
import sys
import threading
import weakref
from threading import BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

__all__ = ['Process', 'current_process', 'active_children', 'freeze_support', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition',
           'Event', 'Barrier', 'Queue', 'Manager', 'Pipe', 'Pool', 'JoinableQueue']

Barrier, Queue, JoinableQueue = threading.Barrier, queue.Queue, queue.Queue
current_process = threading.current_thread


class DummyProcess(threading.Thread):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        super().__init__(group, target, name, args, kwargs)
        self._parent = current_process()
        self.__dict__.setdefault('_children', weakref.WeakSet())

    def start(self):
        self._parent.__dict__.setdefault('_children', weakref.WeakSet()).add(self)
        super().start()

    @property
    def exitcode(self):
        return 0 if self._started and not self.is_alive() else None


Process = DummyProcess


def freeze_support():
    pass


def active_children():
    return [each for each in current_process().__dict__.get('_children', ()) if each.is_alive()]


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)


class Value:
    def __init__(self, typecode, value, lock=True):
        self.value = value


def Array(typecode, sequence, lock=True):
    return array.array(typecode, sequence)


dict, list = dict, list


def Manager():
    return sys.modules[__name__]


def shutdown():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    from .pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)


def Pipe(duplex=True):
    from .connection import Pipe
    return Pipe(duplex)
