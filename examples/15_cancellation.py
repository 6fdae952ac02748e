"""Cancelling a task

cancel() only asks. When the task runs next, a CancelledError is raised at
the await where it waits. It can clean up there, and should let the error go
on.
"""
import asyncio


async def guard():
    try:
        while True:
            print("guard: all quiet")
            await asyncio.sleep(0.2)
    except asyncio.CancelledError:
        print("guard: told to stop, locking the doors")
        raise
    finally:
        print("guard: lights off")


async def main():
    task = asyncio.create_task(guard())
    await asyncio.sleep(0.5)
    print("main: cancel() says", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("main: the guard is gone, cancelled is", task.cancelled())


asyncio.run(main())
