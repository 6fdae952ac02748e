"""asyncio.to_thread."""
from _contextvars import copy_context
from _asyncio import get_running_loop

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):
    from functools import partial
    loop = get_running_loop()
    context = copy_context()
    return await loop.run_in_executor(None, partial(context.run, func, *args, **kwargs))
