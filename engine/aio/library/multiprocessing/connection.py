"""multiprocessing.connection: the two ends of a pipe, which may be had by several processes and count how many have them, and
connections to a listener over the network of the run."""
import threading
from collections import deque

from .process import _lend, _pack, _unpack

__all__ = ['Client', 'Connection', 'Listener', 'Pipe', 'wait']


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


# ---- over sockets

_CHALLENGE, _WELCOME, _FAILURE = b'#CHALLENGE#', b'#WELCOME#', b'#FAILURE#'


class _Stream(Connection):
    """A connection over a socket: each message behind its length."""

    def __init__(self, sock):
        self._reads = self._writes = sock

    def fileno(self):
        self._check_open()
        return self._reads.fileno()

    def close(self):
        sock, self._reads, self._writes = self._reads, None, None
        if sock is not None:
            sock.close()

    def __reduce__(self):
        raise NotImplementedError('Loopscope has no pickling of connections over sockets yet')

    def _write(self, data):
        self._check_open()
        size = len(data)
        head = size.to_bytes(4, 'big') if size <= 0x7fffffff else b'\xff' * 4 + size.to_bytes(8, 'big')
        self._writes.sendall(head + data)

    def _exactly(self, size):
        parts = bytearray()
        while len(parts) < size:
            part = self._reads.recv(min(size - len(parts), 65536))
            if not part:
                if parts:
                    raise OSError('got end of file during message')
                raise EOFError
            parts += part
        return bytes(parts)

    def _read(self, most=None):
        self._check_open()
        size = int.from_bytes(self._exactly(4), 'big', signed=True)
        if size == -1:
            size = int.from_bytes(self._exactly(8), 'big')
        if most is not None and size > most:
            self.close()
            raise OSError('bad message length')
        return self._exactly(size) if size else b''

    def send(self, obj):
        import pickle
        self._check_open()
        self._write(pickle.dumps(obj))

    def recv(self):
        import pickle
        return pickle.loads(self._read())

    def recv_bytes(self, maxlength=None):
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        return self._read(maxlength)

    def poll(self, timeout=0.0):
        from _loopscope import now
        self._check_open()
        try:
            self._reads._wait_for(1, None if timeout is None else now() + timeout)
        except TimeoutError:
            return False
        return True


_Stream.__name__ = _Stream.__qualname__ = 'Connection'


def address_type(address):
    if type(address) is tuple:
        return 'AF_INET'
    if type(address) is str:
        return 'AF_PIPE' if address.startswith('\\\\') else 'AF_UNIX'
    raise ValueError('address type of %r unrecognized' % address)


def _check(family, authkey):
    import socket
    if family == 'AF_PIPE' or not hasattr(socket, family):
        raise ValueError('Family %s is not recognized.' % family)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')
    return getattr(socket, family)


def _digest(authkey, message):
    import hmac
    return b'{sha256}' + hmac.new(authkey, message, 'sha256').digest()


def deliver_challenge(connection, authkey):
    """Asks the other side for a proof that it has the same key."""
    from os import urandom
    from .context import AuthenticationError
    message = b'{sha256}' + urandom(40)
    connection.send_bytes(_CHALLENGE + message)
    if connection.recv_bytes(256) == _digest(authkey, message):
        connection.send_bytes(_WELCOME)
    else:
        connection.send_bytes(_FAILURE)
        raise AuthenticationError('digest received was wrong')


def answer_challenge(connection, authkey):
    from .context import AuthenticationError
    message = connection.recv_bytes(256)
    if not message.startswith(_CHALLENGE):
        raise AuthenticationError(f'Protocol error, expected challenge: {message=}')
    connection.send_bytes(_digest(authkey, message[len(_CHALLENGE):]))
    if connection.recv_bytes(256) != _WELCOME:
        raise AuthenticationError('digest sent was rejected')


class Listener:
    _names = 0

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        import socket
        family = family or (address_type(address) if address else 'AF_UNIX')
        kind = _check(family, authkey)
        if not address:
            Listener._names += 1
            address = ('localhost', 0) if family == 'AF_INET' else f'/tmp/listener-{Listener._names}'
        self._listener = socket.socket(kind)
        try:
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._listener.bind(address)
            self._listener.listen(backlog)
        except OSError:
            self._listener.close()
            raise
        self._address = self._listener.getsockname()
        self._authkey, self._last_accepted = authkey, None

    def accept(self):
        if self._listener is None:
            raise OSError('listener is closed')
        sock, self._last_accepted = self._listener.accept()
        connection = _Stream(sock)
        if self._authkey is not None:
            deliver_challenge(connection, self._authkey)
            answer_challenge(connection, self._authkey)
        return connection

    def close(self):
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


def Client(address, family=None, authkey=None):
    import socket
    sock = socket.socket(_check(family or address_type(address), authkey))
    try:
        sock.connect(address)
    except OSError:
        sock.close()
        raise
    connection = _Stream(sock)
    if authkey is not None:
        answer_challenge(connection, authkey)
        deliver_challenge(connection, authkey)
    return connection


def __getattr__(name):
    if name == 'AuthenticationError':
        from .context import AuthenticationError
        return AuthenticationError
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


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
