import asyncio
import socket

print(repr(socket.AF_INET), socket.SOCK_STREAM, f'{socket.AF_UNIX}', socket.AddressFamily.AF_INET.name, socket.SOCK_DGRAM == 2)
for info in socket.getaddrinfo('127.0.0.1', 80):
    print(info)
print(socket.getaddrinfo('127.0.0.1', 'http', type=socket.SOCK_STREAM))
print(socket.getaddrinfo(None, 8080, family=socket.AF_INET, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE))
print(socket.gethostbyname('127.0.0.1'), socket.gethostbyname('localhost'))
print(socket.inet_aton('127.0.0.1'), socket.inet_ntoa(b'\x7f\x00\x00\x01'), socket.inet_pton(socket.AF_INET, '1.2.3.4'))
print(socket.htons(80), socket.ntohs(20480), socket.htonl(1), socket.getservbyname('https'))
print(issubclass(socket.gaierror, OSError), socket.timeout is TimeoutError, socket.error is OSError, isinstance(socket.gethostname(), str))
for attempt in (lambda: socket.getaddrinfo('no-such-host.invalid', 80), lambda: socket.getaddrinfo('127.0.0.1', 'no-such-service'),
                lambda: socket.inet_aton('1.2.3.4.5'), lambda: socket.socket().connect('127.0.0.1'), lambda: socket.socket().bind(('127.0.0.1', 99999)),
                lambda: socket.socket().send(b'x'), lambda: socket.socket().getpeername(), lambda: socket.socket().recv(1),
                lambda: socket.socket().recv(-1), lambda: socket.socket().send('text'), lambda: socket.socket(socket.AF_UNIX).connect('/tmp/no-such'),
                lambda: socket.socket().shutdown(socket.SHUT_RDWR)):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.getaddrinfo('localhost', 8888, type=socket.SOCK_STREAM, family=socket.AF_INET))
    print(await loop.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    server = await asyncio.start_server(lambda r, w: w.close(), 'localhost', 0)
    print([sock.getsockname()[0] for sock in server.sockets], len(server.sockets))
    reader, writer = await asyncio.open_connection('localhost', server.sockets[0].getsockname()[1])
    print(await reader.read(), writer.get_extra_info('peername')[0], writer.get_extra_info('socket').type)
    writer.close()
    server.close()
    await server.wait_closed()
    server = await asyncio.start_server(lambda r, w: w.close(), '', 0, family=socket.AF_INET)
    print(server.sockets[0].getsockname()[0])
    server.close()
    try:
        await loop.getaddrinfo('no-such-host.invalid', 80)
    except socket.gaierror as error:
        print(error, error.errno == socket.EAI_NONAME)

asyncio.run(main())

from asyncio.streams import StreamReader, StreamReaderProtocol
from asyncio.protocols import Protocol
from asyncio.transports import Transport
from asyncio.base_events import Server, BaseEventLoop
import asyncio.constants
import asyncio.subprocess

print(StreamReader is asyncio.StreamReader, Protocol is asyncio.Protocol, Transport is asyncio.Transport, Server is asyncio.Server)
print(asyncio.constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES, asyncio.subprocess.PIPE, issubclass(asyncio.SelectorEventLoop, BaseEventLoop))
print([name for name in ('BufferedProtocol', 'DatagramProtocol', 'SubprocessProtocol') if issubclass(getattr(asyncio, name), asyncio.BaseProtocol)])
for name in ('write_eof', 'pause_reading', 'abort', 'get_protocol', 'is_closing', 'set_write_buffer_limits'):
    try:
        getattr(asyncio.Transport(), name)()
    except NotImplementedError:
        print(name, 'is abstract')
print(asyncio.Transport({'a': 1}).get_extra_info('a'), asyncio.WriteTransport.writelines.__name__)
