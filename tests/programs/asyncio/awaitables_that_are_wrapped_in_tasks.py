"""ensure_future wraps an awaitable in a coroutine, which a task's repr shows; sleep's own frame is part of its traceback."""
import asyncio


class Odd:
    def __await__(self):
        yield 1


class Sleeps:
    def __await__(self):
        return (yield from asyncio.sleep(1, 2).__await__())


async def main():
    task = asyncio.ensure_future(Odd())
    print(task)
    try:
        await task
    except RuntimeError as error:
        print(error, task)
    task = asyncio.ensure_future(Sleeps())
    await asyncio.sleep(0)
    print(task, task.get_coro().__qualname__, task.get_coro().cr_code.co_qualname)
    print(await task, task)
    both = asyncio.gather(asyncio.sleep(1))
    await asyncio.sleep(0)
    both.cancel()
    for _ in range(3):
        await asyncio.sleep(0)
    del both


asyncio.run(main())
