"""wrap_future takes a future of either kind."""
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    print(asyncio.wrap_future(future) is future)
    try:
        asyncio.wrap_future(3)
    except AssertionError as error:
        print(error)


asyncio.run(main())
