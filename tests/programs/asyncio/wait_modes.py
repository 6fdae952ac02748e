"""asyncio.wait: FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED and a timeout."""
import asyncio


async def work(name, delay, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    return name


def names(tasks):
    return sorted(t.get_name() for t in tasks)


def start():
    return [asyncio.create_task(work("a", 3), name="a"), asyncio.create_task(work("b", 1), name="b"),
            asyncio.create_task(work("c", 2, OSError("c broke")), name="c")]


async def main():
    loop = asyncio.get_running_loop()
    for mode in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = start()
        began = loop.time()
        done, pending = await asyncio.wait(tasks, return_when=mode)
        print(mode, names(done), names(pending), loop.time() - began, type(done).__name__)
        for t in pending:
            t.cancel()
        print(await asyncio.gather(*tasks, return_exceptions=True))
    tasks = start()
    done, pending = await asyncio.wait(tasks, timeout=1.5)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(pending, timeout=0)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks)
    print(names(done), names(pending))
    print([t.exception() for t in tasks])


asyncio.run(main())
