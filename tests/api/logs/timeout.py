import asyncio

async def main():
    try:
        async with asyncio.timeout(1) as limit:
            await asyncio.sleep(5)
    except TimeoutError:
        print(limit.expired())
    async with asyncio.timeout(1):
        await asyncio.sleep(0.5)
    async with asyncio.timeout(None) as later:
        later.reschedule(asyncio.get_running_loop().time() + 2)
        later.reschedule(None)
        await asyncio.sleep(3)

asyncio.run(main())
