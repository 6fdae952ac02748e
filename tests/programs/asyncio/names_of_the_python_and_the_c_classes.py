"""The names by which CPython has asyncio's classes and functions twice: in C and in Python."""
import asyncio
import asyncio.events
import asyncio.futures
import asyncio.tasks

print(asyncio.Task is asyncio.tasks._CTask, asyncio.Future is asyncio.futures._CFuture)
print(asyncio.Task is asyncio.tasks._PyTask, asyncio.Future is asyncio.futures._PyFuture)
print(asyncio.tasks._PyTask, asyncio.futures._PyFuture, asyncio.tasks._CTask, asyncio.futures._CFuture)
print(asyncio.tasks._PyTask.__module__, asyncio.tasks._PyTask.__name__, asyncio.tasks._PyTask.__qualname__)
print(asyncio.tasks._c_current_task is asyncio.current_task, asyncio.tasks._c_all_tasks is asyncio.all_tasks)
print(asyncio.events._c_get_running_loop is asyncio.get_running_loop, asyncio.events._c__get_running_loop is asyncio._get_running_loop)
for name in "_c_enter_task _py_enter_task _py_register_task _c_leave_task _c_swap_current_task _py_unregister_task".split():
    print(name, callable(getattr(asyncio.tasks, name)))
for module in (asyncio.tasks, asyncio.futures, asyncio.events):
    print(hasattr(module, "_py_nothing"), hasattr(module, "nothing"), hasattr(module, "_PyNothing"))


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(asyncio.events._py_get_running_loop() is loop)
    task = asyncio.tasks._PyTask(work(1), loop=loop, name="py")
    print(task)
    print(await task, task, asyncio.isfuture(task))
    future = asyncio.futures._PyFuture(loop=loop)
    loop.call_soon(future.set_result, 3)
    print(await future, future)
    loop.set_task_factory(lambda loop, coro, **options: asyncio.tasks._PyTask(coro, loop=loop, **options))
    task = asyncio.create_task(work(2), name="f")
    print(type(task), type(task) is asyncio.tasks._PyTask)
    task.cancel("m")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task)
    async with asyncio.TaskGroup() as group:
        print(type(group.create_task(work(1))))


asyncio.run(main())
try:
    asyncio.tasks._py_nothing
except AttributeError as error:
    print(error)
