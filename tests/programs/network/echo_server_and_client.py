import asyncio
async def handle(reader, writer):
    while line := await reader.readline():
        print('server got', line)
        writer.write(line.upper())
        await writer.drain()
    print('server: client gone')
    writer.close()
    await writer.wait_closed()

async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        for word in (b'hello\n', b'world\n'):
            writer.write(word)
            await writer.drain()
            print('client got', await reader.readline())
        writer.close()
        await writer.wait_closed()
    print(server)
asyncio.run(main())
