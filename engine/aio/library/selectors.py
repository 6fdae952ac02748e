"""selectors: waiting for several sockets at once, without a loop."""
import _net
from _loopscope import current, now, park
from collections import namedtuple

EVENT_READ, EVENT_WRITE = 1, 2
SelectorKey = namedtuple('SelectorKey', ('fileobj', 'fd', 'events', 'data'))


def _number(fileobj):
    if isinstance(fileobj, int):
        number = fileobj
    else:
        try:
            number = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f'Invalid file object: {fileobj!r}') from None
    if number < 0:
        raise ValueError(f'Invalid file descriptor: {number}')
    return number


def _now_ready(number):
    try:
        return _net.ready(number)
    except NotImplementedError:
        import _files
        if _files.is_open(number):
            raise
        return 0  # closed meanwhile: nothing comes of it any more


def _wait(wanted, timeout):
    """Pairs of a file number and what it is ready for, of what is wanted, as soon as there is one."""
    deadline = float('inf') if timeout is None else now() + max(timeout, 0)
    while True:
        ready = [(number, sides) for number, events in wanted if (sides := _now_ready(number) & events)]
        if ready or now() >= deadline:
            return ready
        _net.add_waiter(current())
        park(min(_net.next_arrival(), deadline))


class BaseSelector:
    def __init__(self):
        self._keys = {}

    def register(self, fileobj, events, data=None):
        if not events or events & ~3:
            raise ValueError(f'Invalid events: {events!r}')
        number = _number(fileobj)
        if number in self._keys:
            raise KeyError(f'{fileobj!r} (FD {number}) is already registered')
        key = self._keys[number] = SelectorKey(fileobj, number, events, data)
        return key

    def unregister(self, fileobj):
        key = self.get_key(fileobj)
        del self._keys[key.fd]
        return key

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def select(self, timeout=None):
        ready = _wait([(key.fd, key.events) for key in self._keys.values()], timeout)
        return [(self._keys[number], sides) for number, sides in ready]

    def get_key(self, fileobj):
        try:
            number = _number(fileobj)
        except ValueError:
            for key in self._keys.values():
                if key.fileobj is fileobj:  # closed meanwhile
                    return key
            raise
        if number in self._keys:
            return self._keys[number]
        raise KeyError(f'{fileobj!r} is not registered')

    def get_map(self):
        return {key.fileobj: key for key in self._keys.values()}

    def fileno(self):
        return -1

    def close(self):
        self._keys.clear()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class SelectSelector(BaseSelector):
    pass


class PollSelector(BaseSelector):
    pass


class EpollSelector(BaseSelector):
    pass


DefaultSelector = EpollSelector
