"""What loops do with sockets: transports, servers, sock_* and create_*. Loaded when the first of it is asked for, when the
methods of this module take their places in the loop's class (events.py)."""
import _net
from _asyncio import gather, sleep
from collections import deque
from functools import partial
from socket import (socket, gaierror, getaddrinfo, getnameinfo, _about, _port_number, AF_INET, AF_UNIX, AI_PASSIVE, IPPROTO_TCP,
                    IPPROTO_UDP, SHUT_WR, SOCK_DGRAM, SOCK_STREAM, SOL_SOCKET, SO_BROADCAST, SO_ERROR, SO_KEEPALIVE, SO_REUSEADDR)
from weakref import WeakSet, WeakValueDictionary

from .events import AbstractServer, BaseEventLoop
from .exceptions import CancelledError
from .protocols import BufferedProtocol
from .transports import DatagramTransport, _FlowControlMixin, _warn_unclosed

_LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5
_LEAVING = SystemExit, KeyboardInterrupt
_LATER = BlockingIOError, InterruptedError


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _refuse_ssl(*given):
    if any(given):
        raise NotImplementedError('Loopscope has no ssl')


class TransportSocket:
    """A socket that a transport owns: it can be looked at and set, not used."""
    __slots__ = ('_sock',)

    def __init__(self, sock):
        self._sock = sock

    family = property(lambda self: self._sock.family)
    type = property(lambda self: self._sock.type)
    proto = property(lambda self: self._sock.proto)

    def __repr__(self):
        return f'<asyncio.TransportSocket{_about(self._sock)}>'

    def gettimeout(self):
        return 0

    def settimeout(self, value):
        if value != 0:
            raise ValueError('settimeout(): only 0 timeout is allowed on transport sockets')

    def setblocking(self, flag):
        if flag:
            raise ValueError('setblocking(): transport sockets cannot be blocking')


def _forward(name):
    def method(self, *args):
        return getattr(self._sock, name)(*args)
    method.__name__ = name
    method.__qualname__ = 'TransportSocket.' + name
    return method


for _name in ('fileno', 'getpeername', 'getsockname', 'getsockopt', 'setsockopt', 'shutdown', 'dup'):
    setattr(TransportSocket, _name, _forward(_name))
TransportSocket.__module__ = 'asyncio.trsock'


