import asyncio
import socket

async def answers(loop, server):
    connection, _ = await loop.sock_accept(server)
    await loop.sock_sendall(connection, await loop.sock_recv(connection, 100))
    connection.close()

class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(data, address)

async def main():
    loop = asyncio.get_running_loop()
    server = socket.create_server(('127.0.0.1', 8000))
    server.setblocking(False)
    answering = asyncio.create_task(answers(loop, server))
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, ('127.0.0.1', 8000))
    await loop.sock_sendall(client, b'hello')
    print(await loop.sock_recv(client, 100))
    await answering
    client.close()
    server.close()
    transport, _ = await loop.create_datagram_endpoint(Echo, local_addr=('127.0.0.1', 9000))
    asks = socket.socket(type=socket.SOCK_DGRAM)
    asks.setblocking(False)
    asks.bind(('127.0.0.1', 9001))
    await loop.sock_sendto(asks, b'ping', ('127.0.0.1', 9000))
    print(await loop.sock_recv(asks, 10))
    asks.close()
    transport.close()

asyncio.run(main())
