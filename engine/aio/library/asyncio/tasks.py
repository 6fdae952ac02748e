"""Tasks and what waits for them."""
from _asyncio import (Future, Task, _cancel_because, _enter_task, _leave_task, _make_future, _register_eager_task, _register_task,
                      _swap_current_task, _unregister_eager_task, _unregister_task, all_tasks, current_task, get_event_loop,
                      get_running_loop, _wait_future)
import _asyncio
from _native import in_c

from .coroutines import iscoroutine
from .exceptions import CancelledError
from .futures import _convert, isfuture

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait', 'wait_for', 'as_completed', 'sleep',
           'gather', 'shield', 'ensure_future', 'run_coroutine_threadsafe', 'current_task', 'all_tasks', 'create_eager_task_factory',
           'eager_task_factory', '_register_task', '_unregister_task', '_enter_task', '_leave_task')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


# The work of these is done in C.
async def sleep(delay, result=None): pass
def gather(*coros_or_futures, return_exceptions=False): pass
def shield(arg): pass
def ensure_future(coro_or_future, *, loop=None): pass


for _each in (sleep, gather, shield, ensure_future):
    in_c(_each, getattr(_asyncio, _each.__name__))


def create_task(coro, **kwargs):
    if not kwargs:  # nothing is bound and no dict unpacked for what nearly every call is
        return get_running_loop().create_task(coro)
    return get_running_loop().create_task(coro, **kwargs)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = set(fs)
    if any(iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when)


async def _wait(fs, timeout, return_when):
    # CPython has the task in a variable here too: a task that is cancelled in wait() is part of a cycle.
    task = current_task()
    waiter = _wait_future(fs, timeout, return_when)
    if waiter is None:
        from ._asked import wait as asked
        await asked(fs, timeout, return_when)
    else:
        try:
            await waiter
        finally:
            waiter._end()
    done, pending = set(), set()
    for f in fs:
        if f.done():
            done.add(f)
        else:
            pending.add(f)
    return done, pending


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError from error
    from .timeouts import timeout as expiring
    async with expiring(timeout):
        return await fut


async def _cancel_and_wait(fut):
    from functools import partial
    waiter = get_running_loop().create_future()
    released = partial(_release_waiter, waiter)
    fut.add_done_callback(released)
    try:
        _cancel_because(fut, 3)
        await waiter
    finally:
        fut.remove_done_callback(released)


class _AsCompletedIterator:
    """What as_completed returns: futures in the order in which they finish, by `for` (awaitables) or `async for`."""

    def __init__(self, aws, timeout):
        from .queues import DoneQueue
        self._done = DoneQueue()
        self._timeout_handle = None
        loop = get_event_loop()
        todo = {ensure_future(aw, loop=loop): None for aw in set(aws)} if not isinstance(aws, (list, tuple)) else {
            ensure_future(aw, loop=loop): None for aw in dict.fromkeys(aws)}
        for f in todo:
            f.add_done_callback(self._handle_completion)
        if todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo = todo
        self._todo_left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._todo_left:
            raise StopAsyncIteration
        self._todo_left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._todo_left:
            raise StopIteration
        self._todo_left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        for f in self._todo:
            f.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, f):
        if f not in self._todo:
            return
        del self._todo[f]
        self._done.put_nowait(f)
        if not self._todo and self._timeout_handle is not None:
            self._timeout_handle.cancel()

    async def _wait_for_one(self, resolve=False):
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f.result() if resolve else f


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expects an iterable of awaitables, not {type(fs).__name__}')
    return _AsCompletedIterator(fs, timeout)


def run_coroutine_threadsafe(coro, loop):
    import concurrent.futures
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    future = concurrent.futures.Future()
    if concurrent.futures._tells:
        future._told_job = getattr(coro, '__name__', '')

    def callback():
        try:
            _chain_future(ensure_future(coro, loop=loop), future, loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return future


def _chain_future(task, future, loop):
    """A task's outcome becomes that of a concurrent future."""
    def _call_set_state(task):
        if task.cancelled():
            future.cancel()
        if not future.set_running_or_notify_cancel():
            return
        error = task.exception() if not task.cancelled() else CancelledError()
        if error is not None:
            future.set_exception(_convert(error))
        else:
            future.set_result(task.result())

    def _call_check_cancel(future):
        if future.cancelled():
            loop.call_soon_threadsafe(task.cancel)

    task.add_done_callback(_call_set_state)
    future.add_done_callback(_call_check_cancel)


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)


def __getattr__(name):
    from ._twins import twin
    return twin(__name__, name)
