"""Tasks may add tasks to the group they are in."""
import asyncio


async def branch(group, depth, name):
    print("start", name)
    if depth:
        for side in "lr":
            group.create_task(branch(group, depth - 1, name + side))
    await asyncio.sleep(depth)
    print("end", name)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(branch(group, 2, "root-"))
    print("all done")


asyncio.run(main())
