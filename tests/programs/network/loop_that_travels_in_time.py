"""A loop that travels in time: an own selector given to SelectorEventLoop, policies, and a runner with a loop factory."""
import asyncio
import selectors
import time


class TimeTravelSelector(selectors.DefaultSelector):
    def __init__(self):
        super().__init__()
        self.jumped = 0.0

    def select(self, timeout=None):
        ready = super().select(0)
        if not ready and timeout and timeout > 0:
            self.jumped += timeout
        return ready


class TimeTravelLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self._travel = TimeTravelSelector()
        super().__init__(self._travel)

    def time(self):
        return 1000 + round(self._travel.jumped, 6)


async def job(name, *delays):
    loop = asyncio.get_running_loop()
    for d in delays:
        await asyncio.sleep(d)
        print(f"{loop.time():10.2f} {name} after {d}")
    return name


async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, loop.time(), loop.is_running(), isinstance(loop, asyncio.AbstractEventLoop))
    print(await asyncio.gather(job("a", 60, 3600), job("b", 86400), job("c", 0, 1, 2)))
    try:
        async with asyncio.timeout(100):
            await job("d", 99, 99)
    except TimeoutError as error:
        print(repr(error), loop.time())
    loop.call_at(loop.time() + 5, print, "call_at")
    h = loop.call_later(7, print, "never")
    h.cancel()
    print(h.cancelled(), h.when() - loop.time())
    await asyncio.sleep(10)
    r, w = await asyncio.open_connection(*server_address)
    w.write(b"hello\n")
    print(await r.readline())
    w.close()
    await w.wait_closed()


async def serve(reader, writer):
    writer.write((await reader.readline()).upper())
    await writer.drain()
    writer.close()


async def with_server():
    global server_address
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    server_address = server.sockets[0].getsockname()
    async with server:
        await main()


with asyncio.Runner(loop_factory=TimeTravelLoop) as runner:
    runner.run(with_server())
    loop = runner.get_loop()
    print(loop.time(), loop.is_closed())
print(loop.is_closed(), loop._travel.get_map())
