"""selectors: waiting for several sockets at once, without a loop."""
import _net
from _loopscope import current, now, park, selecting
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

EVENT_READ, EVENT_WRITE = 1, 2
inf = float('inf')
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
    deadline = inf if timeout is None else now() + max(timeout, 0)
    while True:
        ready = [(number, sides) for number, events in wanted if (sides := _now_ready(number) & events)]
        if ready or now() >= deadline:
            return ready
        due = selecting(True)  # of a loop that waits by this
        if due >= 0:
            _net.add_waiter(current())
            park(min(_net.next_arrival(), deadline, due))
        selecting(False)
        if due < inf and now() >= due:
            return []


class _SelectorMapping(Mapping):
    """What is registered, looked up by file object or number."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def get(self, fileobj, default=None):
        try:
            return self[fileobj]
        except KeyError:
            return default

    def __getitem__(self, fileobj):
        return self._selector._key(fileobj)

    def __iter__(self):
        return iter(self._selector._keys)


class BaseSelector(metaclass=ABCMeta):
    """What every selector offers."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        raise NotImplementedError

    def close(self):
        pass

    def get_key(self, fileobj):
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError('Selector is closed')
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None

    @abstractmethod
    def get_map(self):
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _BaseSelectorImpl(BaseSelector):
    def __init__(self):
        self._keys = {}
        self._map = _SelectorMapping(self)

    def _key(self, fileobj):
        try:
            key = self._keys.get(_number(fileobj))
        except ValueError:
            for key in self._keys.values():
                if key.fileobj is fileobj:  # closed meanwhile
                    return key
            raise
        if key is None:
            raise KeyError(f'{fileobj!r} is not registered')
        return key

    def register(self, fileobj, events, data=None):
        if not events or events & ~3:
            raise ValueError(f'Invalid events: {events!r}')
        number = _number(fileobj)
        if number in self._keys:
            raise KeyError(f'{fileobj!r} (FD {number}) is already registered')
        key = self._keys[number] = SelectorKey(fileobj, number, events, data)
        return key

    def unregister(self, fileobj):
        key = self._key(fileobj)
        del self._keys[key.fd]
        return key

    def modify(self, fileobj, events, data=None):
        key = self._key(fileobj)
        if (key.events, key.data) != (events, data):
            self.unregister(fileobj)
            key = self.register(fileobj, events, data)
        return key

    def select(self, timeout=None):
        ready = _wait([(key.fd, key.events) for key in self._keys.values()], timeout)
        return [(self._keys[number], sides) for number, sides in ready]

    def get_map(self):
        return self._map

    def close(self):
        self._keys.clear()
        self._map = None


class SelectSelector(_BaseSelectorImpl):
    pass


class PollSelector(_BaseSelectorImpl):
    pass


class EpollSelector(_BaseSelectorImpl):
    """One that has a file of its own in CPython: when that is closed, nothing can be done any more."""

    def _check_open(self):
        if self._map is None:
            raise ValueError('I/O operation on closed epoll object')

    def fileno(self):
        self._check_open()
        return -1

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        if self._map is None:
            del self._keys[key.fd]
            self._check_open()
        return key

    def select(self, timeout=None):
        self._check_open()
        return super().select(timeout)


DefaultSelector = EpollSelector
