"""asyncio.base_events: where the loop's base class and Server are found."""
from .events import BaseEventLoop
from .selector_events import Server

__all__ = ('BaseEventLoop', 'Server')
