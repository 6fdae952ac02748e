"""gather raises the first error; the other awaitables are not cancelled."""
import asyncio


async def work(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ValueError(f"{name} failed")
        print(name, "done")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    tasks = [asyncio.create_task(work("a", 1)), asyncio.create_task(work("b", 0.5, True)), asyncio.create_task(work("c", 2))]
    try:
        await asyncio.gather(*tasks)
    except ValueError as error:
        print("caught", repr(error))
    print([t.done() for t in tasks])
    await asyncio.sleep(3)
    print([t.done() for t in tasks], tasks[0].result(), tasks[1].exception())


asyncio.run(main())
