"""asyncio.wait refuses coroutines, a single task, an empty set, a wrong mode."""
import asyncio


async def f():
    return 1


async def main():
    t = asyncio.create_task(f())
    c = f()
    for make in (lambda: asyncio.wait([]), lambda: asyncio.wait(t), lambda: asyncio.wait([c]),
                 lambda: asyncio.wait([t], return_when="SOMETIME"), lambda: asyncio.wait(c), lambda: asyncio.wait(3)):
        try:
            print(await make())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    await c
    await t


asyncio.run(main())
