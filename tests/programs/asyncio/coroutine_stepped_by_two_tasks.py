"""A second task that steps a coroutine which waits already waits for the same future; what ends it first ends it."""
import asyncio


async def sleeps(delay):
    print("begins")
    value = await asyncio.sleep(delay, "slept")
    print("goes on", asyncio.current_task().get_name())
    return value


async def waits(future):
    value = await future
    print("goes on", asyncio.current_task().get_name())
    return value


async def both(coro, before):
    print("---", coro.__name__, before)
    first = asyncio.create_task(coro, name="first")
    if before:
        await asyncio.sleep(0)
    second = asyncio.create_task(coro, name="second")
    print(await asyncio.gather(first, second, return_exceptions=True))


async def by_hand():
    print("--- by hand")
    for make in lambda: asyncio.sleep(1), lambda: sleeps(1):
        coro = make()
        coro.send(None)
        try:
            coro.send(None)
        except RuntimeError as error:
            print(error)


async def main():
    loop = asyncio.get_running_loop()
    for before in True, False:
        await both(sleeps(1), before)
        await both(asyncio.sleep(1, "alone"), before)
        future = loop.create_future()
        loop.call_later(1, future.set_result, "set")
        await both(waits(future), before)
    await by_hand()


asyncio.run(main())
