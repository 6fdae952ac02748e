"""A task that fails while nobody looks

An error in a task that nobody awaits is kept in the task. When the task is thrown away, Python says on standard error that
the exception was never retrieved.
"""
import asyncio


async def careless():
    await asyncio.sleep(0.1)
    return 1 / 0


async def main():
    task = asyncio.create_task(careless(), name="careless")
    await asyncio.sleep(0.3)
    print("task done:", task.done())
    del task
    print("main goes on as if nothing had happened")


asyncio.run(main())
