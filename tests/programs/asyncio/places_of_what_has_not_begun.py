"""Coroutines and generators that have not begun stand at their first line; print_stack without a file writes the stack to standard error."""
import asyncio
import sys


class Own(Exception):
    pass


async def waits(x):

    async for each in x:
        print(each)


def counts():
    while True:
        yield 1


def same(function):
    return function


@same
async def decorated(
    x=1
):
    return x


async def many():
    for x in ():
        yield x


async def fails(error):
    raise error


async def main():
    for each in waits(1), counts(), decorated(), many():
        frame = getattr(each, 'cr_frame', None) or getattr(each, 'gi_frame', None) or each.ag_frame
        print(each.__name__, frame.f_lineno)
        if hasattr(each, 'close'):
            each.close()
    task = asyncio.create_task(waits(()), name='waits')
    print([frame.f_lineno for frame in task.get_stack()], task)
    for file in None, sys.stdout, sys.stderr:
        task.print_stack(file=file)
    task.cancel()
    failed = asyncio.create_task(fails(Own('own')), name='fails')
    late = asyncio.create_task(fails(asyncio.QueueEmpty()), name='late')
    await asyncio.wait([task, failed, late])
    for each in task, failed, late:
        each.print_stack()
    failed.print_stack(file=sys.stdout)


asyncio.run(main())
