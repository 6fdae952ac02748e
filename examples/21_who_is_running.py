"""Looking around

Inside a coroutine you can ask for the running loop, for the task that runs
now, and for all tasks that are not done.
"""
import asyncio


async def nap():
    await asyncio.sleep(0.2)


async def main():
    loop = asyncio.get_running_loop()
    print("running:", loop.is_running(), "closed:", loop.is_closed(), "debug:", loop.get_debug())
    print("I am", asyncio.current_task().get_name())
    naps = [asyncio.create_task(nap(), name=f"nap-{n}") for n in range(3)]
    print("tasks:", sorted(task.get_name() for task in asyncio.all_tasks()))
    start = loop.time()
    await asyncio.gather(*naps)
    print(f"slept for {loop.time() - start:.1f} s of loop time")
    print("tasks:", sorted(task.get_name() for task in asyncio.all_tasks()))


asyncio.run(main())
