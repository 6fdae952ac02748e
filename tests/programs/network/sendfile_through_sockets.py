"""loop.sock_sendfile: out of files of the system, and out of what only can be read."""
import asyncio
import io
import os
import socket
import tempfile


async def receive(loop, sock, into):
    while data := await loop.sock_recv(sock, 65536):
        into.append(data)


async def send(title, file, *args, **named):
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False), b.setblocking(False)
    got = []
    reader = asyncio.create_task(receive(loop, b, got))
    try:
        sent = await loop.sock_sendfile(a, file, *args, **named)
        print(title, "sent", sent, "file at", file.tell())
    except Exception as error:
        print(title, type(error).__name__, error)
    a.close()
    await reader
    data = b"".join(got)
    print(title, "received", len(data), data[:5], data[-5:])
    b.close()


async def main():
    content = b"".join(b"%06d\n" % n for n in range(60_000))
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        await send("all", file)
        await send("from 70", file, 70)
        await send("some", file, 7, 21)
        await send("more than there is", file, 0, 10_000_000)
        await send("behind the end", file, 10_000_000)
        await send("not by reading", file, 14, 7, fallback=False)
        await send("big piece", file, 700, 300_000)
        for wrong in [(-1,), ("0",), (0, 0), (0, -5), (0, 1.5)]:
            await send(f"wrong {wrong}", file, *wrong)
    await send("from memory", io.BytesIO(content))
    await send("from memory, some", io.BytesIO(content), 7, 300_000)
    await send("from memory, never by reading", io.BytesIO(content), fallback=False)
    with tempfile.TemporaryFile() as file:
        await send("empty", file)
    with tempfile.TemporaryFile("w+") as file:
        await send("text", file)
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock, tempfile.TemporaryFile() as file:
        sock.setblocking(False)
        try:
            await loop.sock_sendfile(sock, file)
        except ValueError as error:
            print(error)
    a, b = socket.socketpair()
    a.setblocking(False)
    with tempfile.TemporaryFile() as file, a, b:
        file.write(content * 10)
        file.flush()
        try:
            async with asyncio.timeout(0.5):
                await loop.sock_sendfile(a, file)
        except TimeoutError:
            print("nobody reads", file.tell())


asyncio.run(main())
