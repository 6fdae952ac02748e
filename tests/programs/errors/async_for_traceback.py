"""What an `async for` raises while it waits stands at the whole statement, what a comprehension does at all of it."""
import asyncio


async def numbers():
    yield 1
    await asyncio.sleep(1)
    raise ValueError("numbers end")


async def short():
    async for n in numbers():
        print(n)


async def long():
    async for n in numbers():
        print(n)
        print(n)
        print(n)
        print(n)
        print(n)


async def comprehension():
    return [n
            async for n in numbers()]


async def dictionary():
    return {n: m for m in [1] async for n in numbers()}


async def main():
    asyncio.get_running_loop()
    for function in (short, long, comprehension):
        asyncio.create_task(function())
    await asyncio.sleep(2)
    await dictionary()


asyncio.run(main())
