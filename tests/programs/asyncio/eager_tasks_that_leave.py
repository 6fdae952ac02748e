"""An eager task that ends at once has no coroutine any more, also when it ends the program."""
import asyncio


async def leaves(error):
    raise error


async def main():
    for error in SystemExit(3), KeyboardInterrupt(), ValueError(1), asyncio.CancelledError():
        try:
            task = asyncio.create_task(leaves(error), eager_start=True)
            print(task, task.get_coro())
        except BaseException as caught:
            print(repr(caught), caught is error)
    await asyncio.sleep(0)


asyncio.run(main())
