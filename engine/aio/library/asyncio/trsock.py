"""asyncio.trsock."""
from .selector_events import TransportSocket
