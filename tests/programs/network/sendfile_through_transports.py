"""loop.sendfile: through the transport of a stream, while it pauses reading and refuses writing."""
import asyncio
import io
import tempfile


async def serve(reader, writer):
    size = int((await reader.readline()).decode())
    data = await reader.readexactly(size)
    rest = await reader.read()
    writer.write(f"{len(data)} {data[:6]} {data[-6:]} {rest}".encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def send(title, port, file, size, *args, **named):
    loop = asyncio.get_running_loop()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{size}\n".encode())
    try:
        job = asyncio.create_task(loop.sendfile(writer.transport, file, *args, **named))
        await asyncio.sleep(0)
        for call in writer.write, writer.writelines:
            try:
                call([b""] if call == writer.writelines else b"between")
            except RuntimeError as error:
                print(title, error)
        print(title, "sent", await job, "file at", file.tell())
    except Exception as error:
        print(title, type(error).__name__, error)
    writer.write(b"behind")
    writer.write_eof()
    print(title, (await reader.read()).decode())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    content = b"".join(b"%06d\n" % n for n in range(50_000))
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        await send("whole", port, file, len(content))
        await send("some", port, file, 21, 700, 21)
        await send("refused", port, file, 0, 0, -1)
        await send("text", port, io.StringIO("text"), 0, fallback=False)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        loop = asyncio.get_running_loop()
        transport = writer.transport
        writer.write(b"0\n")
        writer.close()
        try:
            await loop.sendfile(transport, file)
        except RuntimeError as error:
            print(error)
        await writer.wait_closed()
        udp, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, ("127.0.0.1", 0))
        try:
            await loop.sendfile(udp, file)
        except RuntimeError as error:
            print(str(error).split(" <")[0])
        udp.close()
    server.close()
    await server.wait_closed()


async def by_reading():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    loop = asyncio.get_running_loop()
    content = bytes(range(256)) * 600
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"%d\n" % len(content))
    file = io.BytesIO(content)
    print("sent", await loop.sendfile(writer.transport, file), file.tell(), writer.transport.is_reading())
    writer.write(b"behind")
    writer.write_eof()
    print((await reader.read()).decode())
    writer.close()
    await writer.wait_closed()
    try:
        await loop.sendfile(writer.transport, file, fallback=False)
    except RuntimeError as error:
        print(error)
    server.close()
    await server.wait_closed()


asyncio.run(main())
asyncio.run(by_reading())
