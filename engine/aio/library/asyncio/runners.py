"""asyncio.run and Runner."""
import _signal
import _loopscope
from _contextvars import copy_context
from _asyncio import _cancel_because, _get_running_loop, _tasks_in_order, gather, iscoroutine

from . import events, exceptions

__all__ = ('Runner', 'run')


class Runner:
    """A loop, the signals and the cleaning up around one or more top coroutines."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug, self._loop_factory = debug, loop_factory
        self._state, self._set_event_loop, self._interrupt_count = 'created', False, 0
        self._loop = self._context = None

    def __enter__(self):
        self._lazy_init()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def close(self):
        if self._state != 'initialized':
            return
        try:
            loop = self._loop
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor(300))
        finally:
            if self._set_event_loop:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = 'closed'

    def get_loop(self):
        self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        if _get_running_loop() is not None:
            raise RuntimeError('Runner.run() cannot be called from a running event loop')
        self._lazy_init()
        if not iscoroutine(coro):
            of_generator = getattr(getattr(coro, 'gi_code', None), 'co_flags', 0) & 0x100   # made by types.coroutine
            if not of_generator and not hasattr(coro, '__await__'):
                raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
            coro = _awaiting(coro)
        if context is None:
            context = self._context
        task = self._loop.create_task(coro, context=context)
        ours = None
        if (_loopscope.current() is _loopscope.main()
                and _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler):
            def ours(number, frame):
                self._on_sigint(task)
            _signal.signal(_signal.SIGINT, ours)
        self._interrupt_count = 0
        try:
            return self._loop.run_until_complete(task)
        except exceptions.CancelledError:
            if self._interrupt_count > 0 and task.uncancel() == 0:
                raise KeyboardInterrupt()
            raise
        finally:
            if ours is not None and _signal.getsignal(_signal.SIGINT) is ours:
                _signal.signal(_signal.SIGINT, _signal.default_int_handler)

    def _lazy_init(self):
        if self._state == 'closed':
            raise RuntimeError('Runner is closed')
        if self._state == 'initialized':
            return
        if self._loop_factory is None:
            self._loop = events.new_event_loop()
            if not self._set_event_loop:
                events.set_event_loop(self._loop)
                self._set_event_loop = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = copy_context()
        self._state = 'initialized'

    def _on_sigint(self, main_task):
        # The first Ctrl-C cancels the main task, which can clean up; the second one is for the impatient.
        self._interrupt_count += 1
        if self._interrupt_count == 1 and not main_task.done():
            _cancel_because(main_task, 5)
            self._loop.call_soon_threadsafe(lambda: None)
            return
        raise KeyboardInterrupt()


async def _awaiting(awaitable):
    return await awaitable


def run(main, *, debug=None, loop_factory=None):
    if _get_running_loop() is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all_tasks(loop):
    left = _tasks_in_order(loop)
    if not left:
        return
    for task in left:
        _cancel_because(task, 4)
    loop.run_until_complete(gather(*left, return_exceptions=True))
    for task in left:
        error = None if task.cancelled() else task.exception()
        if error is not None:
            loop.call_exception_handler({'message': 'unhandled exception during asyncio.run() shutdown', 'exception': error, 'task': task})
