"""The error of an `async for` whose __anext__ gives no awaitable has the one about awaiting as its cause."""
import asyncio


class Numbers:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 3


async def main():
    async for number in Numbers():
        print(number)


asyncio.run(main())
