import asyncio


async def handle(reader, writer):
    try:
        await reader.readline()
        print('server: client closed')
    finally:
        writer.close()
        await writer.wait_closed()
        print('server: done')


async def client(port):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    try:
        await reader.readline()
    except asyncio.CancelledError:
        print('client: cancelled')
        raise
    finally:
        writer.close()
        await writer.wait_closed()
        print('client: closed')


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    task = asyncio.create_task(client(port))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await asyncio.sleep(0.1)

    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    try:
        await asyncio.wait_for(reader.readline(), timeout=0.5)
    except TimeoutError:
        print('readline timed out')
    first = asyncio.create_task(reader.read(1))
    await asyncio.sleep(0)
    try:
        await reader.readexactly(3)
    except RuntimeError as error:
        print(error)
    first.cancel()
    writer.close()
    server.close()
    await server.wait_closed()

asyncio.run(main())
