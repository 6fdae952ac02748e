import asyncio

SIZE, PIECES = 1_000_000, 20
order = []


async def produce(reader, writer):
    transport = writer.transport
    transport.set_write_buffer_limits(high=50_000)
    print('limits', transport.get_write_buffer_limits())
    pauses = 0
    for number in range(PIECES):
        writer.write(bytes(SIZE))
        pauses += transport.get_protocol()._paused
        await writer.drain()
        if transport.get_write_buffer_size() > 50_000:
            print('drain came back too soon')
    print('the writer was asked to pause:', pauses > 0)
    order.append('written')
    writer.close()
    await writer.wait_closed()
    order.append('closed')


async def main():
    server = await asyncio.start_server(produce, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname(), limit=10_000)
    await asyncio.sleep(1)
    print('written before anybody reads:', order)
    got = 0
    while data := await reader.read(SIZE):
        got += len(data)
        if got == len(data):
            await asyncio.sleep(0.01)
    print('got', got)
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    print(order)

asyncio.run(main())
