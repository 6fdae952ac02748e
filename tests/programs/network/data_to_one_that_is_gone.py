import asyncio


async def handle(reader, writer):
    try:
        while True:
            data = await reader.readexactly(2)
            writer.write(data)
            await asyncio.sleep(0)
            writer.write(b'#')
            print('server wrote', data)
    except (asyncio.IncompleteReadError, OSError) as error:
        print('server:', type(error).__name__, getattr(error, 'partial', ''), reader.at_eof())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    for end in ('close', 'abort', 'write_eof'):
        reader, writer = await asyncio.open_connection(*address)
        writer.write(b'abcdefg')
        getattr(writer.transport, end)()
        print(end, await reader.read())
        await asyncio.sleep(0.1)
        writer.close()
    server.close()
    await server.wait_closed()

asyncio.run(main())
