"""Future, isfuture, wrap_future."""
from _asyncio import Future, _make_future, get_event_loop
import _asyncio
from _native import in_c

from .exceptions import CancelledError, InvalidStateError

__all__ = ('Future', 'wrap_future', 'isfuture', 'future_discard_from_awaited_by', 'future_add_to_awaited_by')


def isfuture(obj): pass


in_c(isfuture, _asyncio.isfuture)
isfuture.__module__ = 'asyncio.base_futures'


def future_add_to_awaited_by(future, waiter, /):
    """Tells the call graph of a waiting that it cannot see."""
    if isinstance(future, Future) and isinstance(waiter, Future):
        from .graph import WeakSet, _told
        _told.setdefault(future, WeakSet()).add(waiter)


def future_discard_from_awaited_by(future, waiter, /):
    if isinstance(future, Future) and isinstance(waiter, Future):
        from .graph import _told
        _told.get(future, set()).discard(waiter)


def _convert(error):
    """The asyncio exception that stands for one of concurrent.futures."""
    import concurrent.futures
    if type(error) is concurrent.futures.CancelledError:
        return CancelledError(*error.args).with_traceback(error.__traceback__)
    if type(error) is concurrent.futures.InvalidStateError:
        return InvalidStateError(*error.args).with_traceback(error.__traceback__)
    return error


def _copy_state(source, target):
    """Gives the outcome of a concurrent.futures.Future to an asyncio one."""
    if target.cancelled():
        return
    assert not target.done()
    if source.cancelled():
        target.cancel()
        return
    error = source.exception()
    if error is not None:
        target.set_exception(_convert(error))
    else:
        target.set_result(source.result())


def _chain_future(source, target, loop):
    """A concurrent future's outcome becomes that of an asyncio future of `loop`; cancelling goes the other way."""
    def _call_check_cancel(target):
        if target.cancelled():
            source.cancel()

    def _set_state(target, source):
        _copy_state(source, target)

    def _call_set_state(source):
        if loop.is_closed():
            return
        try:
            loop.call_soon_threadsafe(_set_state, target, source)
        except MemoryError:
            loop.call_soon_threadsafe(_set_state, target, source)  # nothing else tells those who await it

    target.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    import concurrent.futures
    assert isinstance(future, concurrent.futures.Future), f'concurrent.futures.Future is expected, got {future!r}'
    if loop is None:
        loop = get_event_loop()
    wrapped = _make_future(loop, 'executor')
    _chain_future(future, wrapped, loop)
    return wrapped


def __getattr__(name):
    from ._twins import twin
    return twin(__name__, name)
