import asyncio
import socket


async def serve(loop, listener):
    conn, address = await loop.sock_accept(listener)
    print('accepted', address[0], conn.getblocking())
    with conn:
        while data := await loop.sock_recv(conn, 16):
            print('server', data)
            await loop.sock_sendall(conn, data * 2)
    print('server: end')


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(('127.0.0.1', 0))
    listener.listen()
    listener.setblocking(False)
    server = asyncio.create_task(serve(loop, listener))
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    client.setblocking(False)
    await loop.sock_connect(client, listener.getsockname())
    for text in (b'first', b'second'):
        await loop.sock_sendall(client, text)
        print('client', await loop.sock_recv(client, 100))
    buffer = bytearray(4)
    await loop.sock_sendall(client, b'into')
    print(await loop.sock_recv_into(client, buffer), buffer)
    try:
        client.recv(4)
        client.recv(4)
    except BlockingIOError as error:
        print(type(error).__name__, error)
    waiting = asyncio.create_task(loop.sock_recv(client, 1))
    await asyncio.sleep(0.1)
    waiting.cancel()
    await asyncio.wait([waiting])
    print(waiting.cancelled(), loop.remove_reader(client))
    client.close()
    await server
    listener.close()
    print(client.fileno(), client)

    one, two = socket.socketpair(type=socket.SOCK_DGRAM)
    a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    for sock in (a, b):
        sock.bind(('127.0.0.1', 0))
        sock.setblocking(False)
    receiving = asyncio.create_task(loop.sock_recvfrom(b, 100))
    await asyncio.sleep(0)
    print(await loop.sock_sendto(a, b'datagram', b.getsockname()))
    data, address = await receiving
    print(data, address == a.getsockname())
    big = bytes(3_000_000)
    one, two = socket.socketpair()
    one.setblocking(False)
    two.setblocking(False)

    async def drain():
        got = 0
        while got < len(big):
            got += len(await loop.sock_recv(two, 1_000_000))
        return got

    got, _ = await asyncio.gather(drain(), loop.sock_sendall(one, big))
    print(got)
    for sock in (one, two, a, b):
        sock.close()

asyncio.run(main())
