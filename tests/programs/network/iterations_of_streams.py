"""In which iteration of the loop everything happens."""
import asyncio

count = 0


def say(*words):
    print(f'{count:3}', *words)


async def ticker():
    global count
    while True:
        await asyncio.sleep(0)
        count += 1


async def handle(reader, writer):
    say('handler starts')
    while line := await reader.readline():
        say('handler got', line)
        writer.write(line)
        await writer.drain()
        say('handler drained')
    say('handler end')
    writer.close()
    await writer.wait_closed()
    say('handler closed')


async def client(name, port, lines):
    say(name, 'connects')
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    say(name, 'connected')
    for line in lines:
        writer.write(line)
        say(name, 'got', await reader.readline())
    writer.close()
    await writer.wait_closed()
    say(name, 'closed')


async def main():
    tick = asyncio.create_task(ticker())
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    say('server started')
    port = server.sockets[0].getsockname()[1]
    await client('solo', port, [b'a\n', b'b\n'])
    await asyncio.gather(client('one', port, [b'1\n', b'2\n']), client('two', port, [b'3\n']))
    say('both over')
    server.close()
    await server.wait_closed()
    say('server closed')
    tick.cancel()

asyncio.run(main())
