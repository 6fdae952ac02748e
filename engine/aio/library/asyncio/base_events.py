"""asyncio.base_events: where the loop's base class and Server are found."""
from _asyncio import _end_of_run

from .events import BaseEventLoop
from .selector_events import Server

__all__ = ('BaseEventLoop', 'Server')
_run_until_complete_cb = _end_of_run()
