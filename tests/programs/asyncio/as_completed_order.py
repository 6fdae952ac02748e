"""as_completed gives awaitables in the order of completion; as an async iterator the tasks themselves."""
import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n == 2:
        raise RuntimeError("two")
    return n


async def main():
    for c in asyncio.as_completed([work(3), work(1), work(2)]):
        try:
            print("got", await c)
        except RuntimeError as e:
            print("error", e)
    tasks = [asyncio.create_task(work(n), name=f"w{n}") for n in (3, 1)]
    async for t in asyncio.as_completed(tasks):
        print(t in tasks, t.get_name(), await t)
    try:
        for c in asyncio.as_completed([work(1), work(5)], timeout=2):
            print(await c)
    except TimeoutError as e:
        print("timeout", repr(e))
    try:
        async for c in asyncio.as_completed([work(1), work(5)], timeout=2):
            print(await c)
    except TimeoutError as e:
        print("timeout", repr(e))


asyncio.run(main())
