"""asyncio.TaskGroup."""
from _asyncio import _Told, _make_future, current_task, get_running_loop

from .exceptions import CancelledError

__all__ = ('TaskGroup',)


class TaskGroup(_Told):
    """Tasks that are awaited together; when one fails, the others are cancelled."""
    _told = 8

    def __init__(self):
        self._tell(0)
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        # A dict, so that a failing group cancels its tasks in the order in which they were made.
        self._tasks = {}
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        info = ['']
        if self._tasks:
            info.append(f'tasks={len(self._tasks)}')
        if self._errors:
            info.append(f'errors={len(self._errors)}')
        if self._aborting:
            info.append('cancelling')
        elif self._entered:
            info.append('entered')
        return f"<TaskGroup{' '.join(info)}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        self._entered = True
        if self._loop is None:
            self._loop = get_running_loop()
        self._parent_task = current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')
        return self

    async def __aexit__(self, et, exc, tb):
        tb = None
        error = True
        try:
            await self._aexit(et, exc)
            error = None
        finally:
            self._tell_end(error)
            # The errors' tracebacks must not keep this frame's names alive.
            self._parent_task = None
            self._errors = None
            self._base_error = None
            exc = None

    async def _aexit(self, et, exc):
        self._exiting = True
        if et is not None and self._is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        if et is not None and issubclass(et, CancelledError):
            propagate = exc
        else:
            propagate = None
        if et is not None and not self._aborting:
            # The body failed: the tasks are not needed any more.
            self._abort(None, exc)
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = _make_future(self._loop, 'wait')
                self._tell_wait(self._on_completed_fut)
            try:
                await self._on_completed_fut
            except CancelledError as cancelled:
                if not self._aborting:
                    # Cancelled from outside while waiting.
                    propagate = cancelled
                    self._abort(None, cancelled)
            self._on_completed_fut = None
        if self._base_error is not None:
            try:
                raise self._base_error
            finally:
                exc = None
        if self._parent_cancel_requested:
            # Take back our own cancellation; what is left was asked for by somebody else.
            if self._parent_task.uncancel() == 0:
                propagate = None
        try:
            if propagate is not None and not self._errors:
                try:
                    raise propagate
                finally:
                    exc = None
        finally:
            propagate = None
        if et is not None and not issubclass(et, CancelledError):
            self._errors.append(exc)
        if self._errors:
            if self._parent_task.cancelling():
                # Keeps the count, and makes the next await raise.
                self._parent_task.uncancel()
                self._cancel(self._parent_task)
            try:
                raise BaseExceptionGroup('unhandled errors in a TaskGroup', self._errors) from None
            finally:
                exc = None

    def create_task(self, coro, **kwargs):
        if not self._entered:
            coro.close()
            raise RuntimeError(f'TaskGroup {self!r} has not been entered')
        if self._exiting and not self._tasks:
            coro.close()
            raise RuntimeError(f'TaskGroup {self!r} is finished')
        if self._aborting:
            coro.close()
            raise RuntimeError(f'TaskGroup {self!r} is shutting down')
        task = self._loop.create_task(coro, **kwargs)
        self._tell_task(task)
        self._tasks[task] = None
        task.add_done_callback(self._on_task_done)
        try:
            return task
        finally:
            del task

    def _is_base_error(self, exc):
        return isinstance(exc, (SystemExit, KeyboardInterrupt))

    def _abort(self, failed, error):
        self._aborting = True
        self._tell_cancels(failed, error, self._tasks)
        for task in list(self._tasks):
            if not task.done():
                self._cancel(task)

    def _on_task_done(self, task):
        self._tasks.pop(task, None)
        if self._on_completed_fut is not None and not self._tasks:
            if not self._on_completed_fut.done():
                self._on_completed_fut.set_result(True)
        if task.cancelled():
            return
        exc = task.exception()
        if exc is None:
            return
        self._tell_error(task)
        self._errors.append(exc)
        if self._is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        if self._parent_task.done():
            self._loop.call_exception_handler({
                'message': f'Task {task!r} has errored out but its parent task {self._parent_task} is already completed',
                'exception': exc,
                'task': task,
            })
            return
        if not self._aborting and not self._parent_cancel_requested:
            # Wakes the parent, which may be anywhere inside the body or waiting at the end.
            self._abort(task, exc)
            self._parent_cancel_requested = True
            self._cancel(self._parent_task)
