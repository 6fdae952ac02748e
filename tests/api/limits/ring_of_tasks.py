"""Cancelling one of two tasks that wait for each other goes round until there is no more stack, as in CPython."""
import asyncio


async def ring():
    a = b = None

    async def wait_for_b():
        await b

    async def wait_for_a():
        await a

    a = asyncio.create_task(wait_for_b())
    b = asyncio.create_task(wait_for_a())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        a.cancel()
    except RecursionError:
        print("RecursionError")
    print(a.done(), b.done(), a.cancelling() > 0)
    b = a = None
    raise SystemExit(0)


try:
    asyncio.run(ring())
except RecursionError:
    print("RecursionError at the end")
except SystemExit:
    print("left")
