"""writelines of the abstract transports: all of it in one write of the subclass."""
import asyncio


class Kept(asyncio.Transport):
    def __init__(self):
        super().__init__({"peername": "nobody"})
        self.written = []

    def write(self, data):
        self.written.append(data)


transport = Kept()
transport.writelines([b"one\n", bytearray(b"two\n"), memoryview(b"three\n")])
transport.writelines(line for line in (b"a", b"b"))
transport.writelines([])
print(transport.written, transport.get_extra_info("peername"), transport.get_extra_info("none", 0))
try:
    transport.writelines(["text"])
except TypeError as error:
    print(error)


class Plain(asyncio.WriteTransport):
    pass


try:
    Plain().writelines([b"x"])
except NotImplementedError as error:
    print("NotImplementedError", error)
