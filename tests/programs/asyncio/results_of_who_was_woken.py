# What the futures of those who wait at a lock, event, semaphore, condition or queue are given, as the task's repr shows it.
import asyncio


async def watch(name, waits, wakes):
    task = asyncio.create_task(waits(), name=name)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await wakes()
    print(name, repr(task).partition("wait_for=")[2])
    await task


async def main():
    event, lock, semaphore, condition, queue = asyncio.Event(), asyncio.Lock(), asyncio.Semaphore(0), asyncio.Condition(), asyncio.Queue()
    await lock.acquire()

    async def conditional():
        async with condition:
            await condition.wait()

    async def notify():
        async with condition:
            condition.notify()

    async def calls(function, *args):
        function(*args)

    await watch("event", event.wait, lambda: calls(event.set))
    await watch("lock", lock.acquire, lambda: calls(lock.release))
    await watch("semaphore", semaphore.acquire, lambda: calls(semaphore.release))
    await watch("condition", conditional, notify)
    await watch("queue", queue.get, lambda: calls(queue.put_nowait, 1))


asyncio.run(main())
