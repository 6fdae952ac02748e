"""'was never awaited', with the place, at the moment the coroutine is dropped."""
import asyncio


async def job(x):
    return x


class Service:
    async def method(self):
        pass


async def main():
    job(1)
    print("after the call")
    c = job(2)
    print("kept")
    c = None
    print("dropped")
    Service().method()
    [job(i) for i in range(2)]
    asyncio.sleep(1)
    print("end")


asyncio.run(main())
