import asyncio

async def wait(ready):
    async with ready:
        await ready.wait()

async def main():
    door = asyncio.Lock()
    ready = asyncio.Condition(door)
    task = asyncio.create_task(wait(ready))
    await asyncio.sleep(1)
    async with door:
        ready.notify_all()
    await task

asyncio.run(main())
