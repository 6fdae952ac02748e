"""The lesson of ten URLs, on the stand-in for aiohttp: one after another, together, limited, with errors and timeouts."""
import asyncio
import time

import loopscope.net
import aiohttp

URLS = [f'https://api.example.com/items/{i}' for i in range(1, 11)]


async def fetch(session, url):
    async with session.get(url) as response:
        data = await response.json()
        return response.status, data['id']


async def main():
    loopscope.net.server('api.example.com', latency=0.2)
    async with aiohttp.ClientSession() as session:
        begin = time.monotonic()
        one_by_one = [await fetch(session, url) for url in URLS]
        print(one_by_one, f'{time.monotonic() - begin:.1f} s')
        begin = time.monotonic()
        together = await asyncio.gather(*(fetch(session, url) for url in URLS))
        print(together == one_by_one, f'{time.monotonic() - begin:.1f} s')

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=5)) as session:
        begin = time.monotonic()
        await asyncio.gather(*(fetch(session, url) for url in URLS))
        print('five at a time', f'{time.monotonic() - begin:.1f} s')

    async with aiohttp.ClientSession() as session:
        async with session.get('http://example.com') as response:
            print(response.status, response.reason, response.ok, response.headers['content-type'], response.url, repr(response.url), (await response.text())[:15])
        async with session.post('https://httpbin.org/post', json={'a': 1}, params={'q': 'x y'}, headers={'X-Mine': 'yes'}) as response:
            data = await response.json()
            print(response.status, data['json'], data['args'], data['headers']['x-mine'], response.url)
        try:
            async with session.get('https://httpbin.org/status/404') as response:
                response.raise_for_status()
        except aiohttp.ClientResponseError as error:
            print(error.status, error.message, error)
        try:
            await session.get('https://nobody.invalid/')
        except aiohttp.ClientConnectorError as error:
            print(type(error).__name__, error)
        try:
            async with session.get('https://httpbin.org/delay/10', timeout=aiohttp.ClientTimeout(total=1)) as response:
                print('never')
        except asyncio.TimeoutError as error:
            print('timed out', type(error).__name__)
        try:
            async with session.get('http://example.com') as response:
                await response.json()
        except aiohttp.ContentTypeError as error:
            print(error.message)
        response = await session.get('https://jsonplaceholder.typicode.com/todos')
        print(len(await response.json()), response.closed)
        async with session.get('http://example.com/big') as response:
            print([len(piece) async for piece in response.content.iter_chunked(40)])
    try:
        await session.get('http://example.com')
    except RuntimeError as error:
        print(error)
    loopscope.net.server('mine.org', handler=lambda request: (201, {'path': request.path, 'method': request.method}), latency=lambda path: 0.5)
    async with aiohttp.ClientSession('http://mine.org') as session:
        tasks = [asyncio.create_task(session.get(path)) for path in ('/a', '/b')]
        for task in asyncio.as_completed(tasks):
            response = await task
            print(response.status, await response.json())
    print(len(asyncio.all_tasks()))


asyncio.run(main())
