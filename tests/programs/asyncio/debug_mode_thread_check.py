"""debug=True: wrong callbacks are refused."""
import asyncio


async def coro():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for wrong in (coro, 5):
        try:
            loop.call_soon(wrong)
        except TypeError as e:
            print(str(e).split(" at 0x")[0])
    c = coro()
    try:
        loop.call_later(1, c)
    except TypeError as e:
        print(str(e).split(" at 0x")[0])
    c.close()


asyncio.run(main(), debug=True)
