"""A coroutine that swallows its cancellation makes wait_for late, not wrong."""
import asyncio


async def stubborn():
    while True:
        try:
            await asyncio.sleep(5)
            return "finished anyway"
        except asyncio.CancelledError:
            print("no, thank you")


async def main():
    loop = asyncio.get_running_loop()
    began = loop.time()
    try:
        print(await asyncio.wait_for(stubborn(), 1))
    except TimeoutError:
        print("timeout")
    print(loop.time() - began)


asyncio.run(main())
