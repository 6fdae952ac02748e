"""Barrier: all wait until the last arrives."""
import asyncio


async def runner(n, barrier):
    for phase in range(2):
        await asyncio.sleep(n)
        print(f"phase {phase}: {n} arrives, {barrier.n_waiting} wait")
        position = await barrier.wait()
        if position == 0:
            print("first of the phase goes on:", n)


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier)
    await asyncio.gather(*(runner(n, barrier) for n in range(1, 4)))
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    t = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await t
    except asyncio.BrokenBarrierError as e:
        print("broken", repr(e), barrier.broken)
    await barrier.reset()
    async with asyncio.Barrier(1) as position:
        print("position", position)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)


asyncio.run(main())
