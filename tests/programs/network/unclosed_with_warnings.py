import asyncio
import gc
import warnings

warnings.simplefilter('always')


def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, str(message).split(' fd=')[0])


warnings.showwarning = show


async def handle(reader, writer):
    await reader.read()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    del reader, writer
    gc.collect()
    await asyncio.sleep(0.1)
    server.close()
    await server.wait_closed()

asyncio.run(main())
print('over')
