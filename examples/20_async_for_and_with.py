"""async for and async with

async for asks an async generator for one item at a time; async with runs
code that may wait at both ends. All of it happens inside one task.
"""
import asyncio


class Connection:
    async def __aenter__(self):
        await asyncio.sleep(0.1)
        print("connected")
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.1)
        print("disconnected")

    async def rows(self, count):
        for number in range(count):
            await asyncio.sleep(0.2)
            yield number


async def main():
    async with Connection() as connection:
        async for row in connection.rows(3):
            print("row", row)
        print([row * 10 async for row in connection.rows(4) if row % 2])


asyncio.run(main())
