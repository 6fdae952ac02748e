"""A future set by a callback, awaited by two tasks, with done callbacks."""
import asyncio


def told(f):
    print("callback", f.result())


async def waiter(name, f):
    print(name, "waits")
    print(name, "got", await f)


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, f.done(), f.cancelled())
    f.add_done_callback(told)
    f.add_done_callback(told)
    print(f.remove_done_callback(told))
    f.add_done_callback(told)
    tasks = [asyncio.create_task(waiter(n, f)) for n in "ab"]
    loop.call_later(2, f.set_result, 42)
    await asyncio.gather(*tasks)
    print(f, await f)
    f.add_done_callback(lambda f: print("late callback"))
    print("before the late callback")
    await asyncio.sleep(0)
    g = loop.create_future()
    loop.call_soon(g.set_exception, LookupError("no"))
    try:
        await g
    except LookupError as e:
        print(repr(e))
    print(g)
    h = loop.create_future()
    h.cancel("why")
    try:
        await h
    except asyncio.CancelledError as e:
        print(repr(e))
    print(h, f.get_loop() is loop)


asyncio.run(main())
