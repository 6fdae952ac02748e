"""multiprocessing.connection: the two ends of a pipe. An end may be had by several processes, and counts how many have it."""
import threading
from collections import deque

from .process import _lend, _pack, _unpack

__all__ = ['Connection', 'Pipe', 'wait']


class _Line:
    """What goes one way: messages, and who may still write or read them."""

    def __init__(self):
        self.messages = deque()
        self.changed = threading.Condition()
        self.writers = self.readers = 0


def _count(reads, writes, step):
    for line, who in ((reads, 'readers'), (writes, 'writers')):
        if line is not None:
            with line.changed:
                setattr(line, who, getattr(line, who) + step)
                line.changed.notify_all()


class _Claim:
    """Keeps an end open while it is on its way to another process."""

    def __init__(self, connection):
        self.ends = connection._reads, connection._writes
        _count(*self.ends, 1)

    def __reduce__(self):
        return _lend(self)


def _arrived(claim):
    connection = Connection.__new__(Connection)
    connection._reads, connection._writes = claim.ends
    return connection


class Connection:
    def __init__(self, reads, writes):
        self._reads, self._writes = reads, writes
        _count(reads, writes, 1)

    def __reduce__(self):
        self._check_open()
        return _arrived, (_Claim(self),)

    @property
    def closed(self):
        return self._reads is None and self._writes is None

    @property
    def readable(self):
        return self._reads is not None

    @property
    def writable(self):
        return self._writes is not None

    def _check_open(self):
        if self.closed:
            raise OSError('handle is closed')

    def fileno(self):
        self._check_open()
        return 3 + id(self) % 1000

    def close(self):
        if not self.closed:
            ends = self._reads, self._writes
            self._reads = self._writes = None
            _count(*ends, -1)

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def _write(self, data):
        self._check_open()
        if self._writes is None:
            raise OSError('connection is read-only')
        with self._writes.changed:
            if self._writes.readers == 0:
                raise BrokenPipeError(32, 'Broken pipe')
            self._writes.messages.append(data)
            self._writes.changed.notify_all()

    def _read(self):
        self._check_open()
        line = self._reads
        if line is None:
            raise OSError('connection is write-only')
        with line.changed:
            line.changed.wait_for(lambda: line.messages or not line.writers)
            if not line.messages:
                raise EOFError
            return line.messages.popleft()

    def send(self, obj):
        self._check_open()
        self._write(_pack(obj))

    def recv(self):
        return _unpack(self._read())

    def send_bytes(self, buf, offset=0, size=None):
        data = memoryview(buf)
        if offset < 0:
            raise ValueError('offset is negative')
        if len(data) < offset:
            raise ValueError('buffer length < offset')
        if size is not None and size < 0:
            raise ValueError('size is negative')
        if size is not None and offset + size > len(data):
            raise ValueError('buffer length < offset + size')
        self._write(bytes(data[offset:] if size is None else data[offset:offset + size]))

    def recv_bytes(self, maxlength=None):
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        return self._read()

    def recv_bytes_into(self, buf, offset=0):
        from .context import BufferTooShort
        room = memoryview(buf).cast('B')
        if offset < 0:
            raise ValueError('negative offset')
        if offset > len(room):
            raise ValueError('offset too large')
        data = self._read()
        if len(data) > len(room) - offset:
            raise BufferTooShort(data)
        room[offset : offset + len(data)] = data
        return len(data)

    def poll(self, timeout=0.0):
        self._check_open()
        line = self._reads
        if line is None:
            raise OSError('connection is write-only')
        with line.changed:
            return bool(line.changed.wait_for(lambda: line.messages or not line.writers, timeout))

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>'


def Pipe(duplex=True):
    there, back = _Line(), _Line() if duplex else None
    return Connection(there, back), Connection(back, there)


def _is_ready(thing):
    if isinstance(thing, Connection):
        return thing.poll()
    return thing.exitcode is not None  # a process's sentinel


def wait(object_list, timeout=None):
    """Those that can be read from or have ended, as soon as there is one."""
    import time
    things = list(object_list)
    end = None if timeout is None else time.monotonic() + timeout
    while not (ready := [thing for thing in things if _is_ready(thing)]):
        if end is not None and time.monotonic() >= end:
            break
        time.sleep(0.005 if end is None else min(0.005, max(end - time.monotonic(), 0)))
    return ready
