"""to_thread: the loop goes on while the thread sleeps; arguments, results, errors, context."""
import asyncio
import contextvars
import threading
import time

var = contextvars.ContextVar("var", default="unset")


def blocking(seconds, *, fail=False):
    time.sleep(seconds)
    if fail:
        raise ValueError("from the thread")
    return threading.current_thread() is threading.main_thread(), var.get()


async def ticker():
    for i in range(4):
        print("tick", i)
        await asyncio.sleep(0.1)


async def main():
    await asyncio.to_thread(blocking, 0)  # the pool is there
    var.set("main's")
    t = asyncio.create_task(ticker())
    print(await asyncio.to_thread(blocking, 0.25))
    await t
    try:
        await asyncio.to_thread(blocking, 0.05, fail=True)
    except ValueError as e:
        print(repr(e))
    began = time.perf_counter()
    print(await asyncio.gather(*(asyncio.to_thread(time.sleep, 0.2) for _ in range(3))))
    print(f"{time.perf_counter() - began:.1f}")


asyncio.run(main())
