"""TaskGroup waits for all and gives the tasks' results."""
import asyncio


async def work(n):
    await asyncio.sleep(1 / n)
    return n * n


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n), name=f"w{n}") for n in range(1, 4)]
        print(group)
    print([t.result() for t in tasks], [t.get_name() for t in tasks])
    print(group)
    try:
        c = work(1)
        group.create_task(c)
    except RuntimeError as e:
        print(e)
    try:
        c = work(1)
        asyncio.TaskGroup().create_task(c)
    except RuntimeError as e:
        print(e)
    try:
        async with group:
            pass
    except RuntimeError as e:
        print(e)


asyncio.run(main())
