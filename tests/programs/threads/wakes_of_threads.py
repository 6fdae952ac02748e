"""In which turn of the loop what threads bring arrives: the turn after the one that waited for it."""
import asyncio
import concurrent.futures
import threading
import time


class Turns:
    """Counts turns of the loop from start() on."""

    def start(self):
        self.count = 0
        self.going = True
        asyncio.get_running_loop().call_soon(self.tick)

    def tick(self):
        self.count += 1
        if self.going:
            asyncio.get_running_loop().call_soon(self.tick)


turns = Turns()


def at(*words):
    print(*words, "after", turns.count)


async def settle():
    for _ in range(12):
        await asyncio.sleep(0)
    turns.going = False
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    source = concurrent.futures.Future()

    async def waits(name, awaitable):
        try:
            at(name, repr(await awaitable))
        except (Exception, asyncio.CancelledError) as error:
            at(name, type(error).__name__)

    print("--- wrap_future")
    task = asyncio.create_task(waits("wrapped", asyncio.wrap_future(source)))
    await asyncio.sleep(0)
    turns.start()
    source.set_result(1)
    await settle()
    print("--- run_coroutine_threadsafe, called on the loop's own thread")
    turns.start()
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0, 2), loop)
    future.add_done_callback(lambda f: at("done", f.result()))
    await settle()
    print("--- run_coroutine_threadsafe, cancelled")
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
    future.add_done_callback(lambda f: at("done", f.cancelled()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    turns.start()
    future.cancel()
    await settle()
    print("--- wrap_future, cancelled from the loop")
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    task = asyncio.create_task(waits("wrapped", wrapped))
    source.add_done_callback(lambda f: at("source", f.cancelled()))
    await asyncio.sleep(0)
    turns.start()
    wrapped.cancel()
    await settle()
    print("--- to_thread and run_in_executor: the loop waits, then wakes the task")
    order = []
    loop.call_later(0.05, order.append, "timer")
    order.append(await asyncio.to_thread(lambda: (time.sleep(0.1), "thread")[1]))
    order.append(await loop.run_in_executor(None, lambda: (time.sleep(0.1), threading.current_thread() is threading.main_thread())[1]))
    print(order)


asyncio.run(main())
