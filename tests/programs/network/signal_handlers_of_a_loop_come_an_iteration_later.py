"""A loop reads of a signal in an iteration of its own: what was ready before runs first."""
import asyncio
import os
import signal


async def steps(n):
    for i in range(n):
        print('step', i)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, print, 'terminated')
    loop.add_signal_handler(signal.SIGUSR1, lambda: (print('user'), done.set()))
    task = asyncio.create_task(steps(5))
    await asyncio.sleep(0)
    signal.raise_signal(signal.SIGTERM)
    loop.call_soon(print, 'soon')
    await task
    os.kill(os.getpid(), signal.SIGUSR1)
    loop.call_later(0.1, print, 'later')
    await done.wait()
    loop.call_later(0.1, signal.raise_signal, signal.SIGTERM)
    for i in range(4):
        await asyncio.sleep(0.05)
        print('slept', i)
    signal.raise_signal(signal.SIGTERM)
    loop.remove_signal_handler(signal.SIGTERM)
    loop.add_signal_handler(signal.SIGTERM, print, 'another')
    await asyncio.sleep(0.01)
    for wrong in (main, steps(1)):
        try:
            loop.add_signal_handler(signal.SIGINT, wrong)
        except TypeError as error:
            print(error)
        if wrong is not main:
            wrong.close()


asyncio.run(main())
