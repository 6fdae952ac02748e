"""eager_task_factory starts a task at once."""
import asyncio


async def quick():
    print("quick runs")
    return 1


async def slow():
    print("slow starts")
    await asyncio.sleep(1)
    print("slow ends")
    return 2


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    print("before")
    a = asyncio.create_task(quick())
    b = asyncio.create_task(slow())
    print("after", a.done(), b.done())
    print(await a, await b)
    loop.set_task_factory(None)
    c = asyncio.create_task(quick())
    print("lazy", c.done())
    await c
    print(loop.get_task_factory())


asyncio.run(main())
