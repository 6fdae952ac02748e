"""loop.sendfile and loop.sock_sendfile: from a file of the run into a stream, straight out of its bytes where it is a file that
lies in the file system, else by reading it piece by piece. Loaded when the first of them is asked for."""
import _files
from socket import SOCK_STREAM

from .events import BaseEventLoop
from .exceptions import SendfileNotAvailableError
from .protocols import Protocol
from .transports import _FlowControlMixin

_PIECE_OF_SOCKETS = 256 * 1024
_PIECE_OF_TRANSPORTS = 16 * 1024
_LATER = BlockingIOError, InterruptedError


def _check_number(number, least, words):
    text = f'{words} integer (got {number!r})'
    if not isinstance(number, int):
        raise TypeError(text)
    if number < least:
        raise ValueError(text)


def _check(sock, file, offset, count):
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if sock.type != SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')
    if count is not None:
        _check_number(count, 1, 'count must be a positive')
    _check_number(offset, 0, 'offset must be a non-negative')


def _number_and_size(file):
    """Of a file whose bytes can be taken without reading it."""
    from io import UnsupportedOperation
    try:
        number = file.fileno()
    except (AttributeError, UnsupportedOperation):
        raise SendfileNotAvailableError('not a regular file')
    try:
        return number, len(_files.opened(number).node.data)
    except (OSError, TypeError):
        raise SendfileNotAvailableError('not a regular file')


class _Sending:
    """What os.sendfile would do, call by call, each when there is room again."""

    def __init__(self, loop, sock, number, offset, count, size):
        self._loop, self._sock, self._number = loop, sock, number
        self._offset, self._count, self._size = offset, count, size
        self._sent = 0
        self._watches = False
        self.future = loop.create_future()

    def _unwatch(self):
        if self._watches:
            self._watches = False
            self._loop.remove_writer(self._sock)

    def _stop(self):
        self._unwatch()
        if self._sent:
            _files.seek(self._number, self._offset)

    def _give_up(self, future):
        if future.cancelled():
            self._unwatch()

    def _send(self):
        left = self._count - self._sent if self._count else self._size
        data = _files.readable(self._number).node.data
        return self._sock.send(bytes(data[self._offset:self._offset + left])) if left > 0 and self._offset < len(data) else 0

    def step(self):
        if self.future.done():
            return
        try:
            sent = self._send()
        except _LATER:
            sent = None
        except OSError as exc:
            self._stop()
            self.future.set_exception(self._told(exc))
            return
        if sent == 0:
            self._stop()
            self.future.set_result(self._sent)
            return
        if sent:
            self._sent += sent
            self._offset += sent
        if not self._watches:
            self._watches = True
            self.future.add_done_callback(self._give_up)
            self._loop.add_writer(self._sock, self.step)

    def _told(self, exc):
        from errno import ENOTCONN
        if self._sent:
            if exc.errno == ENOTCONN and type(exc) is not ConnectionError:
                lost = ConnectionError('socket is not connected', ENOTCONN)
                lost.__cause__ = exc
                return lost
            return exc
        return SendfileNotAvailableError('os.sendfile call failed')


async def _pieces(loop, file, count, most):
    """What a file gives, read by a thread, until `count` bytes or its end."""
    buffer = bytearray(min(count, most) if count else most)
    read = 0
    while count is None or read < count:
        view = memoryview(buffer)[:min(len(buffer), count - read) if count else len(buffer)]
        size = await loop.run_in_executor(None, file.readinto, view)
        if not size:
            return
        read += size
        yield view[:size]


async def _copy(loop, file, offset, count, most, send, always):
    """Reads and sends; the file stands behind what was sent then."""
    seeks = hasattr(file, 'seek')
    if always and seeks or offset:
        file.seek(offset)
    sent = 0
    try:
        async for piece in _pieces(loop, file, count, most):
            await send(piece)
            sent += len(piece)
        return sent
    finally:
        if sent and seeks:
            file.seek(offset + sent)


class _Between(Protocol):
    """Stands in for a transport's protocol while a file goes through it."""

    def __init__(self, transport):
        if not isinstance(transport, _FlowControlMixin):
            raise TypeError('transport should be _FlowControlMixin instance')
        self._transport = transport
        self._protocol = transport.get_protocol()
        self._was_reading = transport.is_reading()
        self._was_paused = transport._protocol_paused
        transport.pause_reading()
        transport.set_protocol(self)
        self._room = transport._loop.create_future() if self._was_paused else None

    async def send(self, piece):
        self._transport.write(piece)
        if self._transport.is_closing():
            raise ConnectionError('Connection closed by peer')
        if self._room is not None:
            await self._room

    def restore(self):
        self._transport.set_protocol(self._protocol)
        if self._was_reading:
            self._transport.resume_reading()
        if self._room is not None:
            self._room.cancel()
        if self._was_paused:
            self._protocol.resume_writing()

    def connection_made(self, transport):
        raise RuntimeError('Invalid state: connection should have been established already.')

    def connection_lost(self, exc):
        if self._room is not None:
            self._room.set_exception(ConnectionError('Connection is closed by peer') if exc is None else exc)
        self._protocol.connection_lost(exc)

    def pause_writing(self):
        if self._room is None:
            self._room = self._transport._loop.create_future()

    def resume_writing(self):
        room, self._room = self._room, None
        if room is not None:
            room.set_result(False)

    def data_received(self, data):
        raise RuntimeError('Invalid state: reading should be paused')

    def eof_received(self):
        raise RuntimeError('Invalid state: reading should be paused')


class _Methods:
    """Methods that the loop's class takes over."""

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
        self._check_nonblocking(sock)
        _check(sock, file, offset, count)
        try:
            return await self._sock_sendfile_native(sock, file, offset, count)
        except SendfileNotAvailableError:
            if not fallback:
                raise
        return await _copy(self, file, offset, count, _PIECE_OF_SOCKETS, lambda piece: self.sock_sendall(sock, piece), False)

    async def _sock_sendfile_native(self, sock, file, offset, count):
        number, size = _number_and_size(file)
        if not size:
            return 0
        sending = _Sending(self, sock, number, offset, count, size)
        sending.step()
        return await sending.future

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        if transport.is_closing():
            raise RuntimeError('Transport is closing')
        if not getattr(transport, '_sendfile_compatible', False):
            raise RuntimeError(f'sendfile is not supported for transport {transport!r}')
        try:
            return await self._sendfile_native(transport, file, offset, count)
        except SendfileNotAvailableError:
            if not fallback:
                raise
        between = _Between(transport)
        try:
            return await _copy(self, file, offset, count, _PIECE_OF_TRANSPORTS, between.send, True)
        finally:
            between.restore()

    async def _sendfile_native(self, transport, file, offset, count):
        del self._transports[transport._sock_fd]
        was_reading = transport.is_reading()
        transport.pause_reading()
        try:
            await transport._make_empty_waiter()
            return await self.sock_sendfile(transport._sock, file, offset, count, fallback=False)
        finally:
            transport._reset_empty_waiter()
            if was_reading:
                transport.resume_reading()
            self._transports[transport._sock_fd] = transport


for _name, _value in vars(_Methods).items():
    if not _name.startswith('__'):
        _value.__qualname__ = 'BaseEventLoop.' + _name
        setattr(BaseEventLoop, _name, _value)
