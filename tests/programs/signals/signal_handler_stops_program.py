"""add_signal_handler: a signal cancels the tasks."""
import asyncio
import signal


async def worker(n):
    try:
        while True:
            await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        print("worker", n, "cancelled")
        raise


async def shutdown(sig, tasks):
    print("got", sig.name, int(sig))
    for t in tasks:
        t.cancel()


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(worker(n)) for n in range(2)]
    for sig in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sig, lambda s=sig: asyncio.create_task(shutdown(s, tasks)))
    loop.call_later(0.2, signal.raise_signal, signal.SIGTERM)
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGHUP))
    for wrong in (9, 500):
        try:
            loop.add_signal_handler(wrong, print)
        except (RuntimeError, ValueError) as e:
            print(type(e).__name__, e)


asyncio.run(main())
