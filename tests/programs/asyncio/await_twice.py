"""A coroutine can be awaited once; a task or a future any number of times."""
import asyncio


async def one():
    await asyncio.sleep(0)
    return 1


async def main():
    c = one()
    print(await c)
    try:
        await c
    except RuntimeError as e:
        print(e)
    t = asyncio.create_task(one())
    print(await t, await t)
    c = one()
    t = asyncio.create_task(c)
    await asyncio.sleep(0)
    try:
        await c
    except RuntimeError as e:
        print(e)
    await t
    try:
        await asyncio.create_task(c)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
