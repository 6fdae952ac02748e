import asyncio


async def greet(reader, writer):
    writer.write(b'hello from a service\r\n')
    await writer.drain()
    writer.close()


async def scan(host, port, gate):
    async with gate:
        try:
            reader, writer = await asyncio.wait_for(asyncio.open_connection(host, port), 1)
        except ConnectionRefusedError as error:
            return port, 'closed', type(error).__name__, error.errno
        except TimeoutError:
            return port, 'filtered'
        banner = await reader.readline()
        writer.close()
        await writer.wait_closed()
        return port, 'open', banner


async def main():
    servers = [await asyncio.start_server(greet, '127.0.0.1', port) for port in (20022, 20080, 20443)]
    gate = asyncio.Semaphore(5)
    ports = [20021, 20022, 20023, 20080, 20081, 20443, 20444]
    for result in await asyncio.gather(*(scan('127.0.0.1', port, gate) for port in ports)):
        print(*result)
    for server in servers:
        server.close()
        await server.wait_closed()
    try:
        await asyncio.open_connection('127.0.0.1', 20022)
    except OSError as error:
        print(type(error).__name__, error)

asyncio.run(main())
