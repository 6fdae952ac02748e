import asyncio
import socket

PATH = '/tmp/loopscope-test.sock'


async def handle(reader, writer):
    print('peer', repr(writer.get_extra_info('peername')), 'sock', writer.get_extra_info('sockname'))
    data = await reader.read(100)
    writer.write(data[::-1])
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_unix_server(handle, PATH)
    print(server.sockets[0].getsockname(), server.sockets[0].family == socket.AF_UNIX)
    for text in (b'abc', b'racecar'):
        reader, writer = await asyncio.open_unix_connection(PATH)
        writer.write(text)
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_unix_connection(PATH)
    except FileNotFoundError as error:
        print(type(error).__name__, error)

    one, other = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=one)
    reader2, writer2 = await asyncio.open_connection(sock=other)
    writer.write(b'through a pair\n')
    print(await reader2.readline())
    writer.close()
    print(await reader2.read())
    writer2.write(b'late')
    await asyncio.sleep(0)
    print('closing', writer2.is_closing())
    try:
        await writer2.drain()
    except (BrokenPipeError, ConnectionResetError) as error:
        print(type(error).__name__)
    writer2.close()

asyncio.run(main())
