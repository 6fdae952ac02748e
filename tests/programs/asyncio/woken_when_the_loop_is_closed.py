"""Who is woken after the loop was closed is let go, and the future that it waited for with it."""
import asyncio
import gc

gc.disable()
event, semaphore, queue = asyncio.Event(), asyncio.Semaphore(0), asyncio.Queue()


async def waits(wait):
    await wait()


async def main():
    for wait in event.wait, semaphore.acquire, queue.get:
        asyncio.create_task(waits(wait))
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: None)
loop.run_until_complete(main())
loop.close()
for wake in event.set, semaphore.release, lambda: queue.put_nowait(1):
    try:
        print("woken", wake())
    except RuntimeError as error:
        print(error)
    print(event.is_set(), semaphore.locked(), queue.qsize())
