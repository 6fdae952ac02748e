"""TaskGroup.__aexit__ gives None, entered or not."""
import asyncio


async def main():
    print(await asyncio.TaskGroup().__aexit__(None, None, None))
    group = await asyncio.TaskGroup().__aenter__()
    task = group.create_task(asyncio.sleep(0.1, 5))
    print(await group.__aexit__(None, None, None), task.result(), group)


asyncio.run(main())
