import asyncio


class Server(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print('server: connection from', transport.get_extra_info('peername')[0])

    def data_received(self, data):
        print('server: data', data)
        self.transport.write(b'echo:' + data)
        if data.endswith(b'!'):
            self.transport.close()

    def eof_received(self):
        print('server: eof')

    def connection_lost(self, exc):
        print('server: lost', exc)


class Client(asyncio.Protocol):
    def __init__(self, texts, done):
        self.texts, self.done = texts, done

    def connection_made(self, transport):
        self.transport = transport
        print('client: made', transport.is_reading(), transport.is_closing())
        transport.write(self.texts.pop(0))

    def data_received(self, data):
        print('client: data', data)
        if self.texts:
            self.transport.writelines([self.texts.pop(0), b'.'])
        elif self.transport.can_write_eof():
            self.transport.write_eof()
            try:
                self.transport.write(b'more')
            except RuntimeError as error:
                print(error)

    def eof_received(self):
        print('client: eof')
        return False

    def connection_lost(self, exc):
        print('client: lost', exc)
        self.done.set_result(True)


class Failing(asyncio.Protocol):
    def data_received(self, data):
        raise ZeroDivisionError('in data_received')


class Buffered(asyncio.BufferedProtocol):
    def __init__(self):
        self.buffer = bytearray(4)

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        print('buffered', bytes(self.buffer[:nbytes]))

    def eof_received(self):
        print('buffered: eof')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context['exception'])))
    server = await loop.create_server(Server, '127.0.0.1', 0)
    host, port = server.sockets[0].getsockname()
    for texts in ([b'one', b'two'], [b'bye!']):
        done = loop.create_future()
        transport, protocol = await loop.create_connection(lambda: Client(texts, done), host, port)
        print(type(transport).__name__, transport.get_protocol() is protocol, transport.get_extra_info('nothing', 'default'))
        await done
    server.close()
    await server.wait_closed()
    for factory in (Failing, Buffered):
        server = await loop.create_server(factory, host, 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        for text in (b'abcdefghij', b'kl'):
            writer.write(text)
            await asyncio.sleep(0.1)
        writer.close()
        await asyncio.sleep(0.1)
        server.close()

asyncio.run(main())
