"""A task that is made of a coroutine that was awaited before still tells where that is defined."""
import asyncio


async def one():
    return 1


async def main():
    c = one()
    print(await c)
    task = asyncio.create_task(c)
    print(task)
    try:
        await task
    except RuntimeError as error:
        print(error, task)
    c = one()
    c.close()
    asyncio.create_task(c, name="closed")
    await asyncio.sleep(0)


asyncio.run(main())
