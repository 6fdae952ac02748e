"""Condition: wait_for with a predicate, notify(n), notify_all, misuse."""
import asyncio


async def consumer(n, condition, items):
    async with condition:
        await condition.wait_for(lambda: items)
        print(n, "takes", items.pop())


async def main():
    condition = asyncio.Condition()
    items = []
    print(condition)
    tasks = [asyncio.create_task(consumer(n, condition, items)) for n in range(4)]
    await asyncio.sleep(0)
    for batch in (["a"], ["b", "c"], ["d"]):
        await asyncio.sleep(1)
        async with condition:
            items.extend(batch)
            print("notify", batch)
            condition.notify(len(batch)) if len(batch) == 1 else condition.notify_all()
    await asyncio.gather(*tasks)
    for what in (condition.notify, condition.notify_all, condition.release):
        try:
            what()
        except RuntimeError as e:
            print(e)
    try:
        await condition.wait()
    except RuntimeError as e:
        print(e)
    async with condition:
        print(condition, condition.locked())
        try:
            await asyncio.wait_for(condition.wait(), 1)
        except TimeoutError:
            print("timeout, lock held again:", condition.locked())


asyncio.run(main())
