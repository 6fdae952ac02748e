"""A task that waits for a gather of itself cannot be cancelled: that goes round until the stack is full, once."""
import asyncio


async def itself():
    try:
        await asyncio.gather(*(asyncio.shield(tasks[0]) if n % 2 else tasks[0] for n in range(6)), return_exceptions=True)
    except BaseException as error:
        print("inside", type(error).__name__)


async def main():
    tasks.append(asyncio.create_task(itself()))
    await asyncio.sleep(0)
    try:
        tasks[0].cancel()
    except RecursionError:
        print("RecursionError")
    print(tasks[0].done())


tasks = []
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print("over", tasks[0].done())
tasks[0]._log_destroy_pending = False
tasks.clear()
loop.close()
