import asyncio

PAGES = {'/': '<h1>Home</h1>', '/about': '<p>about</p>'}


async def serve(reader, writer):
    request = (await reader.readline()).decode()
    method, path, _ = request.split()
    headers = {}
    while (line := await reader.readline()) not in (b'\r\n', b''):
        name, _, value = line.decode().partition(':')
        headers[name.lower()] = value.strip()
    body = await reader.readexactly(int(headers.get('content-length', 0)))
    print(method, path, headers, body)
    if method == 'POST':
        status, text = '201 Created', body.decode()[::-1]
    elif path in PAGES:
        status, text = '200 OK', PAGES[path]
    else:
        status, text = '404 Not Found', 'nothing here'
    await asyncio.sleep(0.1)
    writer.write(f'HTTP/1.1 {status}\r\nContent-Length: {len(text)}\r\nConnection: close\r\n\r\n'.encode())
    writer.writelines([text[:5].encode(), text[5:].encode()])
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def fetch(port, method, path, body=b''):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(f'{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n'.encode() + body)
    head = await reader.readuntil(b'\r\n\r\n')
    content = await reader.read()
    writer.close()
    await writer.wait_closed()
    return head.split(b'\r\n')[0].decode(), content


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        jobs = [fetch(port, 'GET', '/'), fetch(port, 'GET', '/about'), fetch(port, 'GET', '/missing'), fetch(port, 'POST', '/new', b'abcdef')]
        for page in await asyncio.gather(*jobs):
            print(page)

asyncio.run(main())
