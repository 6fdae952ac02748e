"""Streams: a reader that collects what arrives, a writer that hands to the transport, the protocol between them."""
from _asyncio import get_event_loop, get_running_loop, _make_future, iscoroutine, sleep
from collections import deque
from weakref import ref

from .exceptions import IncompleteReadError, LimitOverrunError
from .protocols import Protocol
from .transports import _warn_unclosed

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server', 'open_unix_connection',
           'start_unix_server')

_DEFAULT_LIMIT = 2 ** 16


def _server_factory(client_connected_cb, limit):
    loop = get_running_loop()
    return lambda: StreamReaderProtocol(StreamReader(limit=limit, loop=loop), client_connected_cb, loop=loop)


async def _open(connect, limit, *where, **kwds):
    loop = get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await getattr(loop, connect)(lambda: protocol, *where, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    return await _open('create_connection', limit, host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    return await _open('create_unix_connection', limit, path, **kwds)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    return await get_running_loop().create_server(_server_factory(client_connected_cb, limit), host, port, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    return await get_running_loop().create_unix_server(_server_factory(client_connected_cb, limit), path, **kwds)


class FlowControlMixin(Protocol):
    """drain() waits while the transport has asked for a pause."""

    def __init__(self, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._paused = False
        self._drain_waiters = deque()
        self._connection_lost = False

    def pause_writing(self):
        assert not self._paused
        self._paused = True

    def resume_writing(self):
        assert self._paused
        self._paused = False
        self._wake_writers(None)

    def _wake_writers(self, exc):
        for waiter in self._drain_waiters:
            _settle(waiter, exc)

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._paused:
            self._wake_writers(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError('Connection lost')
        if not self._paused:
            return
        waiter = _stream_future(self._loop, getattr(self, '_transport', None), 2)
        self._drain_waiters.append(waiter)
        try:
            await waiter
        finally:
            self._drain_waiters.remove(waiter)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


def _settle(waiter, exc):
    if not waiter.done():
        if exc is None:
            waiter.set_result(None)
        else:
            waiter.set_exception(exc)


def _stream_future(loop, transport, side):
    """A future whose story says for which connection it waits: 1 for bytes to read, 2 for room to write."""
    future = _make_future(loop, 'stream')
    sock = getattr(transport, '_sock', None)
    if sock is not None:
        sock._note_wait(future, side)
    return future


class StreamReaderProtocol(FlowControlMixin):
    _source_traceback = None
    _strong_reader = None
    _stream_writer = None

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._stream_reader_wr = None
        if stream_reader is not None:
            self._stream_reader_wr = ref(stream_reader)
            self._source_traceback = stream_reader._source_traceback
        if client_connected_cb is not None:
            # Nobody else keeps the reader until the connection is made.
            self._strong_reader = stream_reader
        self._client_connected_cb = client_connected_cb
        self._closed = self._loop.create_future()
        self._task = self._transport = None
        self._reject_connection = self._over_ssl = False

    @property
    def _stream_reader(self):
        return None if self._stream_reader_wr is None else self._stream_reader_wr()

    def connection_made(self, transport):
        self._transport = transport
        reader = self._stream_reader
        if reader is not None:
            reader.set_transport(transport)
        if self._client_connected_cb is not None:
            self._serve(transport, reader)
            self._strong_reader = None

    def _serve(self, transport, reader):
        writer = StreamWriter(transport, self, reader, self._loop)
        served = self._client_connected_cb(reader, writer)
        if not iscoroutine(served):
            return

        def callback(task):
            exc = None if task.cancelled() else task.exception()
            if exc is not None:
                self._loop.call_exception_handler({'message': 'Unhandled exception in client_connected_cb', 'exception': exc,
                                                   'transport': transport})
            if exc is not None or task.cancelled():
                transport.close()

        callback.__qualname__ = 'StreamReaderProtocol.connection_made.<locals>.callback'
        self._task = self._loop.create_task(served)
        self._task.add_done_callback(callback)

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        _settle(self._closed, exc)
        if exc is not None and not self._closed.cancelled():
            self._closed.exception()  # nobody has to ask: what goes on with the stream raises it
        super().connection_lost(exc)
        self._stream_reader_wr = self._stream_writer = self._task = self._transport = None

    def eof_received(self):
        if (reader := self._stream_reader) is not None:
            reader.feed_eof()
        return True

    def data_received(self, data):
        if (reader := self._stream_reader) is not None:
            reader.feed_data(data)

    def _get_close_waiter(self, stream):
        return self._closed


class StreamWriter:
    def __init__(self, transport, protocol, reader, loop):
        assert reader is None or isinstance(reader, StreamReader)
        self._transport = transport
        self._protocol = protocol
        self._reader = reader
        self._loop = loop

    def __repr__(self):
        info = f'{type(self).__name__} transport={self._transport!r}'
        if self._reader is not None:
            info += f' reader={self._reader!r}'
        return f'<{info}>'

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)

    def write(self, data):
        self._transport.write(data)

    def writelines(self, data):
        self._transport.writelines(data)

    @property
    def transport(self):
        return self._transport

    # ---- the end of what is written, of the connection, of waiting for it

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def write_eof(self):
        return self._transport.write_eof()

    def is_closing(self):
        return self._transport.is_closing()

    def close(self):
        return self._transport.close()

    async def wait_closed(self):
        await self._protocol._get_close_waiter(self)

    async def drain(self):
        if self._reader is not None and self._reader._exception is not None:
            raise self._reader._exception
        if self._transport.is_closing():
            # connection_lost comes in the next iteration: a loop of write and drain has to see it.
            await sleep(0)
        await self._protocol._drain_helper()

    async def start_tls(self, sslcontext, **kwargs):
        raise NotImplementedError('Loopscope has no ssl')

    def __del__(self):
        if self._transport.is_closing():
            return
        if self._loop.is_closed():
            _warn_unclosed('loop is closed', None)
        else:
            self.close()
            _warn_unclosed(f'unclosed {self!r}', None)


class StreamReader:
    _source_traceback = None

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')
        self._limit = limit
        self._loop = get_event_loop() if loop is None else loop
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None
        self._transport = None
        self._paused = False

    def __repr__(self):
        info = ['StreamReader']
        if self._buffer:
            info.append(f'{len(self._buffer)} bytes')
        if self._eof:
            info.append('eof')
        if self._limit != _DEFAULT_LIMIT:
            info.append(f'limit={self._limit}')
        for name in ('waiter', 'exception', 'transport'):
            value = getattr(self, '_' + name)
            if value:
                info.append(f'{name}={value!r}')
        if self._paused:
            info.append('paused')
        return f"<{' '.join(info)}>"

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        self._exception = exc
        self._wakeup_waiter(exc)

    def _wakeup_waiter(self, exc=None):
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.cancelled():
                _settle(waiter, exc)

    def at_eof(self):
        return self._eof and not self._buffer

    def feed_eof(self):
        self._eof = True
        self._wakeup_waiter()

    def set_transport(self, transport):
        assert self._transport is None, 'Transport already set'
        self._transport = transport

    def _maybe_resume_transport(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def feed_data(self, data):
        assert not self._eof, 'feed_data after feed_eof'
        if not data:
            return
        self._buffer.extend(data)
        if self._waiter is not None:
            self._wakeup_waiter()
        if len(self._buffer) > 2 * self._limit and self._transport is not None and not self._paused:
            try:
                self._transport.pause_reading()
            except NotImplementedError:
                self._transport = None  # it cannot pause: no more of it
            else:
                self._paused = True

    async def _wait_for_data(self, func_name):
        if self._waiter is not None:
            raise RuntimeError(f'{func_name}() called while another coroutine is already waiting for incoming data')
        assert not self._eof, '_wait_for_data after EOF'
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = _stream_future(self._loop, self._transport, 1)
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _check(self):
        if self._exception is not None:
            raise self._exception

    def _take(self, count):
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        if self._paused:
            self._maybe_resume_transport()
        return data

    def _take_incomplete(self, expected):
        data = bytes(self._buffer)
        self._buffer.clear()
        raise IncompleteReadError(data, expected)

    async def readline(self):
        self._check()
        end = self._buffer.find(b'\n') + 1
        if 0 < end <= self._limit:  # it is there, as most lines are
            return self._take(end)
        try:
            return await self.readuntil()
        except IncompleteReadError as e:
            return e.partial
        except LimitOverrunError as e:
            if self._buffer.startswith(b'\n', e.consumed):
                del self._buffer[:e.consumed + 1]
            else:
                self._buffer.clear()
            self._maybe_resume_transport()
            raise ValueError(e.args[0])

    async def readuntil(self, separator=b'\n'):
        separators = sorted(separator, key=len) if isinstance(separator, tuple) else [separator]
        if not separators:
            raise ValueError('Separator should contain at least one element')
        shortest, longest = len(separators[0]), len(separators[-1])
        if shortest == 0:
            raise ValueError('Separator should be at least one-byte string')
        self._check()
        buffer = self._buffer
        offset = 0
        while True:
            size = len(buffer)
            if size - offset >= shortest:
                # The match that ends first; of two that end together, the one with the shorter separator.
                found = None
                for each in separators:
                    start = buffer.find(each, offset)
                    if start != -1 and (found is None or start + len(each) < found[0]):
                        found = start + len(each), start
                if found is not None:
                    break
                offset = max(0, size + 1 - longest)
                if offset > self._limit:
                    raise LimitOverrunError('Separator is not found, and chunk exceed the limit', offset)
            if self._eof:
                self._take_incomplete(None)
            await self._wait_for_data('readuntil')
        end, start = found
        if start > self._limit:
            raise LimitOverrunError('Separator is found, but chunk is longer than limit', start)
        return self._take(end)

    async def read(self, n=-1):
        self._check()
        if n == 0:
            return b''
        if n < 0:
            blocks = []
            while block := await self.read(self._limit):
                blocks.append(block)
            return b''.join(blocks)
        if not self._buffer and not self._eof:
            await self._wait_for_data('read')
        return self._take(n)

    async def readexactly(self, n):
        if n < 0:
            raise ValueError('readexactly size can not be less than zero')
        self._check()
        if n == 0:
            return b''
        while len(self._buffer) < n:
            if self._eof:
                self._take_incomplete(n)
            await self._wait_for_data('readexactly')
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b'':
            raise StopAsyncIteration
        return line
