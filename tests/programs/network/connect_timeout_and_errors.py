import asyncio


async def attempt(label, connecting):
    try:
        await asyncio.wait_for(connecting, 2)
    except Exception as error:
        print(f'{label}: {type(error).__name__}: {error}')
    else:
        print(label, 'connected')


async def main():
    await attempt('refused', asyncio.open_connection('127.0.0.1', 20999))
    await attempt('unknown name', asyncio.open_connection('no-such-host.invalid', 80))
    await attempt('no socket', asyncio.open_connection())
    await attempt('both', asyncio.open_connection('127.0.0.1', 80, sock=object()))
    await attempt('no file', asyncio.open_unix_connection('/tmp/loopscope-no-such-file'))
    server = await asyncio.start_server(lambda r, w: None, '127.0.0.1', 20998)
    await attempt('in use', asyncio.start_server(lambda r, w: None, '127.0.0.1', 20998))
    await attempt('not ours', asyncio.start_server(lambda r, w: None, '10.1.2.3', 0))
    await attempt('nothing', asyncio.get_running_loop().create_server(asyncio.Protocol))
    await attempt('all errors', asyncio.get_running_loop().create_connection(asyncio.Protocol, '127.0.0.1', 20999, all_errors=True))
    server.close()
    try:
        async with asyncio.timeout(1):
            await asyncio.start_server(lambda r, w: None, '127.0.0.1', 20998)
            reader, writer = await asyncio.open_connection('127.0.0.1', 20998)
            await reader.read(1)
    except TimeoutError:
        print('timed out')

asyncio.run(main())
