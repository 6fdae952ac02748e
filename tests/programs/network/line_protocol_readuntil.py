import asyncio


async def handle(reader, writer):
    try:
        while True:
            command = await reader.readuntil((b'\r\n', b';'))
            print('command', command)
            if command.startswith(b'SEND '):
                size = int(command[5:].rstrip(b'\r\n;'))
                body = await reader.readexactly(size)
                print('body', body)
                writer.write(b'OK %d\r\n' % len(body))
            elif command.startswith(b'QUIT'):
                writer.write(b'BYE\r\n')
                break
            else:
                writer.write(b'? ' + command.strip(b'\r\n;') + b'\r\n')
    except asyncio.IncompleteReadError as error:
        print('incomplete', error.partial, error.expected, error)
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    host, port = server.sockets[0].getsockname()
    for pieces in ([b'HE', b'LO\r', b'\nSEND 5\r\nab', b'cde', b'A;B;QUIT\r\n'], [b'SEND 9\r\nshort'], [b'no end']):
        reader, writer = await asyncio.open_connection(host, port)
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0.1)
        if writer.can_write_eof():
            writer.write_eof()
        print('answer', await reader.read())
        print('at eof', reader.at_eof(), await reader.read(), await reader.readline())
        writer.close()
        await writer.wait_closed()
    server.close()

asyncio.run(main())
