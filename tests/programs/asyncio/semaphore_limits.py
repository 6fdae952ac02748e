"""Semaphore lets so many in; BoundedSemaphore refuses a release too many."""
import asyncio


async def work(n, gate, active):
    async with gate:
        active.append(n)
        print(n, "in", sorted(active), gate.locked())
        await asyncio.sleep(1 + n / 10)
        active.remove(n)
    print(n, "out")


async def main():
    gate = asyncio.Semaphore(2)
    active = []
    print(gate)
    await asyncio.gather(*(work(n, gate, active) for n in range(5)))
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    s = asyncio.Semaphore(0)
    t = asyncio.create_task(s.acquire())
    await asyncio.sleep(0)
    print(s, bounded)
    s.release()
    print(await t, s)


asyncio.run(main())
