"""Write a random program that uses sockets.

Usage: python3 random_network.py SEED [SIZE] > program.py

Streams, protocols, pairs of sockets under add_reader, datagrams: who connects, writes, reads, waits, closes, resets, in one
loop, with a counter of iterations in every line. What a program prints depends on no port, no memory address and no time but
the virtual clock's, and every program ends.
"""

import random
import sys

HEADER = '''import asyncio
import socket

count = 0

def say(*words):
    print(f"{count:3}", *words)

async def ticker():
    global count
    while True:
        for _ in range(25):
            await asyncio.sleep(0)
            count += 1
        await asyncio.sleep(0.05)

async def get(name, awaitable):
    try:
        say(name, "got", await awaitable)
    except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
        say(name, type(error).__name__)
'''

PROTOCOL = '''class Protocol(asyncio.Protocol):
    made = 0

    def __init__(self, name=None, sends=()):
        if name is None:
            Protocol.made += 1
        self.name, self.sends = name or f"s{Protocol.made}", list(sends)

    def connection_made(self, transport):
        self.transport = transport
        say(self.name, "made")
        if self.sends:
            transport.write(self.sends.pop(0))

    def data_received(self, data):
        say(self.name, "data", data)
        transport = self.transport
        if self.sends:
            transport.write(self.sends.pop(0))
        elif self.name.startswith("s"):
            %s

    def eof_received(self):
        say(self.name, "eof")
        return %s

    def connection_lost(self, error):
        say(self.name, "lost", repr(error))
'''

PAIRS = '''async def pairs(loop):
    ends = [socket.socketpair() for _ in range(%d)]
    for pair in ends:
        for end in pair:
            end.setblocking(False)

    def ready(i):
        try:
            data = ends[i][0].recv(%d)
        except OSError as error:
            data = type(error).__name__
        say("pair", i, data)
        if not data or isinstance(data, str):
            loop.remove_reader(ends[i][0])

    for i in range(len(ends)):
        loop.add_reader(ends[i][0], ready, i)
'''

DATAGRAMS = '''async def datagrams(loop):
    one, two = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
    for end in (one, two):
        end.setblocking(False)
        end.bind(("127.0.0.1", 0))

    async def take():
        for _ in range(%d):
            say("datagram", (await loop.sock_recvfrom(two, 10))[0])

    task = asyncio.create_task(take())
'''


