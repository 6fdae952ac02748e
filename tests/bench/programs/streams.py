"""A hundred thousand lines through a connection to oneself, a drain every hundred, in microseconds per line."""
import asyncio
import time

LINES = 100_000


async def send(reader, writer):
    for i in range(LINES):
        writer.write(b'a line of some length, as logs have them\n')
        if i % 100 == 99:
            await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(send, '127.0.0.1', 0)
    for _ in range(3):
        began = time.perf_counter()
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        count = 0
        async for line in reader:
            count += 1
        writer.close()
        assert count == LINES
        print('streams', (time.perf_counter() - began) / LINES * 1e6, 'us/line')
    server.close()

asyncio.run(main())