class Server(AbstractServer):
    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._sockets = sockets
        self._clients = WeakSet()
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f'<{type(self).__name__} sockets={self.sockets!r}>'

    def _attach(self, transport):
        assert self._sockets is not None
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        if not self._clients and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters = self._waiters
        self._waiters = None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._add_reader(sock, self._loop._accept_connection, self._protocol_factory, sock, self, self._backlog)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return tuple(map(TransportSocket, self._sockets or ()))

    def close(self):
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            self._loop._stop_serving(sock)
        self._serving = False
        forever = self._serving_forever_fut
        if forever is not None and not forever.done():
            forever.cancel()
            self._serving_forever_fut = None
        if not self._clients:
            self._wakeup()

    def close_clients(self):
        for transport in list(self._clients):
            transport.close()

    def abort_clients(self):
        for transport in list(self._clients):
            transport.abort()

    async def start_serving(self):
        self._start_serving()
        await sleep(0)

    async def serve_forever(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


Server.__module__ = 'asyncio.base_events'


# ---- transports

class _SelectorTransport(_FlowControlMixin):
    max_size = 256 * 1024
    _sock = None

    def __init__(self, loop, sock, protocol, extra, server, waiter):
        super().__init__(extra, loop)
        extra = self._extra
        extra['socket'] = TransportSocket(sock)
        for name, look in ('sockname', sock.getsockname), ('peername', sock.getpeername):
            if name not in extra:
                try:
                    extra[name] = look()
                except OSError:
                    extra[name] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol_connected = False
        self.set_protocol(protocol)
        self._server = server
        self._buffer = deque()
        self._size = 0  # bytes in it
        self._conn_lost = 0  # not 0: connection_lost is scheduled
        self._closing = False
        self._paused = False
        if server is not None:
            server._attach(self)
        loop._transports[self._sock_fd] = self
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._add_reader)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        info = [type(self).__name__]
        if self._sock is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._sock_fd}')
        if self._loop is not None and not self._loop.is_closed():
            read, write = ('polling' if self._loop._is_watched(self._sock_fd, side) else 'idle' for side in (1, 2))
            info.append(f'read={read}')
            info.append(f'write=<{write}, bufsize={self.get_write_buffer_size()}>')
        return f"<{' '.join(info)}>"

    def abort(self):
        self._force_close(None)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._paused

    def get_write_buffer_size(self):
        return self._size

    def _add_reader(self):
        if self.is_reading():
            self._loop._add_reader(self._sock, self._read_ready)

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._sock)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._add_reader()

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock)
        if not self._buffer:
            self._conn_lost += 1
            self._loop._remove_writer(self._sock)
            self._loop.call_soon(self._call_connection_lost, None)

    def __del__(self):
        if self._sock is not None:
            _warn_unclosed(f'unclosed transport {self!r}', self)
            self._sock.close()
            if self._server is not None:
                self._server._detach(self)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({'message': message, 'exception': exc, 'transport': self, 'protocol': self._protocol})
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._size = 0
            self._loop._remove_writer(self._sock)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._sock)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            self._sock = self._protocol = self._loop = None
            server = self._server
            if server is not None:
                server._detach(self)
                self._server = None

    def _is_lost(self):
        if not self._conn_lost:
            return False
        if self._conn_lost >= _LOG_THRESHOLD_FOR_CONNLOST_WRITES:
            _net.log('warning', 'socket.send() raised exception.')
        self._conn_lost += 1
        return True

    def _call(self, name, *args):
        """A method of the protocol's; its exception ends the connection. Whether it came back, and with what."""
        try:
            return True, getattr(self._protocol, name)(*args)
        except _LEAVING:
            raise
        except BaseException as exc:
            self._fatal_error(exc, f'Fatal error: protocol.{name}() call failed.')
        return False, None


class _SelectorSocketTransport(_SelectorTransport):
    _sendfile_compatible = True
    _empty_waiter = None  # of a file that goes out when all that was written is gone

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._eof = False
        super().__init__(loop, sock, protocol, extra, server, waiter)

    def set_protocol(self, protocol):
        self._buffered = isinstance(protocol, BufferedProtocol)
        super().set_protocol(protocol)

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data = self._receive_buffered() if self._buffered else self._sock.recv(self.max_size)
        except _LATER:
            return
        except _LEAVING:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return
        if data is None:
            return
        if not data:
            self._read_eof()
        elif self._buffered:
            self._call('buffer_updated', data)
        else:
            self._call('data_received', data)

    def _receive_buffered(self):
        try:
            buffer = self._protocol.get_buffer(-1)
            if not len(buffer):
                raise RuntimeError('get_buffer() returned an empty buffer')
        except _LEAVING:
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal error: protocol.get_buffer() call failed.')
            return None
        return self._sock.recv_into(buffer)

    def _read_eof(self):
        fine, keep_open = self._call('eof_received')
        if fine:
            if keep_open:
                self._loop._remove_reader(self._sock)
            else:
                self.close()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes, bytearray, or memoryview object, not {type(data).__name__!r}')
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if self._empty_waiter is not None:
            raise RuntimeError('unable to write; sendfile is in progress')
        if not data or self._is_lost():
            return
        if not self._buffer:
            try:
                sent = self._sock.send(data)
            except _LATER:
                sent = 0
            except _LEAVING:
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal write error on socket transport')
                return
            if sent == len(data):
                return
            data = bytes(data[sent:])
            self._loop._add_writer(self._sock, self._write_ready)
        self._buffer.append(data)
        self._size += len(data)
        self._maybe_pause_protocol()

    def writelines(self, list_of_data):
        if self._eof:
            raise RuntimeError('Cannot call writelines() after write_eof()')
        if self._empty_waiter is not None:
            raise RuntimeError('unable to writelines; sendfile is in progress')
        if not list_of_data or self._is_lost():
            return
        data = b''.join(map(memoryview, list_of_data))
        self._buffer.append(data)
        self._size += len(data)
        self._write_ready()
        if self._buffer:
            self._loop._add_writer(self._sock, self._write_ready)
            self._maybe_pause_protocol()

    def _send_buffer(self):
        """As much as there is room for; what is left stays in the buffer."""
        buffer = self._buffer
        while buffer:
            data = buffer.popleft()
            if buffer and len(data) < 1024:
                data = b''.join((data, *buffer))
                buffer.clear()
            try:
                sent = self._sock.send(data)
            except _LATER:
                sent = 0
            self._size -= sent
            if sent < len(data):
                buffer.appendleft(data[sent:] if sent else data)
                return

    def _write_ready(self):
        if self._conn_lost:
            return
        try:
            self._send_buffer()
        except _LEAVING:
            raise
        except BaseException as exc:
            self._loop._remove_writer(self._sock)
            self._buffer.clear()
            self._size = 0
            self._fatal_error(exc, 'Fatal write error on socket transport')
            if self._empty_waiter is not None:
                self._empty_waiter.set_exception(exc)
            return
        self._maybe_resume_protocol()
        if self._buffer:
            return
        self._loop._remove_writer(self._sock)
        if self._empty_waiter is not None:
            self._empty_waiter.set_result(None)
        if self._closing:
            self._call_connection_lost(None)
        elif self._eof:
            self._sock.shutdown(SHUT_WR)

    def _call_connection_lost(self, exc):
        try:
            super()._call_connection_lost(exc)
        finally:
            if self._empty_waiter is not None:
                self._empty_waiter.set_exception(ConnectionError('Connection is closed by peer'))

    def _make_empty_waiter(self):
        if self._empty_waiter is not None:
            raise RuntimeError('Empty waiter is already set')
        self._empty_waiter = self._loop.create_future()
        if not self._buffer:
            self._empty_waiter.set_result(None)
        return self._empty_waiter

    def _reset_empty_waiter(self):
        self._empty_waiter = None

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(SHUT_WR)


