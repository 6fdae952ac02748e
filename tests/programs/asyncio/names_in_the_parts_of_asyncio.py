"""The same names in asyncio and in its parts: programs that import the parts get what works, not only what has the name."""
import asyncio
from asyncio import coroutines, exceptions, futures, runners, tasks


async def work(n, delay=0.01):
    await tasks.sleep(delay)
    return n


async def fails():
    raise exceptions.TimeoutError("failed")


async def main():
    print(await tasks.gather(work(1), work(2)))
    first = tasks.create_task(work(3), name="third")
    print(type(first) is tasks.Task, isinstance(first, tasks.Task), tasks.Task(work(0, 0)).get_name() != "third")
    print(tasks.current_task() is asyncio.current_task(), tasks.current_task().get_name(), first in tasks.all_tasks(), len(tasks.all_tasks()))
    print(sorted([await each for each in tasks.as_completed([work(4), work(5, 0.02)])]))
    done, pending = await tasks.wait([first, tasks.create_task(work(6, 5))], return_when=tasks.FIRST_COMPLETED)
    print([each.result() for each in done], len(pending))
    done, pending = await tasks.wait({tasks.ensure_future(fails()), *pending}, return_when=tasks.FIRST_EXCEPTION)
    print([repr(each.exception()) for each in done], len(pending))
    done, _ = await tasks.wait(pending, return_when=tasks.ALL_COMPLETED)
    print([each.result() for each in done])
    try:
        await tasks.wait_for(tasks.shield(first := tasks.create_task(work(7, 0.1))), 0.05)
    except exceptions.TimeoutError as error:
        print(repr(error), first.done(), await first)
    loop = asyncio.get_running_loop()
    loop.set_task_factory(tasks.eager_task_factory)
    eager = tasks.create_task(work(8))
    at_once = tasks.create_task(asyncio.sleep(0, "not at once"))
    print(eager.done(), at_once.done(), await eager, await at_once)

    class Own(tasks.Task):
        pass

    loop.set_task_factory(tasks.create_eager_task_factory(Own))
    print(type(tasks.create_task(work(9))) is Own)
    loop.set_task_factory(None)
    threadsafe = tasks.run_coroutine_threadsafe(work(10), loop)
    print(await asyncio.wrap_future(threadsafe))
    future = loop.create_future()
    print(futures.isfuture(future), futures.isfuture(threadsafe), futures.isfuture(first), futures.isfuture(1))
    futures.future_add_to_awaited_by(future, first)
    print(asyncio.capture_call_graph(future).awaited_by[0].future is first)
    futures.future_discard_from_awaited_by(future, first)
    print(asyncio.capture_call_graph(future).awaited_by)
    coroutine = work(11)
    print(coroutines.iscoroutine(coroutine), coroutines.iscoroutine(work), coroutines.iscoroutine(first))
    print(coroutines.iscoroutinefunction(work), coroutines.iscoroutinefunction(coroutine), coroutines.iscoroutinefunction(print))
    coroutine.close()
    try:
        future.result()
    except exceptions.InvalidStateError as error:
        print(type(error).__name__, error)
    try:
        raise exceptions.SendfileNotAvailableError("no sendfile")
    except RuntimeError as error:
        print(repr(error))
    return "returned by main"


print(runners.run(main()))
