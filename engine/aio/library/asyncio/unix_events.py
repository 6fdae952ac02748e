"""asyncio.unix_events."""
from .events import EventLoop, SelectorEventLoop, _UnixSelectorEventLoop
