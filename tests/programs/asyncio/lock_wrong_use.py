"""`with lock`, a lock awaited, a lock of another loop."""
import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        with lock:
            pass
    except TypeError as e:
        print(e)
    try:
        await lock
    except TypeError as e:
        print(e)
    try:
        with await lock:
            pass
    except TypeError as e:
        print(e)
    lock.acquire()
    print("lock.acquire() without await", lock.locked())


async def use(lock):
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 0.1)
    except TimeoutError:
        print("timeout")


asyncio.run(main())
shared = asyncio.Lock()
asyncio.run(use(shared))
try:
    asyncio.run(use(shared))
except RuntimeError as e:
    print(str(e).split(" at 0x")[0])
