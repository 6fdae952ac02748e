"""set_exception_handler sees the context; default_exception_handler prints."""
import asyncio


def handler(loop, context):
    print("handler:", sorted(context), context["message"], repr(context.get("exception")))


async def fails():
    raise ValueError("lost")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "extra": 1})
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "default", "extra": [1, 2], "exception": OSError("x")})
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)


asyncio.run(main())
