"""Task and Future: all they tell and do, one after another."""
import asyncio
import contextvars
import io

number = contextvars.ContextVar("number", default=0)


async def work(result, delay=1):
    await asyncio.sleep(delay)
    return result


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        me = asyncio.current_task()
        print("cancelled with", error.args, me.cancelling(), me.uncancel(), me.cancelling())
    return "stayed"


async def main():
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    coroutine = work("done")
    task = asyncio.Task(coroutine, loop=loop, name="worker", context=context)
    print(isinstance(task, asyncio.Future), asyncio.isfuture(task), task.get_name(), task.get_coro() is coroutine, task.get_context() is context)
    print(task.get_loop() is loop, task.done(), task.cancelled(), task.cancelling(), task.uncancel())
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print(error)
    for refused in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            refused()
        except RuntimeError as error:
            print(error)
    task.set_name(7)
    print(task.get_name())

    def told(ended):
        print("told", ended is task, ended.result())

    task.add_done_callback(told)
    task.add_done_callback(told)
    print(task.remove_done_callback(told), task.remove_done_callback(told))
    task.add_done_callback(told, context=context)
    await asyncio.sleep(0.5)
    print(len(task.get_stack()), [frame.f_code.co_name for frame in task.get_stack(limit=1)])
    file = io.StringIO()
    task.print_stack(limit=1, file=file)
    print(file.getvalue().splitlines()[0].replace(repr(coroutine), "CORO").split(" coro")[0])
    print(await task, task.result(), task.exception(), task.cancel(), task.get_stack())
    file = io.StringIO()
    task.print_stack(file=file)
    print(file.getvalue().startswith("No stack for <Task finished name='7'"))

    stays = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(stays.cancel(msg="please"), stays.cancelling(), stays.cancelled())
    print(await stays, stays.cancelled(), stays.cancelling())
    goes = asyncio.create_task(work(1), name="goes")
    await asyncio.sleep(0)
    goes.cancel("go")
    try:
        await goes
    except asyncio.CancelledError as error:
        print("cancelled", error.args, goes.cancelled(), goes.done(), goes.get_stack())
    for ask in (goes.result, goes.exception):
        try:
            ask()
        except asyncio.CancelledError as error:
            print("cancelled", error.args)

    future = loop.create_future()
    print(type(future) is asyncio.Future, asyncio.isfuture(future), asyncio.isfuture(3), future.get_loop() is loop, future.done(), future.cancelled())
    calls = []
    first, second = lambda f: calls.append("first"), lambda f: calls.append("second")
    for callback in (first, second, first):
        future.add_done_callback(callback)
    print(future.remove_done_callback(first), future.remove_done_callback(first))
    future.set_result(42)
    print(future.result(), future.exception(), future.cancel(), future.done(), calls)
    await asyncio.sleep(0)
    print(calls, await future)
    for again in (lambda: future.set_result(1), lambda: future.set_exception(ValueError())):
        try:
            again()
        except asyncio.InvalidStateError as error:
            print(error)
    future = asyncio.Future()
    for wrong in (StopIteration("no"), StopIteration, 3):
        try:
            future.set_exception(wrong)
            print(repr(future.exception()), repr(future.exception().__cause__))
            future = asyncio.Future()
        except TypeError as error:
            print(error)
    future.set_exception(KeyError)
    print(repr(future.exception()))
    try:
        await future
    except KeyError as error:
        print("raised", repr(error))
    future = asyncio.Future(loop=loop)
    print(future.cancel("over"), future.cancelled(), future.cancel())
    try:
        future.result()
    except asyncio.CancelledError as error:
        print(error.args)

    inner, outer = loop.create_future(), loop.create_future()
    asyncio.future_add_to_awaited_by(inner, outer)
    print(len(asyncio.capture_call_graph(inner).awaited_by))
    asyncio.future_discard_from_awaited_by(inner, outer)
    print(asyncio.capture_call_graph(inner).awaited_by)

    made = []

    def make(coroutine, *, loop, name=None, context=None, eager_start=None):
        made.append(name)
        return asyncio.Task(coroutine, loop=loop, name=name, context=context, eager_start=eager_start)

    factory = asyncio.create_eager_task_factory(make)
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    eager = asyncio.create_task(work("at once", 0), name="eager")
    print(made, eager.done(), await eager)
    loop.set_task_factory(asyncio.eager_task_factory)

    async def at_once():
        return "no step"

    eager = asyncio.create_task(at_once())
    print(eager.done(), eager.result())
    loop.set_task_factory(None)
    print(loop.get_task_factory())


asyncio.run(main())
