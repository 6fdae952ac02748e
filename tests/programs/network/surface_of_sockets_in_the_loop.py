"""The loop's own socket calls: sock_*, add_reader and the rest, getaddrinfo, a connection accepted by hand."""
import asyncio
import socket


class Hello(asyncio.Protocol):
    def connection_made(self, transport):
        transport.write(b"hello")
        transport.close()


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.socket()
    listener.setblocking(False)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    client = socket.socket()
    client.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(listener))
    await loop.sock_connect(client, listener.getsockname())
    served, address = await accepting
    print(address == client.getsockname(), served.getblocking())
    await loop.sock_sendall(client, b"some bytes")
    print(await loop.sock_recv(served, 4))
    buffer = bytearray(10)
    print(await loop.sock_recv_into(served, buffer), buffer)
    read, write = socket.socketpair()
    for end in (read, write):
        end.setblocking(False)
    readable, writable = loop.create_future(), loop.create_future()
    loop.add_reader(read, lambda: readable.done() or readable.set_result("readable"))
    loop.add_writer(write, lambda: writable.done() or writable.set_result("writable"))
    print(await writable)
    print(loop.remove_writer(write), loop.remove_writer(write))
    write.send(b"x")
    print(await readable, loop.remove_reader(read), loop.remove_reader(read))
    for end in (read, write, client, served):
        end.close()

    one, two = (socket.socket(type=socket.SOCK_DGRAM) for _ in range(2))
    for end in (one, two):
        end.setblocking(False)
        end.bind(("127.0.0.1", 0))
    print(await loop.sock_sendto(one, b"datagram", two.getsockname()))
    data, address = await loop.sock_recvfrom(two, 100)
    print(data, address == one.getsockname())
    await loop.sock_sendto(two, b"back", address)
    buffer = bytearray(10)
    count, address = await loop.sock_recvfrom_into(one, buffer)
    print(count, buffer[:count], address == two.getsockname())
    one.close()
    two.close()

    found = await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)
    print([(family.name, kind.name, address) for family, kind, _, _, address in found])
    print(await loop.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    client = socket.socket()
    client.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(listener))
    await loop.sock_connect(client, listener.getsockname())
    served, _ = await accepting
    transport, protocol = await loop.connect_accepted_socket(Hello, served)
    print(type(protocol).__name__, await loop.sock_recv(client, 100), await loop.sock_recv(client, 100))
    client.close()
    listener.close()

    server = await loop.create_unix_server(Hello, "hello.sock")
    done = loop.create_future()

    class Ear(asyncio.Protocol):
        def data_received(self, data):
            print("heard", data)

        def connection_lost(self, error):
            done.set_result(error)

    transport, _ = await loop.create_unix_connection(Ear, "hello.sock")
    print(await done)
    server.close()
    await server.wait_closed()
    blocking = socket.socket()
    loop.set_debug(True)
    try:
        await loop.sock_recv(blocking, 1)
    except ValueError as error:
        print(error)
    blocking.close()


asyncio.run(main())
