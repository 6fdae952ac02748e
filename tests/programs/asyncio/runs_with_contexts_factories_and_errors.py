"""asyncio.run and Runner: contexts, loop factories, what they refuse, and how they end."""
import asyncio, contextvars, threading
v = contextvars.ContextVar('v', default='none')
async def show(*a):
    print('in', v.get(), *a); v.set('set'); return v.get()
class Aw:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return 'awaited'
print(asyncio.run(Aw()))
with asyncio.Runner() as r:
    ctx = contextvars.copy_context(); ctx.run(v.set, 'ctx')
    print(r.run(show(), context=ctx), v.get(), ctx[v])
    print(r.run(show()), r.run(show()))
    print(r.get_loop() is r.get_loop(), r.get_loop().is_running())
    print(r.run(Aw()))
    for bad in (1, show, lambda: 1, None):
        try: r.run(bad)
        except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
    async def nest():
        c = show()
        try: r.run(c)
        except RuntimeError as e: print(e)
        c.close()
        try: asyncio.run(Aw())
        except RuntimeError as e: print(e)
    r.run(nest())
for what in ('run', 'get_loop', '__enter__'):
    try:
        c = show()
        r.run(c) if what == 'run' else getattr(r, what)()
    except RuntimeError as e: print(what, e)
    finally: c.close()
r2 = asyncio.Runner(debug=True)
print(r2.get_loop().get_debug()); r2.close(); r2.close()
made = []
def factory():
    loop = asyncio.new_event_loop(); made.append(loop); return loop
async def which(): return asyncio.get_running_loop() is made[-1]
print(asyncio.run(which(), loop_factory=factory), made[-1].is_closed())
for args, kw in (((), {}), ((show(),), {'nope': 1})):
    try: asyncio.run(*args, **kw)
    except TypeError as e: print(e)
for f in (asyncio.get_event_loop, asyncio.get_running_loop):
    try: f()
    except RuntimeError as e: print(f.__name__, e)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
def other():
    try: asyncio.get_event_loop()
    except RuntimeError as e: print(e)
try:
    t = threading.Thread(target=other); t.start(); t.join()
except RuntimeError: print("There is no current event loop in thread 'Thread-1 (other)'.")
loop.close()
asyncio.set_event_loop(None)
print(asyncio.iscoroutinefunction(show), asyncio.iscoroutine(c), asyncio.isfuture(c))
async def keyboard():
    raise KeyboardInterrupt('k')
try: asyncio.run(keyboard())
except KeyboardInterrupt as e: print(repr(e))
async def exits():
    try: await asyncio.sleep(1)
    finally: raise SystemExit(3)
async def main():
    t = asyncio.create_task(exits())
    await asyncio.sleep(0); t.cancel()
    await asyncio.sleep(1)
try: asyncio.run(main())
except SystemExit as e: print(repr(e))
async def left():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError('while ending')
async def main():
    asyncio.create_task(left()); await asyncio.sleep(0)
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print(sorted(c), c['message'], repr(c['exception'])))
asyncio.run(main())
