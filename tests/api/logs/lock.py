import asyncio

async def use(lock, seconds):
    async with lock:
        await asyncio.sleep(seconds)

async def main():
    fork = asyncio.Lock()
    async with asyncio.timeout(2.5):
        await asyncio.gather(*[use(fork, 1) for _ in range(3)])

try:
    asyncio.run(main())
except TimeoutError:
    print('too late')
