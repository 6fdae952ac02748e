"""finally and async with clean up when a task is cancelled; awaiting in the cleanup works."""
import asyncio


class Resource:
    async def __aenter__(self):
        print("open")
        return self

    async def __aexit__(self, *details):
        await asyncio.sleep(0.1)
        print("closed", details[0].__name__)


async def work():
    try:
        async with Resource():
            await asyncio.sleep(100)
    finally:
        print("finally")
        await asyncio.sleep(1)
        print("finally ends")


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(1)
    t.cancel()
    print("cancel asked", t.done())
    while not t.done():
        await asyncio.sleep(0.5)
        print("waiting")
    print(t.cancelled(), t)


asyncio.run(main())
