"""get_name, set_name, all_tasks, current_task."""
import asyncio


async def show():
    print("in", asyncio.current_task().get_name())
    await asyncio.sleep(1)


async def main():
    a = asyncio.create_task(show())
    b = asyncio.create_task(show(), name="bee")
    c = asyncio.create_task(show(), name=5)
    asyncio.current_task().set_name("the main one")
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    await a
    await asyncio.sleep(0)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    print(c.get_name(), b.get_coro().__name__, a.get_coro())
    b.set_name(None)
    print(b.get_name())


asyncio.run(main())
