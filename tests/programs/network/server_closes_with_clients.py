import asyncio


async def handle(reader, writer):
    try:
        while data := await reader.read(100):
            writer.write(data)
            await writer.drain()
        print('handler: end of input')
    except ConnectionResetError as error:
        print('handler:', error)
    except asyncio.CancelledError:
        print('handler: cancelled')
        raise
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b'one')
    print(await reader.read(10))
    server.close()
    print('serving', server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection(*address)
    except ConnectionRefusedError:
        print('nobody new')
    writer.write(b'still here')
    print(await reader.read(10))
    try:
        await asyncio.wait_for(server.wait_closed(), 1)
    except TimeoutError:
        print('wait_closed waits for the client')
    server.close_clients()
    await server.wait_closed()
    print('wait_closed is over')
    print('client reads', await reader.read(10))
    writer.close()
    await writer.wait_closed()

    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.1)
    server.close()
    server.abort_clients()
    await server.wait_closed()
    print('aborted; client reads', await reader.read())
    writer.close()

asyncio.run(main())
