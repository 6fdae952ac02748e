import asyncio, selectors, signal, threading, time


class Counting(selectors.DefaultSelector):
    """Waits as any other does, and says how it was asked to."""

    def select(self, timeout=None):
        asked.add('for ever' if timeout is None else 'not at all' if timeout <= 0 else 'some time')
        return super().select(timeout)


asked = set()
loop = asyncio.SelectorEventLoop(Counting())
asyncio.set_event_loop(loop)


def later():
    time.sleep(0.05)
    loop.call_soon_threadsafe(future.set_result, 'from a thread')


async def serve(reader, writer):
    writer.write((await reader.readline()).upper())
    await writer.drain()
    writer.close()


async def main():
    global future
    future = loop.create_future()
    thread = threading.Thread(target=later)
    thread.start()
    print(await future)
    print(await asyncio.to_thread(lambda: 'to_thread'))
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'through a socket\n')
    print(await reader.read())
    writer.close()
    server.close()
    await asyncio.sleep(0.01)
    signalled = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, signalled.set)
    threading.Timer(0.05, signal.raise_signal, [signal.SIGUSR1]).start()
    await signalled.wait()
    print('by a signal')
    thread.join()


loop.run_until_complete(main())
loop.close()
print(sorted(asked))
