"""gather, wait and shield of futures that are asked by their methods (asked.c), or of loops that make their own."""
from _asyncio import Future, _get_running_loop, current_task, get_running_loop

from .exceptions import CancelledError
from .futures import future_add_to_awaited_by, future_discard_from_awaited_by
from .tasks import FIRST_COMPLETED, FIRST_EXCEPTION, _release_waiter, ensure_future


def _loop_of(future):
    if hasattr(future, 'get_loop'):
        return future.get_loop()
    return future._loop


class _GatheringFuture(Future):
    """Cancelling it cancels its children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        asked = False
        for child in self._children:
            if child.cancel(msg=msg):
                asked = True
        if asked:
            self._cancel_requested = True
        return asked


_GatheringFuture.__module__ = 'asyncio.tasks'


def gather(given, return_exceptions):
    finished = 0
    outer = None
    loop, task = _running()

    def _done_callback(child):
        nonlocal finished
        finished += 1
        if task is not None:
            future_discard_from_awaited_by(child, task)
        if outer is None or outer.done():
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled_error())
                return
            error = child.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished < len(callers):
            return
        results = []
        for child in children:
            if child.cancelled():
                message = '' if child._cancel_message is None else child._cancel_message
                results.append(CancelledError(message))
            else:
                error = child.exception()
                results.append(child.result() if error is None else error)
        if outer._cancel_requested:
            outer.set_exception(child._make_cancelled_error())
        else:
            outer.set_result(results)

    callers = {}
    children, done = [], []
    for argument in given:
        child = callers.get(argument)
        if child is None:
            child = ensure_future(argument, loop=loop)
            if child is argument or loop is None:
                of = _loop_of(child)  # it is asked, although the core knows
                loop = loop or of
            if child is not argument:
                child._log_destroy_pending = False
            callers[argument] = child
            if child.done():
                done.append(child)
            else:
                if task is not None:
                    future_add_to_awaited_by(child, task)
                child.add_done_callback(_done_callback)
        children.append(child)
    outer = _GatheringFuture(children, loop=loop)
    for child in done:
        _done_callback(child)
    return outer


def gather_nothing(loop):
    outer = loop.create_future()
    outer.set_result([])
    return outer


def _running():
    """The loop and the task that run here, or None and None."""
    loop = _get_running_loop()
    return loop, None if loop is None else current_task(loop)


async def wait(fs, timeout, return_when):
    loop = get_running_loop()
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _release_waiter, waiter)
    left = len(fs)
    task = current_task()

    def _on_completion(f):
        nonlocal left
        left -= 1
        future_discard_from_awaited_by(f, task)
        if (left <= 0 or return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None):
            if timer is not None:
                timer.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(_on_completion)
        future_add_to_awaited_by(f, task)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)


def shield(inner):
    if inner.done():
        return inner
    outer = _loop_of(inner).create_future()
    task = _running()[1]

    def _clear_awaited_by_callback(inner):
        future_discard_from_awaited_by(inner, task)

    def _inner_done_callback(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is not None:
                outer.set_exception(error)
            else:
                outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)
            inner.remove_done_callback(_log_on_exception)
            inner.add_done_callback(_log_on_exception)

    if task is not None:
        future_add_to_awaited_by(inner, task)
        inner.add_done_callback(_clear_awaited_by_callback)
    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def _log_on_exception(future):
    if future.cancelled():
        return
    error = future.exception()
    if error is None:
        return
    context = {'message': f'{type(error).__name__} exception in shielded future', 'exception': error, 'future': future}
    if future._source_traceback:
        context['source_traceback'] = future._source_traceback
    future._loop.call_exception_handler(context)
