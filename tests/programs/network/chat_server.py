import asyncio

clients = {}


async def broadcast(text, but=None):
    for name, writer in clients.items():
        if name != but:
            writer.write(f'{text}\n'.encode())
            await writer.drain()


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    await broadcast(f'* {name} joins')
    clients[name] = writer
    print('server:', sorted(clients))
    try:
        async for line in reader:
            text = line.decode().rstrip()
            if text == '/quit':
                break
            await broadcast(f'<{name}> {text}', but=name)
    finally:
        del clients[name]
        await broadcast(f'* {name} leaves')
        writer.close()
        await writer.wait_closed()
        print('server:', name, 'gone, left:', sorted(clients))


async def client(port, name, lines, start):
    await asyncio.sleep(start)
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(f'{name}\n'.encode())

    async def listen():
        while data := await reader.readline():
            print(f'{name:>6} sees', data.decode().rstrip())

    listener = asyncio.create_task(listen())
    for line in lines:
        await asyncio.sleep(1)
        writer.write(f'{line}\n'.encode())
        await writer.drain()
    await asyncio.sleep(1)
    writer.write(b'/quit\n')
    await listener
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        async with asyncio.TaskGroup() as group:
            group.create_task(client(port, 'ann', ['hello', 'anybody?'], 0))
            group.create_task(client(port, 'bob', ['hi ann'], 0.3))
            group.create_task(client(port, 'carla', ['me too', 'bye'], 0.6))
    print('closed', server.is_serving(), server.sockets)

asyncio.run(main())