class _SelectorDatagramTransport(_SelectorTransport, DatagramTransport):
    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        self._address = address
        super().__init__(loop, sock, protocol, extra, None, waiter)

    def _read_ready(self):
        if not self._conn_lost:
            self._try('read', self._receive)

    def _receive(self):
        data, addr = self._sock.recvfrom(self.max_size)
        self._protocol.datagram_received(data, addr)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
            if self._is_lost():
                return
        if self._extra['peername']:
            self._try('write', self._sock.send, data)
        else:
            self._try('write', self._sock.sendto, data, addr)

    def _try(self, what, call, *args):
        try:
            call(*args)
        except _LATER:
            pass
        except OSError as exc:
            self._protocol.error_received(exc)
        except _LEAVING:
            raise
        except BaseException as exc:
            self._fatal_error(exc, f'Fatal {what} error on datagram transport')


# ---- the loop's methods

def _known_address(host, port, family, type, proto):
    """What getaddrinfo would say of an address that needs no resolving, else None."""
    if host is None or family not in (0, AF_INET) or not _net.is_ip(host):
        return None
    try:
        port = int(port or 0)
    except ValueError:
        return None
    return AF_INET, type, IPPROTO_TCP if type == SOCK_STREAM else IPPROTO_UDP, '', (host, port)


def _check_socket(sock, type, words):
    if sock.type != type:
        raise ValueError(f'A {words} was expected, got {sock!r}')


def _check_nothing_else(sock, what):
    if sock is not None:
        raise ValueError(f'{what} and sock can not be specified at the same time')


class _OfLoop:
    """An attribute that a loop gets when it is first looked at."""

    def __init__(self, make):
        self._make = make

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, loop, owner):
        value = self._make()
        setattr(loop, self._name, value)
        return value


