"""Pieces of the event loop that are simpler, and suspend by themselves, when written in Python (snippets.c)."""

def ensure_future():
    async def _wrap_awaitable(awaitable):
        return await awaitable
    return _wrap_awaitable


_wrap_awaitable = ensure_future()


async def shutdown_asyncgens(loop):
    generators = take_asyncgens(loop)
    if not generators:
        return
    results = await gather(*[g.aclose() for g in generators], return_exceptions=True)
    for result, generator in zip(results, generators):
        if isinstance(result, Exception):
            loop.call_exception_handler({
                'message': 'an error occurred during closing of asynchronous generator %r' % (generator,),
                'exception': result,
                'asyncgen': generator,
            })


shutdown_asyncgens.__qualname__ = 'BaseEventLoop.shutdown_asyncgens'


def gather_asked(children, return_exceptions):
    from asyncio._asked import gather
    return gather(children, return_exceptions)


def gather_nothing(loop):
    from asyncio._asked import gather_nothing
    return gather_nothing(loop)


def shield_asked(inner):
    from asyncio._asked import shield
    return shield(inner)


def _run_until_complete_cb(future):
    if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        return  # it has left the loop already
    future.get_loop().stop()


def run_until_complete(loop, future, is_new):
    """For a loop whose run_forever() is the program's own, and for futures that are asked by their methods."""
    future.add_done_callback(_run_until_complete_cb)
    try:
        loop.run_forever()
    except:
        if is_new and future.done() and not future.cancelled():
            future.exception()
        raise
    finally:
        future.remove_done_callback(_run_until_complete_cb)
    if not future.done():
        raise RuntimeError('Event loop stopped before Future completed.')
    return future.result()


def get_stack(task, limit):
    coro = task.get_coro()
    frames = []
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    if frame is not None:
        while frame is not None and (limit is None or limit > 0):
            if limit is not None:
                limit -= 1
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        entry = task._exception.__traceback__
        while entry is not None and (limit is None or limit > 0):
            if limit is not None:
                limit -= 1
            frames.append(entry.tb_frame)
            entry = entry.tb_next
    return frames


def print_stack(task, limit, file):
    frames = task.get_stack(limit=limit)
    own = [f for f in frames if not f.f_code.co_filename.startswith('<frozen ')]  # as tracebacks have it
    places = [(f.f_code.co_filename, f.f_lineno, f.f_code.co_name) for f in own]
    error = task._exception
    if not frames:
        print('No stack for %r' % (task,), file=file)
    else:
        what = 'Stack' if error is None else 'Traceback'
        print('%s for %r (most recent call last):' % (what, task), file=file)
        if places:
            import sys
            print(format_places(places), file=sys.stderr if file is None else file)  # as traceback.print_list does
    if error is not None:
        kind = type(error)
        name = kind.__qualname__ if kind.__module__ in ('__main__', 'builtins') else kind.__module__ + '.' + kind.__qualname__
        text = str(error)
        print(name + ': ' + text if text else name, file=file)


def warn_unclosed(loop):
    # Nobody hears it who has not asked for warnings of this kind.
    import sys
    warnings = sys.modules.get('warnings')
    if warnings is not None:
        text = f'unclosed event loop {loop!r}'
        warnings.warn_explicit(text, ResourceWarning, '/usr/lib/python3.14/asyncio/base_events.py', 758, source=loop)


async def sleep(loop, delay, result):
    """asyncio.sleep for a while, on a loop that has timers or futures of its own."""
    if delay != delay:
        raise ValueError('Invalid delay: NaN (not a number)')
    future, timer = nap(loop, delay, result)
    try:
        return await future
    finally:
        timer.cancel()


def nap(loop, delay, result):
    """What a sleep waits for, where a program can see it."""
    future = loop.create_future()
    return future, loop.call_later(delay, _set_result_unless_cancelled, future, result)


def arm_timeout(timeout, loop, when):
    """The same for a time limit."""
    if when <= loop.time():
        return loop.call_soon(timeout._on_timeout)
    return loop.call_at(when, timeout._on_timeout)


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)
