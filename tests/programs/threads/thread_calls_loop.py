"""A thread talks to the loop by call_soon_threadsafe and run_coroutine_threadsafe."""
import asyncio
import threading
import time


async def answer(x):
    await asyncio.sleep(0.05)
    return x * 2


def worker(loop, future):
    time.sleep(0.05)
    loop.call_soon_threadsafe(print, "called from a thread")
    f = asyncio.run_coroutine_threadsafe(answer(21), loop)
    print("thread got", f.result(timeout=2))
    loop.call_soon_threadsafe(future.set_result, "finished")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    t = threading.Thread(target=worker, args=(loop, future))
    t.start()
    print(await future)
    t.join()


asyncio.run(main())
