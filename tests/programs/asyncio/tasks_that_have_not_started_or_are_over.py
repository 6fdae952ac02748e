"""Lines, stacks and call graphs of coroutines before their first step and after their last one."""
import asyncio
import sys


@staticmethod
async def decorated():
    pass


async def waits(
    n,
):
    """Its first statement is further down."""
    await asyncio.sleep(n)


async def items():
    n = 1
    yield n


def generator():
    n = 1
    yield n


async def main():
    coro = decorated()
    agen = items()
    print(coro.cr_frame.f_lineno, agen.ag_frame.f_lineno, generator().gi_frame.f_lineno)
    coro.close()
    task = asyncio.create_task(waits(1))
    print([frame.f_lineno for frame in task.get_stack()])
    task.print_stack(file=sys.stdout)
    print(asyncio.format_call_graph(task).split("\n")[-1])
    await asyncio.sleep(0)
    print([frame.f_lineno for frame in task.get_stack()])
    task.cancel()
    await asyncio.wait([task])
    task.print_stack(file=sys.stdout)
    print(asyncio.capture_call_graph(task).call_stack)
    try:
        asyncio.print_call_graph(task)
    except AttributeError as error:
        print(error)
    late = asyncio.create_task(asyncio.wait_for(waits(1), 0.5))
    wrapped = asyncio.create_task(limited())
    await asyncio.wait([late, wrapped])
    for task in late, wrapped:
        task.print_stack(file=sys.stdout)


async def limited():
    async with asyncio.timeout(0.5):
        await waits(1)


asyncio.run(main())