class _Methods:
    """Methods that the loop's class takes over."""
    _transports = _OfLoop(WeakValueDictionary)
    _unix_servers = _OfLoop(set)

    def _ensure_fd_no_transport(self, fd):
        number = fd
        if not isinstance(number, int):
            try:
                number = int(number.fileno())
            except (AttributeError, TypeError, ValueError):
                raise ValueError(f'Invalid file object: {fd!r}') from None
        transport = self._transports.get(number)
        if transport and not transport.is_closing():
            raise RuntimeError(f'File descriptor {fd!r} is used by transport {transport!r}')

    def add_reader(self, fd, callback, *args):
        self._ensure_fd_no_transport(fd)
        self._add_reader(fd, callback, *args)

    def add_writer(self, fd, callback, *args):
        self._ensure_fd_no_transport(fd)
        self._add_writer(fd, callback, *args)

    def remove_reader(self, fd):
        self._ensure_fd_no_transport(fd)
        return self._remove_reader(fd)

    def remove_writer(self, fd):
        self._ensure_fd_no_transport(fd)
        return self._remove_writer(fd)

    # getaddrinfo may take its time: a thread does it, as CPython's does

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        return await self.run_in_executor(None, getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        return await self.run_in_executor(None, getnameinfo, sockaddr, flags)

    async def _ensure_resolved(self, address, *, family=0, type=SOCK_STREAM, proto=0, flags=0):
        host, port = address[:2]
        known = _known_address(host, port, family, type, proto)
        if known is not None:
            return [known]
        infos = await self.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)
        if not infos:
            raise OSError('getaddrinfo() returned empty list')
        return infos

    # sock_*

    def _check_nonblocking(self, sock):
        if self.get_debug() and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')

    def _when_ready(self, side, sock, attempt, waits_for=None):
        """A future of what attempt() gives, tried whenever the socket is ready, until it needs not wait."""
        self._ensure_fd_no_transport(sock.fileno())
        future = self.create_future()
        sock._note_wait(future, waits_for or side)

        def _sock_try():
            if future.done():
                # Without memory _sock_done may have failed, and the socket would be ready for ever.
                (self._remove_reader if side == 1 else self._remove_writer)(sock)
                return
            try:
                result = attempt()
            except _LATER:
                return
            except _LEAVING:
                raise
            except BaseException as exc:
                future.set_exception(exc)
            else:
                future.set_result(result)

        def _sock_done(future):
            if not handle.cancelled():
                (self.remove_reader if side == 1 else self.remove_writer)(sock)

        handle = (self._add_reader if side == 1 else self._add_writer)(sock, _sock_try)
        future.add_done_callback(_sock_done)
        return future

    async def _sock_try(self, side, sock, name, *args):
        self._check_nonblocking(sock)
        method = getattr(sock, name)
        try:
            return method(*args)
        except _LATER:
            return await self._when_ready(side, sock, lambda: method(*args))

    async def sock_recv(self, sock, n):
        return await self._sock_try(1, sock, 'recv', n)

    async def sock_recv_into(self, sock, buf):
        return await self._sock_try(1, sock, 'recv_into', buf)

    async def sock_recvfrom(self, sock, bufsize):
        return await self._sock_try(1, sock, 'recvfrom', bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        return await self._sock_try(1, sock, 'recvfrom_into', buf, nbytes or len(buf))

    async def sock_sendto(self, sock, data, address):
        return await self._sock_try(2, sock, 'sendto', data, address)

    async def sock_sendall(self, sock, data):
        self._check_nonblocking(sock)
        try:
            sent = sock.send(data)
        except _LATER:
            sent = 0
        if sent == len(data):
            return

        view = memoryview(data)

        def rest():
            nonlocal sent
            sent += sock.send(view[sent:])
            if sent < len(view):
                raise BlockingIOError

        await self._when_ready(2, sock, rest)

    async def sock_accept(self, sock):
        self._check_nonblocking(sock)

        def accept():
            conn, address = sock.accept()
            conn.setblocking(False)
            return conn, address

        try:
            accepted = accept()
        except _LATER:
            return await self._when_ready(1, sock, accept)
        return accepted

    async def sock_connect(self, sock, address):
        self._check_nonblocking(sock)
        if sock.family == AF_INET:
            address = (await self._ensure_resolved(address, family=AF_INET, type=sock.type, proto=sock.proto))[0][4]
        try:
            return sock.connect(address)
        except _LATER:
            pass

        def connected():
            number = sock.getsockopt(SOL_SOCKET, SO_ERROR)
            if number:
                raise OSError(number, f'Connect call failed {address}')

        await self._when_ready(2, sock, connected, 3)

    # servers

    def _accept_connection(self, protocol_factory, sock, server, backlog):
        for _ in range(backlog + 1):
            try:
                conn, address = sock.accept()
            except _LATER:
                return
            conn.setblocking(False)
            self.create_task(self._accept_connection2(protocol_factory, conn, {'peername': address}, server))

    async def _accept_connection2(self, protocol_factory, conn, extra, server):
        protocol = transport = None
        try:
            protocol = protocol_factory()
            transport, _ = await self._make_transport(conn, protocol, extra, server)
        except _LEAVING:
            raise
        except BaseException as exc:
            if self.get_debug():
                context = {'message': 'Error on transport creation for incoming connection', 'exception': exc}
                if protocol is not None:
                    context['protocol'] = protocol
                self.call_exception_handler(context)

    async def _make_transport(self, sock, protocol, extra=None, server=None):
        waiter = self.create_future()
        self._ensure_fd_no_transport(sock)
        transport = _SelectorSocketTransport(self, sock, protocol, waiter, extra, server)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
        return transport, protocol

    def _stop_serving(self, sock):
        path = sock in self._unix_servers and sock.getsockname()
        self._unix_servers.discard(sock)
        self._remove_reader(sock)
        sock.close()
        if path:
            _net.unlink(path)

    async def _serve(self, protocol_factory, sockets, backlog, start_serving):
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, backlog)
        if start_serving:
            await server.start_serving()
        return server

    async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=AI_PASSIVE, sock=None, backlog=100, ssl=None,
                            reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, start_serving=True):
        _refuse_ssl(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if host is None and port is None:
            if sock is None:
                raise ValueError('Neither host/port nor sock were specified')
            _check_socket(sock, SOCK_STREAM, 'Stream Socket')
            return await self._serve(protocol_factory, [sock], backlog, start_serving)
        _check_nothing_else(sock, 'host/port')
        if host == '':
            host = None
        hosts = [host] if host is None or isinstance(host, str) else host
        resolved = await gather(*[self._ensure_resolved((each, port), family=family, type=SOCK_STREAM, flags=flags) for each in hosts])
        sockets = []
        try:
            for af, kind, proto, _, address in dict.fromkeys(info for infos in resolved for info in infos):
                sock = socket(af, kind, proto)
                sockets.append(sock)
                if reuse_address or reuse_address is None:
                    sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, True)
                if keep_alive:
                    sock.setsockopt(SOL_SOCKET, SO_KEEPALIVE, True)
                try:
                    sock.bind(address)
                except OSError as err:
                    if err.errno == 99:
                        sockets.pop().close()
                        continue
                    raise OSError(err.errno, f'error while attempting to bind on address {address!r}: {str(err).lower()}') from None
            if not sockets:
                raise OSError(f'could not bind on any address out of {[info[4] for infos in resolved for info in infos]!r}')
        except BaseException:
            for sock in sockets:
                sock.close()
            raise
        return await self._serve(protocol_factory, sockets, backlog, start_serving)

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, ssl_handshake_timeout=None,
                                 ssl_shutdown_timeout=None, start_serving=True, cleanup_socket=True):
        _refuse_ssl(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if path is None:
            if sock is None:
                raise ValueError('path was not specified, and no sock specified')
            self._check_unix(sock)
        else:
            _check_nothing_else(sock, 'path')
            path = _path(path)
            _net.unlink(path)
            sock = socket(AF_UNIX, SOCK_STREAM)
            sock.bind(path)
        if cleanup_socket:
            self._unix_servers.add(sock)
        return await self._serve(protocol_factory, [sock], backlog, start_serving)

    def _check_unix(self, sock):
        if sock.family != AF_UNIX or sock.type != SOCK_STREAM:
            raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')

    # connections

    async def _connect_sock(self, exceptions, info, local_infos):
        family, kind, proto, _, address = info
        sock = socket(family, kind, proto)
        try:
            sock.setblocking(False)
            if local_infos is not None:
                self._bind_local(sock, local_infos)
            await self.sock_connect(sock, address)
            return sock
        except BaseException as exc:
            if isinstance(exc, OSError):
                exceptions.append(exc)
            sock.close()
            raise

    def _bind_local(self, sock, infos):
        for info in infos:
            try:
                return sock.bind(info[4])
            except OSError as exc:
                problem = OSError(exc.errno, f'error while attempting to bind on address {info[4]!r}: {str(exc).lower()}')
        raise problem

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None,
                                local_addr=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                                happy_eyeballs_delay=None, interleave=None, all_errors=False):
        _refuse_ssl(ssl, server_hostname is not None, ssl_handshake_timeout, ssl_shutdown_timeout)
        if host is not None or port is not None:
            _check_nothing_else(sock, 'host/port')
            infos = await self._ensure_resolved((host, port), family=family, type=SOCK_STREAM, proto=proto, flags=flags)
            local_infos = None
            if local_addr is not None:
                local_infos = await self._ensure_resolved(local_addr, family=family, type=SOCK_STREAM, proto=proto, flags=flags)
            exceptions = []
            try:
                for info in infos:
                    try:
                        sock = await self._connect_sock(exceptions, info, local_infos)
                        break
                    except OSError:
                        continue
                if sock is None:
                    if all_errors:
                        raise ExceptionGroup('create_connection failed', exceptions)
                    raise exceptions[0]
            finally:
                exceptions = None
        elif sock is None:
            raise ValueError('host and port was not specified and no sock specified')
        else:
            _check_socket(sock, SOCK_STREAM, 'Stream Socket')
            sock.setblocking(False)
        return await self._make_transport(sock, protocol_factory())

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                     ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        _refuse_ssl(ssl, server_hostname is not None, ssl_handshake_timeout, ssl_shutdown_timeout)
        if path is not None:
            _check_nothing_else(sock, 'path')
            sock = socket(AF_UNIX, SOCK_STREAM)
            sock.setblocking(False)
            try:
                await self.sock_connect(sock, _path(path))
            except BaseException:
                sock.close()
                raise
        elif sock is None:
            raise ValueError('no path and sock were specified')
        else:
            self._check_unix(sock)
            sock.setblocking(False)
        return await self._make_transport(sock, protocol_factory())

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        _refuse_ssl(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        _check_socket(sock, SOCK_STREAM, 'Stream Socket')
        sock.setblocking(False)
        return await self._make_transport(sock, protocol_factory())

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0,
                                       reuse_port=None, allow_broadcast=None, sock=None):
        address = None
        if sock is None:
            sock = await self._datagram_socket(local_addr, remote_addr, family, proto, flags, allow_broadcast)
            address = sock.getpeername() if remote_addr and not allow_broadcast else remote_addr
        else:
            _check_socket(sock, SOCK_DGRAM, 'datagram socket')
            sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        self._ensure_fd_no_transport(sock)
        transport = _SelectorDatagramTransport(self, sock, protocol, address, waiter)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
        return transport, protocol

    async def _datagram_socket(self, local_addr, remote_addr, family, proto, flags, allow_broadcast):
        if not local_addr and not remote_addr and family == 0:
            raise ValueError('unexpected address family')
        addresses = []
        for address in (local_addr, remote_addr):
            if address is not None and family != AF_UNIX:
                if not isinstance(address, tuple) or len(address) != 2:
                    raise TypeError('2-tuple is expected')
                info = (await self._ensure_resolved(address, family=family, type=SOCK_DGRAM, proto=proto, flags=flags))[0]
                proto, address = info[2], info[4]
            addresses.append(address)
        sock = socket(family or AF_INET, SOCK_DGRAM, proto)
        try:
            sock.setblocking(False)
            if addresses[0]:
                sock.bind(addresses[0])
            if addresses[1] and not allow_broadcast:
                await self.sock_connect(sock, addresses[1])
        except BaseException:
            sock.close()
            raise
        return sock


def _path(path):
    return path if isinstance(path, (str, bytes)) else path.__fspath__()


for _name, _value in vars(_Methods).items():
    if not _name.startswith('__'):
        if not isinstance(_value, _OfLoop):
            _value.__qualname__ = 'BaseSelectorEventLoop.' + _name
        setattr(BaseEventLoop, _name, _value)
