"""The ready queue and the timers of a loop as CPython's loops show them."""
from _collections import deque

from .events import Handle, TimerHandle
from .selector_events import _set_result_unless_cancelled


class TaskStepMethWrapper:
    """Stands for the next step of a task."""
    __module__ = '_asyncio'

    def __init__(self, task):
        self.__self__ = task

    def __call__(self):
        raise RuntimeError('the step of a task is taken by its loop')

    def __repr__(self):
        return f'<_asyncio.TaskStepMethWrapper object at {id(self):#x}>'


class _Wakeup:
    def __init__(self, task):
        self.__self__ = task
        self.__name__, self.__qualname__ = 'task_wakeup', f'{type(task).__qualname__}.task_wakeup'

    def __call__(self, future):
        raise RuntimeError('a task is woken by its loop')

    def __repr__(self):
        return f'<built-in method task_wakeup of {self.__qualname__.partition(".")[0]} object at {id(self.__self__):#x}>'


def _callback(future):
    """Stands for what asyncio does itself when a future is done."""


def ready(loop, found):
    handles = deque()
    for item in found:
        if isinstance(item, tuple):
            task, woken, _ = item
            callback = _callback if task is None else _Wakeup(task) if woken else TaskStepMethWrapper(task)
            item = Handle(callback, (), loop)
        handles.append(item)
    return handles


def scheduled(loop, found):
    return [TimerHandle(item[2], _set_result_unless_cancelled, (None, None), loop) if isinstance(item, tuple) else item
            for item in found]
