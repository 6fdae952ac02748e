"""What asyncio.run cancels at its end it cancels in the order of creation, also when many tasks are left."""
import asyncio


async def waits(n):
    try:
        await asyncio.sleep(100 - n)
    finally:
        print("left", n)


async def main():
    kept = [asyncio.create_task(waits(n)) for n in range(20)]
    await asyncio.sleep(0)
    kept[3].cancel()
    await asyncio.sleep(0)
    raise ValueError(len(asyncio.all_tasks()))


try:
    asyncio.run(main())
except ValueError as error:
    print("tasks", error)
