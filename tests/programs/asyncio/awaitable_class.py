"""__await__ as a generator, and as yield from."""
import asyncio


class Delay:
    def __init__(self, seconds, value):
        self.seconds, self.value = seconds, value

    def __await__(self):
        yield from asyncio.sleep(self.seconds).__await__()
        return self.value


class Nap:
    def __await__(self):
        yield
        yield
        return "napped"


class Chain:
    def __await__(self):
        return Delay(1, "chained").__await__()


async def other():
    for i in range(4):
        print("other", i)
        await asyncio.sleep(0)


async def main():
    t = asyncio.create_task(other())
    print(await Nap())
    print(await Delay(1, "value"), await Chain())
    print(await asyncio.gather(Delay(2, "a"), Delay(1, "b")))
    print(await asyncio.wait_for(Delay(1, "in time"), 5))
    task = asyncio.ensure_future(Delay(1, "ensured"))
    print(type(task).__name__, await task)
    try:
        asyncio.ensure_future(5)
    except TypeError as e:
        print(e)


asyncio.run(main())
