import asyncio
import gc


async def handle(reader, writer):
    print('server reads', await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)

    async def forgetful():
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b'sent and forgotten')

    await forgetful()
    gc.collect()
    await asyncio.sleep(0.1)
    server.close()
    await server.wait_closed()
    print('all clients gone')

    # The loop ends while a handler waits: it is cancelled with all tasks.
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    main.kept = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0)

asyncio.run(main())
print('over')
