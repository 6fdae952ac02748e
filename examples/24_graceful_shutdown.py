"""Graceful shutdown

Cancel every other task, then wait until they have cleaned up. In a real program a signal handler starts this; here a timer
does.
"""
import asyncio
import signal


async def service(name):
    try:
        while True:
            await asyncio.sleep(0.3)
            print(name, "is alive")
    finally:
        print(name, "closes its files")


async def shutdown():
    print("shutting down ...")
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in sorted(others, key=lambda task: task.get_name()):
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, lambda: asyncio.create_task(shutdown()))
    stop = asyncio.create_task(asyncio.sleep(1, "time is up"), name="zz-timer")
    services = [asyncio.create_task(service(name), name=name) for name in ("mail", "web")]
    print(await stop)
    for task in services:
        task.cancel()
    print(await asyncio.gather(*services, return_exceptions=True))


asyncio.run(main())
