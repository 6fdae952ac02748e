"""Transports as they are between two ends: reading, writing, limits, protocols, extra info; datagrams."""
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(b"echo " + data)

    def eof_received(self):
        self.transport.write(b"end")
        return False


class Client(asyncio.Protocol):
    def __init__(self, name):
        self.name = name
        self.seen = b""
        self.lost = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        print(self.name, "made", isinstance(transport, asyncio.Transport), isinstance(transport, asyncio.ReadTransport),
              isinstance(transport, asyncio.WriteTransport), isinstance(transport, asyncio.BaseTransport), isinstance(transport, asyncio.DatagramTransport))

    def data_received(self, data):
        self.seen += data
        print(self.name, "got", data)

    def eof_received(self):
        print(self.name, "eof")

    def pause_writing(self):
        print(self.name, "pause_writing")

    def resume_writing(self):
        print(self.name, "resume_writing")

    def connection_lost(self, error):
        print(self.name, "lost", error)
        if not self.lost.done():
            self.lost.set_result(None)


class Buffered(asyncio.BufferedProtocol):
    def __init__(self):
        self.buffer = bytearray(4)
        self.lost = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        transport.write(b"ab")

    def get_buffer(self, hint):
        return memoryview(self.buffer)

    def buffer_updated(self, count):
        print("buffered", bytes(self.buffer[:count]))

    def eof_received(self):
        print("buffered eof")

    def connection_lost(self, error):
        print("buffered lost", error)
        self.lost.set_result(None)

    def pause_writing(self):
        print("never")

    def resume_writing(self):
        print("never")


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self, name, answers):
        self.name, self.answers = name, answers
        self.lost = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, "made", isinstance(transport, asyncio.DatagramTransport), isinstance(transport, asyncio.BaseTransport))

    def datagram_received(self, data, address):
        print(self.name, "received", data, len(address))
        if self.answers:
            self.transport.sendto(b"answer " + data, address)
        else:
            self.transport.close()

    def error_received(self, error):
        print(self.name, "error", error)

    def connection_lost(self, error):
        print(self.name, "lost", error)
        self.lost.set_result(None)

    def pause_writing(self):
        print("never")

    def resume_writing(self):
        print("never")


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    transport, client = await loop.create_connection(lambda: Client("client"), "127.0.0.1", port)
    print(transport.get_protocol() is client, transport.is_closing(), transport.is_reading(), transport.can_write_eof())
    print(transport.get_extra_info("peername")[0], transport.get_extra_info("sockname")[0], transport.get_extra_info("peername")[1] == port,
          transport.get_extra_info("nothing"), transport.get_extra_info("nothing", 5), transport.get_extra_info("socket").family.name)
    transport.write(b"one")
    await asyncio.sleep(0.1)
    transport.pause_reading()
    print(transport.is_reading())
    transport.writelines([b"two", b" ", b"three"])
    await asyncio.sleep(0.1)
    print(client.seen)
    transport.pause_reading()
    transport.resume_reading()
    transport.resume_reading()
    print(transport.is_reading())
    await asyncio.sleep(0.1)
    print(transport.get_write_buffer_limits(), transport.get_write_buffer_size())
    transport.set_write_buffer_limits(high=100)
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(low=10)
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(high=100, low=30)
    print(transport.get_write_buffer_limits())
    for wrong in (lambda: transport.set_write_buffer_limits(high=1, low=2), lambda: transport.set_write_buffer_limits(low=-1)):
        try:
            wrong()
        except ValueError as error:
            print(error)
    for wrong in (3, "text", None):
        try:
            transport.write(wrong)
        except TypeError as error:
            print(error)
    transport.write(b"")
    transport.set_write_buffer_limits(0)
    second = Client("second")
    transport.set_protocol(second)
    print(transport.get_protocol() is second)
    transport.write(b"to the second")
    await asyncio.sleep(0.1)
    transport.write_eof()
    try:
        transport.write(b"late")
    except RuntimeError as error:
        print(error)
    transport.write_eof()
    await second.lost
    print(transport.is_closing(), transport.is_reading())
    transport.close()

    transport, client = await loop.create_connection(lambda: Client("aborted"), "127.0.0.1", port)
    transport.abort()
    print(transport.is_closing())
    await client.lost
    transport, buffered = await loop.create_connection(Buffered, "127.0.0.1", port)
    await asyncio.sleep(0.1)
    transport.close()
    await buffered.lost

    print(server.is_serving(), server.get_loop() is loop)
    await server.start_serving()
    keeps, client = await loop.create_connection(lambda: Client("kept"), "127.0.0.1", port)
    await asyncio.sleep(0.1)
    server.close()
    print(server.is_serving(), server.sockets)
    server.close_clients()
    await client.lost
    await server.wait_closed()
    server = await loop.create_server(Echo, "127.0.0.1", 0, start_serving=False)
    print(server.is_serving(), isinstance(server, asyncio.Server), isinstance(server, asyncio.AbstractServer))
    await server.start_serving()
    keeps, client = await loop.create_connection(lambda: Client("dropped"), *server.sockets[0].getsockname())
    await asyncio.sleep(0.1)
    server.abort_clients()
    await client.lost
    server.close()
    await server.wait_closed()

    first, answering = await loop.create_datagram_endpoint(lambda: Datagrams("answering", True), local_addr=("127.0.0.1", 0))
    address = first.get_extra_info("sockname")
    other, asking = await loop.create_datagram_endpoint(lambda: Datagrams("asking", False), remote_addr=address)
    print(other.get_extra_info("peername") == address, other.is_closing(), other.get_protocol() is asking)
    other.sendto(b"question")
    await asking.lost
    print(other.is_closing())
    try:
        first.sendto("text", address)
    except TypeError as error:
        print(error)
    third = Datagrams("third", True)
    first.set_protocol(third)
    print(first.get_protocol() is third)
    first.abort()
    await third.lost


asyncio.run(main())
