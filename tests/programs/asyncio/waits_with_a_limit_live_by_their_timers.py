# A task that nobody holds lives as long as a timer will wake it, whatever it waits for; without one a collection ends it.
import asyncio
import gc


async def never():
    await asyncio.get_running_loop().create_future()


async def waits_for_all():
    task = asyncio.create_task(never())
    done, pending = await asyncio.wait([task], timeout=1)
    print("wait", len(done), len(pending))
    task.cancel()


async def waits_for_one():
    try:
        await asyncio.wait_for(asyncio.get_running_loop().create_future(), 1)
    except TimeoutError:
        print("wait_for")


async def has_a_limit():
    try:
        async with asyncio.timeout(1) as limit:
            limit.reschedule(asyncio.get_running_loop().time() + 2)
            await asyncio.Event().wait()
    except TimeoutError:
        print("timeout")


async def limit_is_taken_away():
    try:
        async with asyncio.timeout(0.05) as limit:
            limit.reschedule(None)
            await asyncio.Event().wait()
    finally:
        print("no limit any more")


async def shields():
    try:
        await asyncio.wait_for(asyncio.shield(never()), 1)
    except TimeoutError:
        print("shield")


async def gathers():
    try:
        async with asyncio.timeout(1):
            await asyncio.gather(never(), asyncio.sleep(5))
    except TimeoutError:
        print("gather")


async def condition():
    condition = asyncio.Condition()
    async with condition:
        try:
            await asyncio.wait_for(condition.wait_for(lambda: False), 1)
        except TimeoutError:
            print("condition")


async def barrier():
    try:
        async with asyncio.timeout(1):
            await asyncio.Barrier(2).wait()
    except TimeoutError:
        print("barrier")


async def main():
    kinds = waits_for_all, waits_for_one, has_a_limit, shields, gathers, condition, barrier
    for kind in kinds:
        asyncio.create_task(kind(), name=kind.__name__)
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context["message"], context["task"].get_name()))
    asyncio.create_task(limit_is_taken_away(), name="limit_is_taken_away")
    for _ in range(3):
        await asyncio.sleep(0.1)
        gc.collect()
    print("collected")
    await asyncio.sleep(3)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
