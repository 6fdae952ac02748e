"""_queue: where pickles look for what CPython has of queues in C."""
from queue import Empty, SimpleQueue

__all__ = ['Empty', 'SimpleQueue']
