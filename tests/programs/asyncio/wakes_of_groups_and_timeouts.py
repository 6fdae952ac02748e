"""In which turn of the loop gather, wait, wait_for, as_completed, TaskGroup and timeout go on after what they wait for."""
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
        value = await awaitable
        if isinstance(value, tuple) and len(value) == 2:
            value = len(value[0]), len(value[1])
        at(name, repr(value))
    except (Exception, asyncio.CancelledError) as error:
        at(name, type(error).__name__, *error.args)


async def case(title, waiter, cause):
    print("---", title)
    task = asyncio.create_task(waits("waiter", waiter))
    for _ in range(5):
        await asyncio.sleep(0)
    turns.start()
    cause()
    at("caused")
    for _ in range(15):
        await asyncio.sleep(0)
    turns.going = False
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def futures(count):
    return [asyncio.get_running_loop().create_future() for _ in range(count)]


async def one(future):
    return await future


async def main():
    fs = futures(2)
    await case("gather of futures", asyncio.gather(*fs), lambda: [f.set_result(1) for f in fs])
    fs = futures(2)
    await case("gather of coroutines", asyncio.gather(*map(one, fs)), lambda: [f.set_result(1) for f in fs])
    fs = futures(2)
    await case("gather, one fails", asyncio.gather(*map(one, fs)), lambda: fs[1].set_exception(ValueError(1)))
    fs = futures(2)
    both = asyncio.gather(*map(one, fs))
    await case("gather cancelled", both, lambda: both.cancel())
    fs = futures(2)
    both = asyncio.gather(*map(one, fs), return_exceptions=True)
    await case("gather cancelled, return_exceptions", both, lambda: both.cancel())

    async def later():
        return await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2))
    await case("gather begun now", asyncio.sleep(0), lambda: asyncio.create_task(waits("new", later())))
    for mode in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
        fs = futures(3)
        await case(f"wait {mode}, results", asyncio.wait(fs, return_when=mode), lambda: [f.set_result(1) for f in fs])
        fs = futures(3)
        tasks = [asyncio.create_task(one(f)) for f in fs]
        await case(f"wait {mode}, an error", asyncio.wait(tasks, return_when=mode), lambda: (fs[0].set_result(1), fs[1].set_exception(ValueError(2))))
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        fs = futures(1)
        await case(f"wait {mode}, cancelled", asyncio.wait(fs, return_when=mode), lambda: fs[0].cancel())
    fs = futures(1)
    await case("wait with a timeout, in time", asyncio.wait(fs, timeout=1), lambda: fs[0].set_result(1))
    await case("wait for what is done", asyncio.sleep(0), lambda: asyncio.create_task(waits("new", asyncio.wait(fs))))
    fs = futures(1)
    await case("wait_for a future", asyncio.wait_for(fs[0], 1), lambda: fs[0].set_result(1))
    fs = futures(1)
    await case("wait_for a coroutine", asyncio.wait_for(one(fs[0]), 1), lambda: fs[0].set_result(1))
    fs = futures(1)
    await case("wait_for, no limit", asyncio.wait_for(one(fs[0]), None), lambda: fs[0].set_result(1))
    fs = futures(1)
    await case("wait_for(0)", asyncio.sleep(0), lambda: asyncio.create_task(waits("new", asyncio.wait_for(one(fs[0]), 0))))
    fs = futures(1)
    await case("wait_for, cancelled", asyncio.wait_for(one(fs[0]), 1), lambda: fs[0].cancel())

    fs = futures(2)

    async def completes():
        for n, awaitable in enumerate(asyncio.as_completed(map(one, fs))):
            at("completed", n, await awaitable)
    await case("as_completed", completes(), lambda: (fs[1].set_result("b"), fs[0].set_result("a")))
    fs = futures(2)

    async def completes_async():
        async for future in asyncio.as_completed(fs):
            at("completed", future.result())
    await case("as_completed, async", completes_async(), lambda: (fs[1].set_result("b"), fs[0].set_result("a")))

    fs = futures(2)

    async def grouped(body=None):
        async with asyncio.TaskGroup() as group:
            for f in fs:
                group.create_task(one(f)).add_done_callback(lambda t: at("child done", t.cancelled()))
            if body is not None:
                await body
            at("body over")
        at("group over")
    await case("TaskGroup", grouped(), lambda: [f.set_result(1) for f in fs])
    fs = futures(2)
    await case("TaskGroup, a child fails", grouped(), lambda: fs[0].set_exception(ValueError(1)))
    fs = futures(2)
    await case("TaskGroup, a child fails during the body", grouped(asyncio.sleep(10)), lambda: fs[0].set_exception(ValueError(1)))
    fs = futures(2)
    body, = futures(1)
    await case("TaskGroup, the body fails", grouped(body), lambda: body.set_exception(ValueError(2)))
    fs = futures(2)
    task = asyncio.create_task(grouped())
    await case("TaskGroup, cancelled", task, lambda: task.cancel())
    fs = []
    await case("TaskGroup, empty", asyncio.sleep(0), lambda: asyncio.create_task(grouped()))

    async def timed(scope, awaitable):
        try:
            async with scope:
                await awaitable
        finally:
            at("scope over", scope.expired())
    loop = asyncio.get_running_loop()
    fs = futures(1)
    scope = asyncio.timeout(None)
    await case("timeout moved into the past", timed(scope, fs[0]), lambda: scope.reschedule(loop.time() - 1))
    fs = futures(1)
    scope = asyncio.timeout(None)
    await case("timeout moved to now", timed(scope, one(asyncio.create_task(one(fs[0])))), lambda: scope.reschedule(loop.time()))
    fs = futures(1)
    await case("timeout(0)", asyncio.sleep(0), lambda: asyncio.create_task(waits("new", timed(asyncio.timeout(0), fs[0]))))
    fs = futures(1)
    await case("timeout, in time", timed(asyncio.timeout(1), fs[0]), lambda: fs[0].set_result(1))


asyncio.run(main())
