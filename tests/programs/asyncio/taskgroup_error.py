"""One failing task cancels the others; the group raises an ExceptionGroup."""
import asyncio


async def fails(delay, error):
    await asyncio.sleep(delay)
    raise error


async def long(n):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("long", n, "cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(long(1))
            group.create_task(fails(1, ValueError("first")))
            group.create_task(fails(1, KeyError("second")))
            group.create_task(long(2))
            await asyncio.sleep(50)
    except* ValueError as eg:
        print("values", eg, eg.exceptions)
    except* KeyError as eg:
        print("keys", repr(eg))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(long(3))
            await asyncio.sleep(0)
            raise OSError("body")
    except BaseExceptionGroup as eg:
        print(type(eg).__name__, eg, eg.exceptions)
    print("over")


asyncio.run(main())
