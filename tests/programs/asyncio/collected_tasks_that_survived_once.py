# Tasks that one collection found alive are reported by a later one before any of their coroutines is closed.
import asyncio
import gc

gc.disable()
kept = {}


async def waits(condition):
    try:
        async with condition:
            await condition.wait()
    finally:
        print("closed")


async def main():
    condition = asyncio.Condition()
    for n in range(3):
        kept[n] = asyncio.create_task(waits(condition))
    del condition
    await asyncio.sleep(0)
    gc.collect()
    print("all alive")
    kept.clear()
    gc.collect()
    print("collected")


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["task"]).partition("wait_for=")[2]))
loop.run_until_complete(main())
loop.close()
