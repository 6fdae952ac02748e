"""run_forever in a thread, work handed to it, stopped from outside."""
import asyncio
import threading


async def job(n):
    await asyncio.sleep(0.02)
    return n + 1


loop = asyncio.new_event_loop()
t = threading.Thread(target=loop.run_forever)
t.start()
print(asyncio.run_coroutine_threadsafe(job(1), loop).result())
print([f.result() for f in [asyncio.run_coroutine_threadsafe(job(n), loop) for n in range(3)]])
try:
    asyncio.run_coroutine_threadsafe(5, loop)
except TypeError as e:
    print(e)
loop.call_soon_threadsafe(loop.stop)
t.join()
print(loop.is_running())
loop.close()


def no_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as e:
        print(e)


t = threading.Thread(target=no_loop, name="plain")
t.start()
t.join()
