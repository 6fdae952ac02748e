"""In which turn of the loop a StreamReader wakes who reads, fed by hand."""
import asyncio


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


async def case(title, read, cause, limit=2 ** 16):
    print("---", title)
    reader = asyncio.StreamReader(limit)
    task = asyncio.create_task(waits("reader", read(reader)))
    for _ in range(3):
        await asyncio.sleep(0)
    turns.start()
    cause(reader)
    at("caused")
    for _ in range(10):
        await asyncio.sleep(0)
    turns.going = False
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def lines(reader):
    got = []
    async for line in reader:
        at("line", line)
        got.append(line)
    return got


def in_parts(*parts):
    def feed(reader):
        for n, part in enumerate(parts):
            asyncio.get_running_loop().call_soon(reader.feed_data if part else lambda part: reader.feed_eof(), part)
    return feed


async def main():
    await case("readline", lambda r: r.readline(), lambda r: r.feed_data(b"line\n"))
    await case("readline in parts", lambda r: r.readline(), in_parts(b"li", b"ne", b"\nmore"))
    await case("readline at the end", lambda r: r.readline(), in_parts(b"rest", b""))
    await case("readline too long", lambda r: r.readline(), in_parts(b"long", b"er than", b"\n"), 4)
    await case("read(n)", lambda r: r.read(3), lambda r: r.feed_data(b"abcdef"))
    await case("read all", lambda r: r.read(), in_parts(b"ab", b"cd", b""))
    await case("readexactly", lambda r: r.readexactly(4), in_parts(b"ab", b"cdef"))
    await case("readexactly, cut off", lambda r: r.readexactly(4), in_parts(b"ab", b""))
    await case("readuntil", lambda r: r.readuntil(b"--"), in_parts(b"a-", b"-b"))
    await case("readuntil, one of several", lambda r: r.readuntil((b"::", b";")), in_parts(b"a:", b"b;c"))
    await case("async for", lines, in_parts(b"a\nb", b"\nc", b""))
    await case("feed_eof", lambda r: r.read(1), lambda r: r.feed_eof())
    await case("set_exception", lambda r: r.readline(), lambda r: r.set_exception(ConnectionResetError("gone")))
    await case("two read at once", lambda r: asyncio.gather(r.readline(), r.readline(), return_exceptions=True), lambda r: r.feed_data(b"a\nb\n"))
    await case("wait_for", lambda r: asyncio.wait_for(r.readline(), 5), lambda r: r.feed_data(b"a\n"))
    await case("what is there already", lambda r: asyncio.sleep(0), lambda r: (r.feed_data(b"a\n"), asyncio.create_task(waits("new", r.readline()))))


asyncio.run(main())
