"""A lock is handed over in the order of asking."""
import asyncio


async def worker(name, lock, delay):
    await asyncio.sleep(delay)
    print(name, "wants it", lock.locked())
    async with lock:
        print(name, "has it")
        await asyncio.sleep(1)
    print(name, "gave it back")


async def main():
    lock = asyncio.Lock()
    print(lock)
    await asyncio.gather(worker("c", lock, 0.2), worker("a", lock, 0), worker("b", lock, 0.1))
    await lock.acquire()
    t = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(lock)
    lock.release()
    print(lock.locked(), await t, lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
