# A future that wait() gave up on keeps the task that waited, until that waits for it in another way.
import asyncio
import gc

gc.disable()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


async def gives_up(future, again):
    asyncio.current_task().noisy = Noisy(f"waiter {again}")
    print(await asyncio.wait([future], timeout=0.1) != ())
    print([task.get_name() for task in future._asyncio_awaited_by])
    if again == "by await":
        await future
    elif again == "by gather":
        await asyncio.gather(future)
    elif again == "by wait":
        await asyncio.wait([future])


async def main():
    loop = asyncio.get_running_loop()
    for again in "not", "by await", "by gather", "by wait":
        print("---", again)
        future = loop.create_future()
        loop.call_later(1, future.set_result, None)
        asyncio.create_task(gives_up(future, again), name=again)
        await asyncio.sleep(2)
        print("the future is there", len(future._asyncio_awaited_by or ()))
        del future
        print("the future is gone")


asyncio.run(main())
