"""Tasks that only a cycle keeps alive are reported in the order in which they were made."""
import asyncio
import gc


async def fail(n):
    raise ValueError(n)


async def hold(n):
    tasks = [asyncio.create_task(fail(n * 10 + i)) for i in range(3)]
    await asyncio.sleep(0)
    tasks.append(tasks)


async def main():
    for n in range(3):
        await hold(n)
    gc.collect()
    print("collected")


asyncio.run(main())
