import asyncio


async def handle(reader, writer):
    print('served', await reader.readline())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0, start_serving=False)
    print(server.is_serving())
    host, port = server.sockets[0].getsockname()
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving(), server.get_loop() is asyncio.get_running_loop())
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error).split('> ')[-1])
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(b'hi\n')
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    forever.cancel()
    try:
        await forever
    except asyncio.CancelledError:
        print('cancelled', server.is_serving(), server.sockets)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(error)
    async with server:
        print(server)

asyncio.run(main())
