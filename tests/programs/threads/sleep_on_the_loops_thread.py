"""time.sleep on the loop's own thread lasts as long as it says, whatever other threads give to the loop meanwhile."""
import asyncio
import threading
import time


async def main():
    loop = asyncio.get_running_loop()
    began = time.monotonic()

    def passed():
        return f"{time.monotonic() - began:.1f}"

    def other():
        time.sleep(0.2)
        loop.call_soon_threadsafe(lambda: print("given", passed()))
        time.sleep(0.6)
        loop.call_soon_threadsafe(lambda: print("given later", passed()))
    thread = threading.Thread(target=other)
    thread.start()
    waiting = asyncio.create_task(asyncio.to_thread(time.sleep, 0.3))
    await asyncio.sleep(0)
    time.sleep(0.5)
    print("slept", passed())
    await waiting
    print("waited", passed())
    await asyncio.sleep(1)
    thread.join()


asyncio.run(main())
