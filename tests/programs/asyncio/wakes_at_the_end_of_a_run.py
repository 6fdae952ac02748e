"""In which turn of the loop what asyncio.run and Runner cancel at their end, or at Ctrl-C, goes on."""
import asyncio
import signal


class Turns:
    """Counts turns of the loop from start() on."""

    def start(self):
        self.count = 0
        self.going = True
        asyncio.get_running_loop().call_soon(self.tick)

    def tick(self):
        self.count += 1
        if self.going and self.count < 20:
            asyncio.get_running_loop().call_soon(self.tick)


turns = Turns()


def at(*words):
    print(*words, "after", turns.count)


async def waits(name, awaitable):
    try:
        at(name, repr(await awaitable))
    except (Exception, asyncio.CancelledError) as error:
        at(name, type(error).__name__, *error.args)


async def stays(name, steps=0):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError as error:
        at(name, "is cancelled", *error.args)
        for _ in range(steps):
            await asyncio.sleep(0)
        at(name, "ends")
        raise


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        at("generator closes")
        await asyncio.sleep(0)
        at("generator closed")


kept = []


async def main(ending="returns"):
    tasks = [asyncio.create_task(stays(f"task {n}", n)) for n in range(3)]
    tasks[0].add_done_callback(lambda task: at("callback of task 0", task.cancelled()))
    kept.append(numbers())
    await anext(kept[0])
    await asyncio.sleep(0)
    turns.start()
    if ending == "raises":
        raise ValueError("main")
    if ending == "stays":
        asyncio.get_running_loop().call_soon(asyncio.current_task().cancel, "by hand")
        await stays("main", 2)
    if ending == "interrupted":
        asyncio.get_running_loop().call_soon(signal.raise_signal, signal.SIGINT)
        await stays("main", 2)
    at("main", ending)


def ended(*args):
    turns.going = False
    print("over", *args)
    kept.clear()


for ending in "returns", "raises", "stays", "interrupted":
    print("---", ending)
    try:
        ended(asyncio.run(main(ending)))
    except (Exception, asyncio.CancelledError, KeyboardInterrupt) as error:
        ended(type(error).__name__, *error.args)
print("--- a Runner that runs twice")
with asyncio.Runner() as runner:
    runner.run(main())
    at("between")
    runner.run(asyncio.sleep(0))
    at("about to close")
ended()
print("--- run_until_complete and close")
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
at("between")
loop.run_until_complete(loop.shutdown_asyncgens())
at("generators are closed")
for task in sorted(asyncio.all_tasks(loop), key=asyncio.Task.get_name):
    task.cancel("left")
loop.run_until_complete(asyncio.sleep(0))
at("cancelled")
loop.run_until_complete(asyncio.sleep(0))
loop.run_until_complete(asyncio.sleep(0))
loop.run_until_complete(asyncio.sleep(0))
at("over")
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
