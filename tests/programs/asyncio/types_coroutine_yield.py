"""A generator made awaitable by types.coroutine, and bad yields."""
import asyncio
import types


@types.coroutine
def switch():
    yield


@types.coroutine
def bad(value):
    yield value


async def worker(name):
    for i in range(3):
        print(name, i)
        await switch()


async def main():
    await asyncio.gather(worker("a"), worker("b"))
    for value in (5, "text", asyncio.get_running_loop().create_future(), (n for n in [1])):
        try:
            await asyncio.create_task(bad(value)) if asyncio.iscoroutine(bad(value)) else await bad(value)
        except RuntimeError as e:
            print(str(e).split(" at 0x")[0])


asyncio.run(main())
