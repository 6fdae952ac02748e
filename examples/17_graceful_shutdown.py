"""Graceful shutdown

Ask every task to stop, then wait until they have cleaned up. Here a timer
starts the shutdown after one second; Ctrl-C does it too, through the signal
handler (in this page: a button of the real clock).
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


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGINT, stop.set)
    loop.call_later(1, stop.set)
    services = [asyncio.create_task(service(name), name=name) for name in ("mail", "web")]
    await stop.wait()
    print("shutting down ...")
    for task in services:
        task.cancel()
    print(await asyncio.gather(*services, return_exceptions=True))


asyncio.run(main())
