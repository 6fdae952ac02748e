import asyncio


async def attempt(label, call):
    try:
        result = call()
        if asyncio.iscoroutine(result):
            result = await result
        print(label, result)
    except Exception as error:
        print(f'{label}: {type(error).__name__}: {error}')


async def handle(reader, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    await attempt('str', lambda: writer.write('text'))
    await attempt('empty', lambda: writer.write(b''))
    await attempt('limits', lambda: writer.transport.set_write_buffer_limits(1, 2))
    await attempt('read', reader.read)
    for i in range(8):
        writer.write(b'into the void')
        await asyncio.sleep(0)
    await attempt('drain', writer.drain)
    await attempt('drain again', writer.drain)
    print(writer.is_closing(), writer.transport.is_reading())
    await attempt('wait_closed', writer.wait_closed)
    writer.close()
    writer.transport.abort()
    reader, writer = await asyncio.open_connection(*address)
    writer.close()
    await attempt('write after close', lambda: writer.write(b'late'))
    await attempt('drain after close', writer.drain)
    await attempt('closed', writer.wait_closed)
    await attempt('read after close', reader.read)
    reader, writer = await asyncio.open_connection(*address)
    writer.write_eof()
    await attempt('write after eof', lambda: writer.write(b'late'))
    await attempt('writelines after eof', lambda: writer.writelines([b'late']))
    writer.close()
    server.close()

    async def lazy(reader, writer):
        await reader.readline()
        await asyncio.sleep(100)

    server = await asyncio.start_server(lazy, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.1)
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        print('cancels', task.get_coro().__qualname__)
        task.cancel()
    await attempt('handler cancelled', reader.read)
    writer.close()
    server.close()
    await server.wait_closed()

asyncio.run(main())
