"""In which turn of the loop waits that have a limit, lie in each other or are cancelled go on after their cause."""
import asyncio


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


async def case(title, waiters, cause):
    """What the waiters await is waited for already when cause(tasks) comes."""
    print("---", title)
    tasks = [asyncio.create_task(waits(f"waiter {n}", waiter)) for n, waiter in enumerate(waiters)]
    for _ in range(5):
        await asyncio.sleep(0)
    turns.start()
    cause(tasks)
    at("caused")
    for _ in range(20):
        await asyncio.sleep(0)
    turns.going = False
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def expiring(title, awaitable):
    """Counts from the moment at which the limit's timer fires."""
    print("---", title)
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(waits("waiter", awaitable))
    await asyncio.sleep(0)
    loop.call_at(loop.time() + 1, turns.start)
    await asyncio.sleep(1.5)


def futures(count):
    return [asyncio.get_running_loop().create_future() for _ in range(count)]


async def one(future):
    return await future


async def stubborn(future):
    try:
        await future
    except asyncio.CancelledError:
        at("asked")
        await asyncio.sleep(0)
        at("gives in")
        raise


async def locked(lock, future):
    async with lock:
        at("holds")
        await future


async def nested(fs):
    async with asyncio.TaskGroup() as outer:
        outer.create_task(one(fs[0]))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(one(fs[1]))
        at("inner over")
    at("outer over")


async def limited(limits, awaitable):
    try:
        async with asyncio.timeout(limits[0]):
            try:
                async with asyncio.timeout(limits[1]):
                    await awaitable
            finally:
                at("inner left")
    finally:
        at("outer left")


async def counted(aws, timeout):
    try:
        async for done in asyncio.as_completed(aws, timeout=timeout):
            at("completed", done.result())
    finally:
        at("as_completed over")


async def main():
    loop = asyncio.get_running_loop()
    fs = futures(3)
    await case("gather in gather", [asyncio.gather(asyncio.gather(*fs[:2]), fs[2])], lambda tasks: [f.set_result(1) for f in fs])
    fs = futures(2)
    await case("gather of shields", [asyncio.gather(*map(asyncio.shield, fs))], lambda tasks: [f.set_result(1) for f in fs])
    fs = futures(1)
    await case("shield in shield", [asyncio.shield(asyncio.shield(fs[0]))], lambda tasks: fs[0].set_exception(ValueError(1)))
    fs = futures(1)
    await case("wait_for in wait_for", [asyncio.wait_for(asyncio.wait_for(one(fs[0]), 5), 9)], lambda tasks: fs[0].set_result(1))
    fs = futures(2)
    await case("groups in each other", [nested(fs)], lambda tasks: [f.set_result(1) for f in fs])
    fs = futures(2)
    await case("groups in each other, the inner fails", [nested(fs)], lambda tasks: fs[1].set_exception(KeyError(1)))
    fs = futures(2)
    await case("groups in each other, the outer fails", [nested(fs)], lambda tasks: fs[0].set_exception(KeyError(1)))
    fs = futures(2)
    await case("groups in each other, cancelled", [nested(fs)], lambda tasks: tasks[0].cancel("from outside"))
    fs = futures(1)
    await case("a task that does not give in at once", [stubborn(fs[0])], lambda tasks: tasks[0].cancel())
    fs = futures(1)
    await case("gather of one that does not", [asyncio.gather(stubborn(fs[0]))], lambda tasks: tasks[0].cancel())
    fs = futures(1)
    await case("wait_for one that does not", [asyncio.wait_for(stubborn(fs[0]), 9)], lambda tasks: tasks[0].cancel())
    lock, fs = asyncio.Lock(), futures(1)
    await case("who holds a lock is cancelled", [locked(lock, fs[0]) for _ in range(3)], lambda tasks: tasks[0].cancel())
    lock = asyncio.Lock()
    await lock.acquire()
    await case("who waits for a lock is cancelled", [lock.acquire() for _ in range(2)], lambda tasks: tasks[0].cancel())
    queue = asyncio.Queue()
    await case("the getter that an item woke is cancelled", [queue.get() for _ in range(2)], lambda tasks: (queue.put_nowait(1), tasks[0].cancel()))
    queue = asyncio.LifoQueue(1)
    queue.put_nowait(0)
    await case("the putter that room woke is cancelled", [queue.put(n) for n in range(2)], lambda tasks: (queue.get_nowait(), tasks[0].cancel()))
    condition = asyncio.Condition()

    async def notified():
        async with condition:
            try:
                await condition.wait()
            finally:
                at("has the lock again")

    async def notify_all():
        async with condition:
            condition.notify_all()
    await case("notify_all", [notified() for _ in range(3)], lambda tasks: asyncio.create_task(notify_all()))
    await case("notify_all, one is cancelled", [notified() for _ in range(3)], lambda tasks: (asyncio.create_task(notify_all()), tasks[0].cancel()))
    event = asyncio.Event()
    await case("Event.set, one is cancelled", [event.wait() for _ in range(2)], lambda tasks: (event.set(), tasks[0].cancel()))
    barrier = asyncio.Barrier(3)
    await case("Barrier, one is cancelled", [barrier.wait() for _ in range(2)], lambda tasks: tasks[0].cancel())
    fs = futures(2)
    await case("as_completed, cancelled", [counted(fs, None)], lambda tasks: (fs[1].set_result("b"), tasks[0].cancel()))
    f, = futures(1)
    await expiring("wait_for", asyncio.wait_for(f, 1))
    f, = futures(1)
    await expiring("wait_for a coroutine", asyncio.wait_for(one(f), 1))
    f, = futures(1)
    await expiring("wait_for a task", asyncio.wait_for(asyncio.create_task(stubborn(f)), 1))
    f, = futures(1)
    await expiring("wait", asyncio.wait([f], timeout=1))
    f, = futures(1)
    await expiring("timeout", limited((1, None), f))
    f, = futures(1)
    await expiring("the inner of two timeouts", limited((9, 1), f))
    f, = futures(1)
    await expiring("two timeouts at once", limited((1, 1), f))
    fs = futures(2)
    await expiring("as_completed", counted(fs, 1))
    await expiring("gather of sleepers", asyncio.gather(asyncio.sleep(1, "a"), asyncio.sleep(1, "b")))
    await expiring("a sleeper", asyncio.sleep(1, "slept"))
    turns.going = False
    print("--- call_later, call_at and call_soon from a timer")

    def from_timer():
        turns.start()
        at("timer")
        loop.call_soon(at, "soon")
        loop.call_later(0, at, "later")
        loop.call_later(-1, at, "in the past")
        loop.call_soon_threadsafe(at, "threadsafe")
    loop.call_later(1, from_timer)
    loop.call_later(1, lambda: at("a timer of the same moment"))
    await asyncio.sleep(1.5)
    turns.going = False


asyncio.run(main())
