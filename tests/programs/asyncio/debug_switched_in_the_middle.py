"""set_debug while the loop runs: where coroutines were made is known from the next iteration on."""
import asyncio


async def coroutine():
    pass


def make():
    return coroutine()


def origin(label):
    made = make()
    print(label, made.cr_origin is not None)
    made.close()


async def main():
    loop = asyncio.get_running_loop()
    origin('before')
    loop.set_debug(True)
    origin('in the same iteration')
    await asyncio.sleep(0)
    origin('in the next one')
    loop.set_debug(False)
    origin('still')
    await asyncio.sleep(0)
    origin('no more')


asyncio.run(main())
