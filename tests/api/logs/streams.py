import asyncio

async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()

async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 8888)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
    for line in b'one\n', b'two\n':
        writer.write(line)
        print(await reader.readline())
        await asyncio.sleep(1)
    writer.close()
    await writer.wait_closed()
    try:
        await asyncio.open_connection('127.0.0.1', 9)
    except OSError as error:
        print('refused')
    server.close()

asyncio.run(main())
