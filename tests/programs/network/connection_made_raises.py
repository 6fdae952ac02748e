import asyncio


class Broken(asyncio.Protocol):
    def connection_made(self, transport):
        raise RuntimeError('in connection_made')


class BrokenEnd(asyncio.Protocol):
    def eof_received(self):
        raise RuntimeError('in eof_received')

    def connection_lost(self, exc):
        print('lost', repr(exc))


def broken_factory():
    raise KeyError('in the factory')


async def main():
    loop = asyncio.get_running_loop()
    for factory in (Broken, BrokenEnd, broken_factory):
        server = await loop.create_server(factory, '127.0.0.1', 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        await asyncio.sleep(0.1)
        writer.write(b'data')
        await asyncio.sleep(0.1)
        if factory is not broken_factory:
            writer.write_eof()
            await asyncio.sleep(0.1)
        writer.close()
        server.close()
        await asyncio.sleep(0.1)
    try:
        await loop.create_connection(broken_factory, *server.sockets or ('127.0.0.1', 1))
    except OSError as error:
        print(type(error).__name__)

asyncio.run(main())
