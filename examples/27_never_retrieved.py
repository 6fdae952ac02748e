"""A failure nobody sees

An error in a task that nobody awaits is kept in the task. Only when the
task is thrown away does Python say, on standard error, that its exception
was never retrieved.
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