class Writer:
    def __init__(self, seed, size=3):
        self.random = random.Random(seed)
        self.size = size
        self.lines = []

    def choose(self, *choices):
        return choices[self.random.randrange(len(choices))]

    def chance(self, part):
        return self.random.random() < part

    def text(self, letters, most):
        return "".join(self.choose(*letters) for _ in range(self.random.randint(1, most)))

    def put(self, *lines, level=1):
        self.lines += ["    " * level + line for line in lines]

    # streams

    def handler(self):
        self.put("async def handle(reader, writer):", level=0)
        self.put('say("H starts")')
        kind = self.choose("line", "read", "exactly", "iterate")
        if kind == "iterate":
            self.put("async for data in reader:")
        else:
            reading = {"line": "readline()", "read": f"read({self.choose(2, 3, 100)})", "exactly": "readexactly(2)"}[kind]
            self.put("while True:")
            self.put("try:", f"    data = await reader.{reading}", "except (OSError, asyncio.IncompleteReadError) as error:",
                     '    say("H", type(error).__name__)', "    break", "if not data:", "    break", level=2)
        self.put('say("H got", data)', level=2)
        self.answer()
        self.put('say("H ends", reader.at_eof())')
        self.put(*self.choose(["writer.close()"], ["writer.close()", 'await get("H", writer.wait_closed())'], ["writer.transport.abort()"],
                              ["if not writer.is_closing():", "    writer.write_eof()", "await asyncio.sleep(0.1)", "writer.close()"], ["pass"]))
        self.put('say("H is done")')

    def answer(self):
        self.put(*self.choose(["writer.write(data)"], ["writer.writelines([data, data[:1]])"],
                              ["writer.write(data)", "await writer.drain()", 'writer.write(b"#")'], ["pass"],
                              [f"await asyncio.sleep({self.choose(0, 0.01, 0.5)})", "writer.write(data)"]), level=2)
        if self.chance(0.6):
            self.put('await get("H", writer.drain())', level=2)
        if self.chance(0.2):
            self.put('if b"q" in data:', "    break", level=2)
        if self.chance(0.15):
            self.put('if b"x" in data:', "    raise ValueError(data)", level=2)

    def stream_client(self, i):
        self.put(f"async def client{i}(loop, port):", level=0)
        self.put(f"await asyncio.sleep({self.choose(0, 0, 0.01, 0.3)})", 'reader, writer = await asyncio.open_connection("127.0.0.1", port)',
                 f'say({i}, "connected")')
        for _ in range(self.random.randint(0, self.size + 1)):
            text = self.text(["a", "b", "q", "x", "\\n", "\\n"], 6)
            self.put(self.choose(f'writer.write(b"{text}\\n")', f'writer.write(b"{text}\\n")', f'writer.write(b"{text}")',
                                 f"await get({i}, asyncio.wait_for(reader.readline(), 0.2))",
                                 f"await get({i}, asyncio.wait_for(reader.read({self.random.randint(1, 5)}), 0.2))",
                                 f"await asyncio.sleep({self.choose(0, 0, 0.05)})", f"await get({i}, writer.drain())"))
        read, wait = f"await get({i}, asyncio.wait_for(reader.read(), 1))", f"await get({i}, writer.wait_closed())"
        self.put(*self.choose(["writer.close()", wait], ["writer.write_eof()", read, "writer.close()"], ["writer.close()"],
                              ["writer.transport.abort()", wait, f"await get({i}, reader.read())"], [read, "writer.close()", wait]))
        self.put(f'say({i}, "is over")')

    # protocols

    def protocol(self):
        act = self.choose("transport.write(data[:3])", "transport.close()", "transport.abort()", "transport.write_eof()", "pass", "1 / 0",
                          "transport.pause_reading(), asyncio.get_running_loop().call_later(0.2, transport.resume_reading)")
        self.lines += (PROTOCOL % (act, self.choose("True", "False", "None"))).splitlines()

    def protocol_client(self, i):
        sends = [f'b"{self.text("abc", 5)}"' for _ in range(self.random.randint(0, 3))]
        self.put(f"async def client{i}(loop, port):", level=0)
        self.put(f"await asyncio.sleep({self.choose(0, 0, 0.01)})",
                 f'transport, _ = await loop.create_connection(lambda: Protocol("c{i}", [{", ".join(sends)}]), "127.0.0.1", port)',
                 f'say("c{i}", "connected")', f"await asyncio.sleep({self.choose(0, 0, 0.06, 0.3)})")
        for _ in range(self.random.randint(0, self.size - 1)):
            self.put("if not transport.is_closing():")
            self.put(self.choose('transport._eof or transport.write(b"w")', 'transport._eof or transport.writelines([b"x", b"y"])',
                                 "transport.write_eof()", "transport.pause_reading()", "transport.resume_reading()",
                                 f'say("c{i}", transport.is_reading(), transport.get_write_buffer_size())'), level=2)
            self.put(f"await asyncio.sleep({self.choose(0, 0, 0.05)})")
        self.put(self.choose("transport.close()", "transport.close()", "transport.abort()"))

    # sockets

    def pairs(self):
        count = self.random.randint(1, self.size + 1)
        self.lines += (PAIRS % (count, self.choose(2, 100))).splitlines()
        for _ in range(self.random.randint(3, 4 * self.size)):
            i = self.random.randrange(count)
            send = ["try:", f'    ends[{i}][1].send(b"{self.text("xyz", 4)}")', "except OSError as error:", "    say(type(error).__name__)"]
            self.put(*self.choose(send, send, send, [f"await asyncio.sleep({self.choose(0, 0, 0.03)})"], ['loop.call_soon(say, "soon")'],
                                  [f"ends[{i}][1].close()"]))
        self.put("await asyncio.sleep(0.1)", "for one, two in ends:", "    loop.remove_reader(one)", "    one.close()", "    two.close()")

    def datagrams(self):
        count = self.random.randint(1, self.size)
        self.lines += (DATAGRAMS % count).splitlines()
        for i in range(count):
            self.put(f'await loop.sock_sendto(one, b"datagram {i}", two.getsockname())')
            if self.chance(0.5):
                self.put(f"await asyncio.sleep({self.choose(0, 0.01)})")
        self.put("await task", "one.close()", "two.close()")

    # the whole

    def program(self):
        self.lines += HEADER.splitlines()
        streams = self.chance(0.5)
        clients = self.random.randint(1, self.size)
        jobs = [f"client{i}(loop, port)" for i in range(clients)]
        if streams:
            self.handler()
        else:
            self.protocol()
        for i in range(clients):
            (self.stream_client if streams else self.protocol_client)(i)
        for job in ("pairs", "datagrams"):
            if self.chance(0.3):
                getattr(self, job)()
                jobs.insert(self.random.randrange(len(jobs) + 1), f"{job}(loop)")
        start = "asyncio.start_server(handle" if streams else "loop.create_server(Protocol"
        self.put("async def main():", level=0)
        self.put("loop = asyncio.get_running_loop()", "tick = asyncio.create_task(ticker())",
                 'loop.set_exception_handler(lambda loop, context: say("error", context["message"], repr(context.get("exception"))))',
                 f'server = await {start}, "127.0.0.1", 0)', "port = server.sockets[0].getsockname()[1]",
                 f"await asyncio.gather({', '.join(jobs)})", 'say("clients are over")', "server.close()")
        if clients == 1:  # those of several would go in the order of a set
            self.put(f"server.{self.choose('close_clients', 'abort_clients')}()")
        self.put("await asyncio.wait([asyncio.create_task(server.wait_closed())], timeout=2)", 'say("closed")', "tick.cancel()")
        self.lines.append("asyncio.run(main())")
        return "\n".join(self.lines) + "\n"


if __name__ == "__main__":
    print(Writer(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3).program(), end="")
