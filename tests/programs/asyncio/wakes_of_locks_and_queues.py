"""In which turn of the loop locks, events, conditions, semaphores, barriers and queues wake those that wait."""
import asyncio


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


async def waits(name, awaitable):
    try:
        at(name, repr(await awaitable))
    except (Exception, asyncio.CancelledError) as error:
        at(name, type(error).__name__, *error.args)


async def case(title, waiters, cause):
    print("---", title)
    tasks = [asyncio.create_task(waits(f"waiter {n}", waiter)) for n, waiter in enumerate(waiters)]
    for _ in range(5):
        await asyncio.sleep(0)
    turns.start()
    got = cause(tasks)
    if got is not None:
        await got
    at("caused")
    for _ in range(15):
        await asyncio.sleep(0)
    turns.going = False
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def holding(lock):
    async with lock:
        at("holds")
    return "released"


async def notified(condition, predicate=None):
    async with condition:
        return await (condition.wait() if predicate is None else condition.wait_for(predicate))


async def notify(condition, n):
    async with condition:
        condition.notify(n)
        at("notified")


async def main():
    event = asyncio.Event()
    await case("Event.set", [event.wait() for _ in range(2)], lambda tasks: event.set())
    await case("Event.wait, set already", [], lambda tasks: waits("now", event.wait()))
    event.clear()
    await case("Event.set and clear", [event.wait() for _ in range(2)], lambda tasks: (event.set(), event.clear())[0])

    lock = asyncio.Lock()
    await lock.acquire()
    await case("Lock.release", [holding(lock) for _ in range(3)], lambda tasks: lock.release())
    await lock.acquire()
    await case("Lock.release, the first is cancelled", [holding(lock) for _ in range(3)], lambda tasks: (lock.release(), tasks[0].cancel())[0])
    await case("Lock, free", [], lambda tasks: waits("now", holding(lock)))
    for semaphore in (asyncio.Semaphore(1), asyncio.BoundedSemaphore(1)):
        await semaphore.acquire()
        await case("Semaphore.release", [holding(semaphore) for _ in range(3)], lambda tasks: semaphore.release())
        await semaphore.acquire()
        await case("Semaphore.release, a waiter is cancelled", [holding(semaphore) for _ in range(3)],
                   lambda tasks: (semaphore.release(), tasks[0].cancel())[0])

    condition = asyncio.Condition()
    for n in (1, 2):
        await case(f"Condition.notify({n})", [notified(condition) for _ in range(3)], lambda tasks: notify(condition, n))
    flag = []
    await case("Condition.wait_for", [notified(condition, lambda: flag)], lambda tasks: (flag.append(1), notify(condition, 1))[1])
    await case("Condition, a waiter is cancelled", [notified(condition) for _ in range(2)], lambda tasks: tasks[0].cancel() and None)

    barrier = asyncio.Barrier(3)
    await case("Barrier, the last comes", [barrier.wait() for _ in range(2)], lambda tasks: waits("last", barrier.wait()))
    await case("Barrier.abort", [barrier.wait() for _ in range(2)], lambda tasks: barrier.abort())
    await case("Barrier.reset", [barrier.wait() for _ in range(2)], lambda tasks: barrier.reset())

    queue = asyncio.Queue(1)
    await case("Queue.get, put_nowait", [queue.get() for _ in range(2)], lambda tasks: queue.put_nowait(1))
    await case("Queue.put, get_nowait", [queue.put(n) for n in range(3)], lambda tasks: at("got", queue.get_nowait()))
    while not queue.empty():
        queue.get_nowait()
    await case("Queue.get, put", [queue.get() for _ in range(2)], lambda tasks: waits("put", queue.put(2)))
    queue = asyncio.Queue()
    queue.put_nowait(1)
    await case("Queue.join", [queue.join()], lambda tasks: queue.task_done())
    await case("Queue.join, nothing left", [], lambda tasks: waits("now", queue.join()))
    for immediate in (False, True):
        queue = asyncio.Queue()
        await case(f"Queue.shutdown({immediate}), getters", [queue.get() for _ in range(2)], lambda tasks: queue.shutdown(immediate))
        queue = asyncio.Queue(1)
        queue.put_nowait(0)
        await case(f"Queue.shutdown({immediate}), putters", [queue.put(n) for n in range(2)] + [queue.join()], lambda tasks: queue.shutdown(immediate))
    priority = asyncio.PriorityQueue()
    await case("PriorityQueue", [priority.get() for _ in range(2)], lambda tasks: [priority.put_nowait(n) for n in (3, 1, 2)] and None)


asyncio.run(main())
