"""asyncio.timeout and Timeout."""
from _asyncio import _Timeout, get_running_loop

from .exceptions import CancelledError

__all__ = ('Timeout', 'timeout', 'timeout_at')


class Timeout(_Timeout):
    """Cancels the task that is inside it when the deadline comes, and makes a TimeoutError of that."""

    def __init__(self, when):
        self._start(when)

    def __repr__(self):
        when = ''
        state = self._state
        if state == 'active':
            when = self.when()
            when = f' when={round(when, 3) if when is not None else None}'
        return f'<Timeout [{state}]{when}>'

    async def __aenter__(self):
        self._enter()
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        own = self._exit(exc_type)
        assert own is not None
        if own:
            # Only our own cancellation becomes a TimeoutError.
            if issubclass(exc_type, CancelledError):
                raise TimeoutError from exc_val
            if exc_val is not None:
                self._insert_timeout_error(exc_val)
                if isinstance(exc_val, ExceptionGroup):
                    for exc in exc_val.exceptions:
                        self._insert_timeout_error(exc)
        return None

    def _on_timeout(self):
        self._expire()

    @staticmethod
    def _insert_timeout_error(exc_val):
        while exc_val.__context__ is not None:
            if isinstance(exc_val.__context__, CancelledError):
                error = TimeoutError()
                error.__context__ = error.__cause__ = exc_val.__context__
                exc_val.__context__ = error
                break
            exc_val = exc_val.__context__


def timeout(delay):
    loop = get_running_loop()
    return Timeout(loop.time() + delay if delay is not None else None)


def timeout_at(when):
    return Timeout(when)
