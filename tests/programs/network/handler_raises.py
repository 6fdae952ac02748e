import asyncio


async def handle(reader, writer):
    line = await reader.readline()
    print('server got', line)
    raise ValueError(f'cannot handle {line!r}')


def handler(loop, context):
    print(context['message'])
    print(type(context['exception']).__name__, context['exception'])
    print(type(context['transport']).__name__, context['transport'].is_closing())


async def main(own):
    if own:
        asyncio.get_running_loop().set_exception_handler(handler)
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b'hello\n')
        print('client got', await reader.read())
        writer.close()
        await writer.wait_closed()

asyncio.run(main(True))
asyncio.run(main(False))
