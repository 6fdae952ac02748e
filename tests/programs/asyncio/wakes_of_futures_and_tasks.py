"""In which turn of the loop, counted from its cause, a waiter of a future or a task goes on."""
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


async def settle():
    for _ in range(12):
        await asyncio.sleep(0)
    turns.going = False
    await asyncio.sleep(0)


async def case(title, make, cause):
    """The waiters that make() returns wait already when cause() comes."""
    print("---", title)
    made = make()
    tasks = [asyncio.create_task(waits(name, awaitable)) for name, awaitable in made.items()]
    for _ in range(5):
        await asyncio.sleep(0)
    turns.start()
    cause()
    at("caused")
    await settle()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def future():
    return asyncio.get_running_loop().create_future()


async def passes_on(awaitable):
    return await awaitable


async def main():
    f = future()
    f.add_done_callback(lambda f: at("callback one"))
    f.add_done_callback(lambda f: at("callback two"))
    await case("set_result", lambda: {"one": f, "two": f, "deep": passes_on(passes_on(f))}, lambda: f.set_result(1))
    f = future()
    await case("set_exception", lambda: {"one": f}, lambda: f.set_exception(ValueError("v")))
    f = future()
    await case("cancel of a future", lambda: {"one": f}, lambda: f.cancel("msg"))
    f = future()
    t = asyncio.create_task(passes_on(f))
    t.add_done_callback(lambda t: at("task done"))
    await case("a task that waits for a future", lambda: {"outer": t}, lambda: f.set_result(2))
    f = future()
    t = asyncio.create_task(passes_on(f))
    t.add_done_callback(lambda t: at("task done"))
    await case("cancel of a task", lambda: {"outer": t}, lambda: t.cancel())
    f = future()
    chain = f
    for _ in range(3):
        chain = asyncio.create_task(passes_on(chain))
    await case("cancel of a chain of tasks", lambda: {"last": chain}, lambda: chain.cancel())
    f = future()
    t = asyncio.create_task(passes_on(f))
    await case("shield", lambda: {"shield": asyncio.shield(t), "inner": t}, lambda: f.set_result(3))
    f = future()
    outer = asyncio.shield(f)
    await case("cancel of a shield", lambda: {"shield": outer}, lambda: outer.cancel())
    f = future()
    await case("cancel inside a shield", lambda: {"shield": asyncio.shield(f)}, lambda: f.cancel())
    f = future()
    await case("ensure_future and wrap_future", lambda: {"same": asyncio.ensure_future(f), "wrapped": asyncio.wrap_future(f)}, lambda: f.set_result(4))
    await case("a task that ends at once", lambda: {}, lambda: asyncio.create_task(waits("new", asyncio.sleep(0))))
    await case("an eager task", lambda: {}, lambda: asyncio.create_task(waits("eager", asyncio.sleep(0)), eager_start=True))
    await case("an eager task that is done at once", lambda: {}, lambda: at(asyncio.create_task(passes_on(asyncio.sleep(0, 5)), eager_start=True).done()))

    async def forget():
        return 6
    done = asyncio.create_task(forget(), eager_start=True)
    await case("what is done already", lambda: {}, lambda: asyncio.create_task(waits("done", done)))
    await case("callback on what is done already", lambda: {}, lambda: done.add_done_callback(lambda t: at("callback")))
    loop = asyncio.get_running_loop()
    await case("call_soon in call_soon", lambda: {}, lambda: loop.call_soon(lambda: (at("first"), loop.call_soon(at, "second"))))
    await case("call_soon_threadsafe", lambda: {}, lambda: loop.call_soon_threadsafe(at, "threadsafe"))
    await case("call_later(0) and call_at(now)", lambda: {}, lambda: (loop.call_later(0, at, "later"), loop.call_at(loop.time(), at, "at"), loop.call_soon(at, "soon")))

    async def sleeps(seconds):
        return await asyncio.sleep(seconds, "slept")
    await case("sleep(0)", lambda: {}, lambda: asyncio.create_task(waits("sleeper", sleeps(0))))


asyncio.run(main())
