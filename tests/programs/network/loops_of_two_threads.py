import asyncio
import threading

port = None
ready = threading.Event()
stop = None


async def handle(reader, writer):
    print('server:', threading.current_thread().name, await reader.readline())
    writer.write(b'from the other loop\n')
    await writer.drain()
    writer.close()


async def serve():
    global port, stop
    stop = asyncio.Event()
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    loop = asyncio.get_running_loop()
    ready.loop = loop
    ready.set()
    async with server:
        await stop.wait()
    print('server stops')


async def main():
    for i in range(2):
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        writer.write(b'request %d\n' % i)
        print('client:', threading.current_thread().name, await reader.readline(), await reader.read())
        writer.close()
        await writer.wait_closed()
    ready.loop.call_soon_threadsafe(stop.set)


thread = threading.Thread(target=lambda: asyncio.run(serve()), name='server thread')
thread.start()
ready.wait()
asyncio.run(main())
thread.join()
