"""StreamReader, StreamWriter and StreamReaderProtocol: every method."""
import asyncio


async def serve(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
        writer.write(b"bye")
    finally:
        writer.close()
        await writer.wait_closed()


async def by_hand():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=16, loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)

    class Wire(asyncio.Transport):
        def __init__(self):
            super().__init__({"sockname": "here"})
            self.wrote, self.closing, self.reading = [], False, True

        def write(self, data):
            self.wrote.append(bytes(data))

        def writelines(self, parts):
            self.wrote.extend(parts)

        def write_eof(self):
            self.wrote.append("EOF")

        def can_write_eof(self):
            return True

        def is_closing(self):
            return self.closing

        def close(self):
            self.closing = True
            protocol.connection_lost(None)

        def pause_reading(self):
            print("wire paused")

        def resume_reading(self):
            print("wire resumed")

    wire = Wire()
    protocol.connection_made(wire)
    writer = asyncio.StreamWriter(wire, protocol, reader, loop)
    print(writer.transport is wire, writer.can_write_eof(), writer.is_closing(), writer.get_extra_info("sockname"), writer.get_extra_info("x", 1))
    writer.write(b"one")
    writer.writelines([b"two", b"three"])
    await writer.drain()
    writer.write_eof()
    print(wire.wrote)
    protocol.pause_writing()
    waiting = asyncio.create_task(writer.drain())
    await asyncio.sleep(0)
    print(waiting.done())
    protocol.resume_writing()
    await asyncio.sleep(0)
    print(waiting.done(), await waiting)
    protocol.data_received(b"line one\nline ")
    print(await reader.readline(), reader.at_eof())
    protocol.data_received(b"two\nthis is far more than the limit of the reader")
    print(await reader.read(3), await reader.readexactly(3), await reader.readuntil(b"\n"))
    try:
        await reader.readline()
    except ValueError as error:
        print(error)
    protocol.data_received(b"a;b,c")
    print(await reader.readuntil((b",", b";")), await reader.readuntil(b","))
    for wrong in (b"", ()):
        try:
            await reader.readuntil(wrong)
        except ValueError as error:
            print(error)
    try:
        await reader.readexactly(-1)
    except ValueError as error:
        print(error)
    print(protocol.eof_received(), reader.at_eof(), await reader.read(-1), reader.at_eof())
    for read in (lambda: reader.readexactly(2), lambda: reader.readuntil(b"x")):
        try:
            await read()
        except asyncio.IncompleteReadError as error:
            print(error)
    print(await reader.readline(), await reader.read(), await reader.read(0), reader.exception())
    writer.close()
    print(writer.is_closing())
    await writer.wait_closed()

    reader = asyncio.StreamReader()
    try:
        reader.set_transport(wire)
        reader.set_transport(wire)
    except AssertionError as error:
        print(error)
    reader.feed_data(b"x\ny\nz")
    reader.feed_eof()
    print([line async for line in reader])
    try:
        reader.feed_data(b"late")
    except AssertionError as error:
        print(error)
    reader = asyncio.StreamReader()
    waiting = asyncio.create_task(reader.read(1))
    await asyncio.sleep(0)
    try:
        await reader.readline()
    except RuntimeError as error:
        print(error)
    reader.set_exception(OSError("broken wire"))
    print(repr(reader.exception()))
    for read in (waiting, reader.read(1)):
        try:
            await read
        except OSError as error:
            print("raised", error)
    for limit in (0, -1):
        try:
            asyncio.StreamReader(limit=limit)
        except ValueError as error:
            print(error)
    print(repr(asyncio.StreamReader()))


async def main():
    await by_hand()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"hello\n")
        await writer.drain()
        print(await reader.readline(), writer.get_extra_info("peername")[0])
        writer.writelines([b"a\n", b"b\n"])
        writer.write_eof()
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
        print(writer.is_closing(), reader.at_eof())
    server = await asyncio.start_unix_server(serve, "surface.sock")
    async with server:
        reader, writer = await asyncio.open_unix_connection("surface.sock")
        writer.write(b"unix\n")
        print(await reader.readline())
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
