import asyncio
import signal

async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(1, signal.raise_signal, signal.SIGTERM)
    await stop.wait()
    print('stopped')

asyncio.run(main())
