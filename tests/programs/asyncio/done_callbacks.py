"""add_done_callback on tasks: order, the task as argument, errors, removal."""
import asyncio
import functools


async def work(fail=False):
    await asyncio.sleep(1)
    if fail:
        raise ValueError("failed")
    return "fine"


def report(label, task):
    print(label, task.cancelled(), task.exception() if not task.cancelled() else "-")


async def main():
    t = asyncio.create_task(work())
    t.add_done_callback(functools.partial(report, "one"))
    t.add_done_callback(lambda task: print("result", task.result()))
    t.add_done_callback(print_and_fail)
    await t
    print("after await")
    await asyncio.sleep(0)
    f = asyncio.create_task(work(True))
    f.add_done_callback(functools.partial(report, "two"))
    await asyncio.wait([f])
    c = asyncio.create_task(work())
    c.add_done_callback(functools.partial(report, "three"))
    await asyncio.sleep(0)
    c.cancel()
    await asyncio.wait([c])
    print(c.remove_done_callback(report))


def print_and_fail(task):
    raise RuntimeError("in a done callback")


asyncio.run(main())
