import asyncio


async def handle(reader, writer):
    print('server got', await reader.read())
    try:
        for i in range(3):
            await asyncio.sleep(1)
            writer.write(b'piece %d\n' % i)
            await writer.drain()
    except OSError as error:
        print('server:', type(error).__name__, error)
    try:
        await writer.wait_closed()
    except OSError as error:
        print('server:', type(error).__name__, error)


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'all there is')
    writer.write_eof()
    writer.transport.pause_reading()
    await asyncio.sleep(1.5)
    writer.close()  # what the server has sent was not read
    await asyncio.sleep(3)
    server.close()

asyncio.run(main())
