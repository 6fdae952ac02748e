"""The task of run_coroutine_threadsafe shows what it hands its outcome to."""
import asyncio


async def work(seen):
    await asyncio.sleep(0.1)
    print(*asyncio.all_tasks() - {seen})


async def main():
    future = asyncio.run_coroutine_threadsafe(work(asyncio.current_task()), asyncio.get_running_loop())
    await asyncio.sleep(0)
    print(*asyncio.all_tasks() - {asyncio.current_task()})
    await asyncio.sleep(0.2)
    print(future.result())


asyncio.run(main())
