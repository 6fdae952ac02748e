"""A loop with a create_future of its own is asked for what gather, shield, wait, as_completed, groups, queues and locks wait for"""
import asyncio

plain = asyncio.new_event_loop()
Base = type(plain)
plain.close()
told = []


class Loop(Base):
    def create_future(self):
        told.append("create_future")
        return super().create_future()

    def create_task(self, coro, **kwargs):
        told.append(f"create_task {coro.__name__} {sorted(kwargs)}")
        return super().create_task(coro, **kwargs)

    def call_later(self, delay, callback, *args, context=None):
        told.append(f"call_later {delay}")
        return super().call_later(delay, callback, *args, context=context)


async def work(result):
    await asyncio.sleep(0)
    return result


def later(result=None):
    loop = asyncio.get_running_loop()
    future = asyncio.Future(loop=loop)
    loop.call_soon(lambda: future.done() or future.set_result(result))
    return future


async def fails():
    raise ValueError("bad")


async def all_of(futures, **kwargs):
    return [await future for future in asyncio.as_completed(futures, **kwargs)]


async def group():
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(work("grouped"))
    return task.result()


async def take():
    queue = asyncio.Queue(1)
    asyncio.get_running_loop().call_soon(queue.put_nowait, "item")
    item = await queue.get()
    queue.put_nowait(1)
    asyncio.get_running_loop().call_soon(queue.get_nowait)
    await queue.put(2)
    asyncio.get_running_loop().call_soon(lambda: (queue.task_done(), queue.task_done(), queue.task_done()))
    await queue.join()
    return item


async def locks():
    lock, event, semaphore, condition = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(0), asyncio.Condition()
    loop = asyncio.get_running_loop()
    await lock.acquire()
    loop.call_soon(lock.release)
    await lock.acquire()
    loop.call_soon(event.set)
    await event.wait()
    loop.call_soon(semaphore.release)
    await semaphore.acquire()
    await condition.acquire()
    loop.call_soon(condition.notify)
    waiting = asyncio.ensure_future(work(1))
    await asyncio.wait_for(waiting, 1)
    condition.release()


async def cancelled():
    inner = asyncio.ensure_future(work("inner"))
    outer = asyncio.shield(inner)
    outer.cancel()
    return await inner


async def main():
    ways = {
        "nothing": lambda: asyncio.gather(),
        "gather": lambda: asyncio.gather(work(1), later(2)),
        "shield": lambda: asyncio.shield(later(3)),
        "shielded coroutine": lambda: asyncio.shield(work(4)),
        "shielded error": lambda: asyncio.shield(fails()),
        "shield cancelled": cancelled,
        "wait": lambda: asyncio.wait([later()]),
        "wait for": lambda: asyncio.wait_for(later(5), 1),
        "as completed": lambda: all_of([later(6), work(7)], timeout=3),
        "group": group,
        "queue": take,
        "locks": locks,
        "sleep": lambda: asyncio.sleep(0.1, "slept"),
    }
    for name, way in ways.items():
        told.clear()
        try:
            result = await way()
        except Exception as error:
            result = repr(error)
        print(name, "" if name == "wait" else result, told)


with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
