import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
        print('server: ready')

    def datagram_received(self, data, addr):
        print('server:', data, addr[0])
        self.transport.sendto(data.upper(), addr)


class Client(asyncio.DatagramProtocol):
    def __init__(self, messages, done):
        self.messages, self.done = messages, done

    def connection_made(self, transport):
        self.transport = transport
        for message in self.messages:
            transport.sendto(message)

    def datagram_received(self, data, addr):
        print('client:', data)
        self.messages.pop()
        if not self.messages:
            self.transport.close()

    def error_received(self, error):
        print('client error:', type(error).__name__, error)
        self.transport.close()

    def connection_lost(self, exc):
        print('client: closed', exc)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=('127.0.0.1', 0))
    address = server.get_extra_info('sockname')
    done = loop.create_future()
    transport, protocol = await loop.create_datagram_endpoint(lambda: Client([b'one', b'two', b'three'], done), remote_addr=address)
    print(transport.get_extra_info('peername') == address, transport.get_protocol() is protocol)
    await done
    try:
        transport2, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=address)
        transport2.sendto(b'x', ('127.0.0.1', 1))
    except ValueError as error:
        print(str(error).split(' (')[0])
    try:
        transport2.sendto('text')
    except TypeError as error:
        print(error)
    transport2.close()
    server.close()
    server.close()
    await asyncio.sleep(0)
    done = loop.create_future()
    await asyncio.sleep(0.1)
    await loop.create_datagram_endpoint(lambda: Client([b'nobody hears'], done), remote_addr=address)
    await done

asyncio.run(main())
