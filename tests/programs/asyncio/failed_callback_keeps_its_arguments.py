# Handle._run's frame is part of a cycle with the exception that it tells of.
import asyncio
import gc

gc.disable()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def bad(x):
    raise ValueError("bad")


def handler(loop, context):
    entry = context["exception"].__traceback__
    print(context["message"].split(" at ")[0], entry.tb_frame.f_code.co_name)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(bad, Noisy("argument"))
    await asyncio.sleep(0.1)
    print("slept")
    gc.collect()
    print("collected")
    future = loop.create_future()
    future.cancel()
    loop.call_later(0.1, future.set_result, Noisy("result"))
    await asyncio.sleep(0.2)
    print("slept")
    gc.collect()
    print("collected")


asyncio.run(main())
