"""Who waits at a barrier that is reset, aborted, left by cancellation or full, and in which order they go on."""
import asyncio


async def meet(barrier, name, rounds=1):
    for n in range(rounds):
        try:
            place = await barrier.wait()
            print(name, n, "place", place, barrier)
        except asyncio.BrokenBarrierError as error:
            print(name, n, "broken", error, barrier.broken, barrier.n_waiting)
        except asyncio.CancelledError:
            print(name, n, "cancelled", barrier.n_waiting)
            raise


def start(barrier, names, rounds=1):
    return [asyncio.create_task(meet(barrier, n, rounds), name=n) for n in names]


async def turns(count=4):
    for _ in range(count):
        await asyncio.sleep(0)


async def full():
    barrier = asyncio.Barrier(3)
    tasks = start(barrier, "abcdef", 2)
    await asyncio.gather(*tasks)
    print(barrier, barrier.parties, barrier.n_waiting)


async def cancelled():
    barrier = asyncio.Barrier(3)
    tasks = start(barrier, "abcd")
    tasks[0].cancel()
    await turns(1)
    tasks[1].cancel()
    await turns()
    print(barrier)
    tasks += start(barrier, "ef")
    await turns(3)
    tasks[4].cancel()
    await turns()
    print(barrier, [t.done() for t in tasks])
    await barrier.abort()
    print(await asyncio.gather(*tasks, return_exceptions=True))


async def reset():
    barrier = asyncio.Barrier(3)
    tasks = start(barrier, "ab")
    await turns()
    print(barrier)
    again = asyncio.create_task(barrier.reset())
    tasks += start(barrier, "cd")
    await turns(2)
    print(barrier)
    await again
    await turns(6)
    print(barrier)
    await barrier.reset()
    await barrier.reset()
    tasks += start(barrier, "efg")
    await asyncio.gather(*tasks)
    print(barrier)


async def aborted():
    barrier = asyncio.Barrier(2)
    tasks = start(barrier, "a", 2)
    await turns()
    await barrier.abort()
    print(barrier, barrier.broken)
    await asyncio.gather(*tasks)
    await meet(barrier, "late")
    await barrier.reset()
    print(barrier)
    await asyncio.gather(*start(barrier, "xy"))
    async with asyncio.Barrier(1) as place:
        print("alone", place)


async def while_draining():
    barrier = asyncio.Barrier(2)
    tasks = start(barrier, "ab")
    await turns(1)
    tasks += start(barrier, "cd")
    for n in range(8):
        print(n, barrier)
        if n == 2:
            tasks[2].cancel()
        await turns(1)
    await barrier.abort()
    print(await asyncio.gather(*tasks, return_exceptions=True))


async def main():
    for part in full, cancelled, reset, aborted, while_draining:
        print("---", part.__name__)
        await asyncio.wait_for(part(), 10)
    for wrong in 0, -1:
        try:
            asyncio.Barrier(wrong)
        except ValueError as error:
            print(error)
    barrier = asyncio.Barrier(2.5)
    print(barrier.parties, type(barrier).__mro__[-3:][-1])


real = print


def print(*words):
    real(*(str(w) if not isinstance(w, asyncio.Barrier) else str(w).split(" at 0x")[0] + str(w)[str(w).index(" ["):] for w in words))


asyncio.run(main())
