import asyncio, warnings, traceback
def show(f):
    try: return repr(f())
    except BaseException as e: return f'{type(e).__name__}: {e}'
async def co(): pass
loop = asyncio.new_event_loop()
class MyFut(asyncio.Future):
    def __init__(self, *a, **k): pass
class MyTask(asyncio.Task):
    def __init__(self, *a, **k): pass
for cls in asyncio.Future, MyFut, asyncio.Task, MyTask:
    f = cls.__new__(cls)
    print(cls.__name__)
    for name, args in (('result', ()), ('exception', ()), ('set_result', (1,)), ('set_exception', (ValueError(),)), ('add_done_callback', (print,)), ('remove_done_callback', (print,)), ('done', ()), ('cancelled', ()), ('get_loop', ()), ('__await__', ()), ('__iter__', ())):
        print(name, show(lambda: getattr(f, name)(*args)))
    for a in '_state _callbacks _result _exception _loop _asyncio_future_blocking _source_traceback _cancel_message _log_traceback'.split():
        print(a, show(lambda: getattr(f, a)))
    print(show(lambda: loop.run_until_complete(f)))
    print(show(lambda: asyncio.isfuture(f)))
    import re
    print(re.sub(r'0x\w+', '0x', show(lambda: f)))
loop.close()
