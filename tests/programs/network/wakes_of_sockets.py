"""In which turn of the loop sock_recv and its kin go on, and callbacks of add_reader and add_writer come."""
import asyncio
import socket


class Turns:
    """Counts turns of the loop from start() on."""

    def start(self):
        self.count = 0
        self.going = True
        asyncio.get_running_loop().call_soon(self.tick)

    def tick(self):
        self.count += 1
        if self.going and self.count < 20:
            asyncio.get_running_loop().call_soon(self.tick)


turns = Turns()


def at(*words):
    print(*words, "after", turns.count)


async def waits(name, awaitable):
    try:
        at(name, repr(await awaitable))
    except (Exception, asyncio.CancelledError) as error:
        at(name, type(error).__name__, *error.args)


async def case(title, waiters, cause):
    print("---", title)
    tasks = [asyncio.create_task(waits(f"waiter {n}", waiter)) for n, waiter in enumerate(waiters)]
    for _ in range(4):
        await asyncio.sleep(0)
    turns.start()
    got = cause(tasks)
    at("caused")
    for _ in range(12):
        await asyncio.sleep(0)
    turns.going = False
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return got


def pair():
    ends = socket.socketpair()
    for end in ends:
        end.setblocking(False)
    return ends


async def main():
    loop = asyncio.get_running_loop()
    a, b = pair()
    await case("sock_recv", [loop.sock_recv(b, 10)], lambda tasks: a.send(b"one"))
    await case("sock_recv, there already", [], lambda tasks: (a.send(b"two"), asyncio.create_task(waits("new", loop.sock_recv(b, 10)))))
    await case("sock_recv by sock_sendall", [loop.sock_recv(b, 10)], lambda tasks: asyncio.create_task(waits("sender", loop.sock_sendall(a, b"three"))))
    buffer = bytearray(5)
    await case("sock_recv_into", [loop.sock_recv_into(b, buffer)], lambda tasks: a.send(b"four"))
    await case("sock_recv, cancelled", [loop.sock_recv(b, 10)], lambda tasks: tasks[0].cancel())
    await case("sock_recv, woken and cancelled", [loop.sock_recv(b, 10)], lambda tasks: (a.send(b"five"), tasks[0].cancel()))
    await case("sock_recv of what was left", [loop.sock_recv(b, 10)], lambda tasks: None)
    await case("wait_for sock_recv", [asyncio.wait_for(loop.sock_recv(b, 10), 5)], lambda tasks: a.send(b"six"))
    await case("the end", [loop.sock_recv(b, 10)], lambda tasks: a.close())
    b.close()

    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    client = socket.socket()
    client.setblocking(False)
    await case("sock_accept", [], lambda tasks: (asyncio.create_task(waits_accept(loop, server)), asyncio.create_task(waits("connects", loop.sock_connect(client, server.getsockname())))))
    client.close()
    server.close()

    a, b = pair()
    print("--- add_reader and add_writer")

    def reads():
        at("reads", b.recv(10))
        loop.call_soon(at, "soon after reading")

    def writes():
        at("writes", a.send(b"x"))
        loop.remove_writer(a)
    loop.add_reader(b, reads)
    turns.start()
    loop.add_writer(a, writes)
    at("added")
    for _ in range(8):
        await asyncio.sleep(0)
    turns.start()
    a.send(b"y")
    loop.call_soon(at, "soon after sending")
    for _ in range(6):
        await asyncio.sleep(0)
    turns.going = False
    await asyncio.sleep(0)
    print(loop.remove_reader(b), loop.remove_writer(a))
    a.close()
    b.close()

    receiver = socket.socket(type=socket.SOCK_DGRAM)
    receiver.setblocking(False)
    receiver.bind(("127.0.0.1", 0))
    sender = socket.socket(type=socket.SOCK_DGRAM)
    sender.setblocking(False)

    async def receives():
        return (await loop.sock_recvfrom(receiver, 10))[0]
    await case("sock_recvfrom", [receives()], lambda tasks: asyncio.create_task(waits("sends", loop.sock_sendto(sender, b"gram", receiver.getsockname()))))
    sender.close()
    receiver.close()


async def waits_accept(loop, server):
    connection, _ = await loop.sock_accept(server)
    at("accepted")
    connection.close()


asyncio.run(main())
