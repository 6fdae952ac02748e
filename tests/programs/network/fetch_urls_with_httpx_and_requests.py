"""The stand-ins for httpx and requests: the first waits without blocking, the second blocks the loop."""
import asyncio
import time

import loopscope.net
import httpx
import requests

loopscope.net.server('api.example.com', latency=0.5)


async def ticker():
    ticks = 0
    try:
        while True:
            await asyncio.sleep(0.1)
            ticks += 1
    except asyncio.CancelledError:
        return ticks


async def main():
    counting = asyncio.create_task(ticker())
    async with httpx.AsyncClient(base_url='https://api.example.com', headers={'X-Mine': '1'}) as client:
        begin = time.monotonic()
        responses = await asyncio.gather(*(client.get(f'/items/{i}', params={'page': i}) for i in range(3)))
        print([(r.status_code, r.json()['id'], str(r.url)) for r in responses], f'{time.monotonic() - begin:.1f} s', responses[0])
        made = await client.post('https://httpbin.org/post', json=[1, 2])
        print(made.json()['json'], made.is_success, made.elapsed.total_seconds() > 0, made.headers['Content-Type'], made.request)
        for url in ('https://httpbin.org/status/503', 'https://nobody.invalid'):
            try:
                (await client.get(url)).raise_for_status()
            except httpx.HTTPError as error:
                print(type(error).__name__, error)
        try:
            await client.get('https://httpbin.org/delay/9', timeout=1)
        except httpx.TimeoutException as error:
            print(type(error).__name__)
        async with client.stream('GET', 'http://example.com/') as response:
            print([line async for line in response.aiter_lines()][0])
    counting.cancel()
    print('the loop went on', await counting > 10)

    counting = asyncio.create_task(ticker())
    await asyncio.sleep(0)
    begin = time.monotonic()
    print(requests.get('https://api.example.com/items/1').json()['id'], f'{time.monotonic() - begin:.1f} s')
    counting.cancel()
    print('the loop stood still', await counting)


asyncio.run(main())
response = requests.get('https://httpbin.org/status/404')
print(response, bool(response), response.ok)
try:
    response.raise_for_status()
except requests.exceptions.HTTPError as error:
    print(error)
for url, options in (('https://nobody.invalid', {}), ('no-scheme', {}), ('https://httpbin.org/delay/9', {'timeout': 2})):
    try:
        requests.get(url, **options)
    except requests.RequestException as error:
        print(type(error).__name__, error)
print(httpx.get('http://example.com').status_code, requests.post('http://x.org/', data={'a': 1}).json()['data'])
