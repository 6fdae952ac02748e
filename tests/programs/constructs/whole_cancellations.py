"""Cancellation in odd places: shielded cleanup, cancel during cleanup, uncancel, nested timeouts, waits, locks, groups, eager tasks, runners."""
import asyncio, contextlib, functools, sys, traceback
now = lambda: round(asyncio.get_running_loop().time() - T0, 2)
async def cleanup(n, t): await asyncio.sleep(t); print(f"  cleaned {n} at {now()}"); return n
async def shielded():
    try: await asyncio.sleep(10)
    finally:
        task = asyncio.ensure_future(cleanup("db", 1))
        while not task.done():
            try: await asyncio.shield(task)
            except asyncio.CancelledError as e: print("  again:", e.args, asyncio.current_task().cancelling())
async def nested():
    try:
        async with asyncio.timeout(2) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    try: await asyncio.sleep(5)
                    finally: await asyncio.sleep(1.5); print("  not reached?")
            except TimeoutError as e: print("  inner timeout", inner.expired(), outer.expired(), now())
            await asyncio.sleep(3)
    except TimeoutError as e: print("  outer timeout", repr(outer), type(e.__cause__), now())
async def same_deadline():
    try:
        async with asyncio.timeout(1) as a:
            async with asyncio.timeout(1) as b: await asyncio.sleep(2)
    except TimeoutError: print("  same:", a.expired(), b.expired(), asyncio.current_task().cancelling())
async def swallow():
    for n in range(3):
        try: await asyncio.sleep(1)
        except asyncio.CancelledError as e: print("  swallowed", e, asyncio.current_task().cancelling(), asyncio.current_task().uncancel())
    return "finished anyway"
async def lock_waits():
    lock = asyncio.Lock(); await lock.acquire()
    async def get(n):
        try:
            async with lock: print("  got", n); await asyncio.sleep(.1)
        except asyncio.CancelledError: print("  waiter cancelled", n); raise
    ts = [asyncio.create_task(get(i), name=f"L{i}") for i in range(4)]
    await asyncio.sleep(0); ts[0].cancel(); lock.release(); ts[1].cancel(); await asyncio.sleep(0)
    print(" ", lock, [t.done() for t in ts]); print(" ", await asyncio.gather(*ts, return_exceptions=True), lock.locked())
async def cond_waits():
    cond = asyncio.Condition()
    async def waiter(n):
        async with cond:
            try: await cond.wait(); print("  woke", n)
            except asyncio.CancelledError: print("  cond cancelled", n, cond.locked()); raise
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]; await asyncio.sleep(0)
    async with cond: cond.notify(); ts[0].cancel()
    await asyncio.sleep(.01)
    async with cond: cond.notify_all()
    print(" ", await asyncio.gather(*ts, return_exceptions=True))
async def gathers():
    async def child(n, t, fail=False):
        try: await asyncio.sleep(t); 
        except asyncio.CancelledError: print("  child", n, "cancelled"); raise
        if fail: raise ValueError(n)
        return n
    g = asyncio.gather(child(1, 1), child(2, 2), child(3, .5, True), return_exceptions=True); asyncio.get_running_loop().call_later(1.2, g.cancel, "enough")
    try: print(await g)
    except asyncio.CancelledError as e: print("  gather:", e.args, g)
    kids = [asyncio.create_task(child(i, i)) for i in (1, 2)]; g = asyncio.gather(*kids); kids[0].cancel("one")
    try: await g
    except asyncio.CancelledError as e: print("  by child:", e, kids[1].done(), g.cancelled())
    await kids[1]
    done, pending = await asyncio.wait([asyncio.create_task(child(9, 5)), asyncio.create_task(child(8, 1))], timeout=2)
    for p in pending: p.cancel(); await asyncio.wait([p])
    print(" ", [t.result() for t in done], [p.cancelled() for p in pending])
    w = asyncio.create_task(asyncio.wait_for(child("w", 3), 1)); await asyncio.sleep(.5); w.cancel(); await asyncio.wait([w]); print(" ", w)
async def groups():
    async def bad(t, e): await asyncio.sleep(t); raise e
    async def slow_exit():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError: await asyncio.sleep(.5); raise KeyError("in cleanup")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(.1, ValueError(1))); tg.create_task(bad(.1, OSError(2))); tg.create_task(slow_exit())
            try: await asyncio.sleep(5)
            except asyncio.CancelledError as e: print("  body", e, asyncio.current_task().cancelling()); raise RuntimeError("body too")
    except* ValueError as g: print("  V", g.exceptions)
    except* Exception as g: print("  rest", g.exceptions, [type(e.__context__).__name__ for e in g.exceptions])
    print("  cancelling now", asyncio.current_task().cancelling())
    async def inner():
        async with asyncio.TaskGroup() as tg: tg.create_task(bad(.2, TypeError("deep"))); await asyncio.sleep(1)
    try:
        async with asyncio.timeout(.5), asyncio.TaskGroup() as tg: tg.create_task(inner()); tg.create_task(asyncio.sleep(3))
    except BaseExceptionGroup as g: traceback.print_exception(g, file=sys.stdout)
    try:
        async with asyncio.timeout(.5), asyncio.TaskGroup() as tg: tg.create_task(asyncio.sleep(3)); tg.create_task(slow_exit())
    except BaseException as g: print(" ", repr(g), repr(g.__cause__), repr(g.__context__))
    try:
        async with asyncio.TaskGroup() as tg: asyncio.current_task().cancel("self"); await asyncio.sleep(0)
    except asyncio.CancelledError as e: print("  self:", e.args, asyncio.current_task().uncancel())
    async with asyncio.TaskGroup() as tg: t = tg.create_task(asyncio.sleep(9)); t.cancel("child only")
    print("  group fine", t.cancelled())
    try: tg.create_task(c := asyncio.sleep(0))
    except RuntimeError as e: print(" ", e)
    c2 = asyncio.sleep(1)
    try: asyncio.TaskGroup().create_task(c2)
    except RuntimeError as e: print(" ", e)
    tg2 = asyncio.TaskGroup()
    async with tg2: print(" ", tg2)
async def cancel_before_start():
    async def never(): print("  !!! ran")
    t = asyncio.create_task(never()); t.cancel(); 
    try: await t
    except asyncio.CancelledError: print("  never started", t.get_coro(), t.get_stack())
    f = asyncio.get_running_loop().create_future(); print("  future cancel twice", f.cancel("m"), f.cancel(), f)
    try: await f
    except asyncio.CancelledError as e: print(" ", e.args)
    try: f.result()
    except asyncio.CancelledError as e: print("  again", e.args)
async def main():
    global T0; T0 = asyncio.get_running_loop().time()
    t = asyncio.create_task(shielded())
    for d in (.1, .3, .3): await asyncio.sleep(d); print("cancel ->", t.cancel(f"at {now()}"))
    print(await asyncio.gather(t, return_exceptions=True), t, now())
    for f in (nested, same_deadline): print(f.__name__); await asyncio.create_task(f())
    t = asyncio.create_task(swallow()); await asyncio.sleep(.5); t.cancel("first"); await asyncio.sleep(.5); t.cancel("second"); print(await t)
    try: print(await asyncio.wait_for(swallow(), 1.5))
    except TimeoutError as e: print("wait_for", repr(e))
    for f in (lock_waits, cond_waits, gathers, groups, cancel_before_start): print(f.__name__); await f()
    q = asyncio.Queue(1); getter = asyncio.create_task(q.get()); await asyncio.sleep(0); getter.cancel(); await q.put("x"); await asyncio.sleep(0); print(q, getter.cancelled())
    ev = asyncio.Event(); e1, e2 = asyncio.create_task(ev.wait()), asyncio.create_task(ev.wait()); await asyncio.sleep(0); ev.set(); e1.cancel(); print(await asyncio.gather(e1, e2, return_exceptions=True))
    sem = asyncio.Semaphore(1); await sem.acquire(); s1, s2 = asyncio.create_task(sem.acquire()), asyncio.create_task(sem.acquire()); await asyncio.sleep(0); sem.release(); s1.cancel(); await asyncio.wait([s1, s2]); print(s1.cancelled(), s2.done(), sem)
    asyncio.current_task().cancel("the end"); await asyncio.sleep(0)
try: asyncio.run(main())
except asyncio.CancelledError as e: print("run:", e.args, len(traceback.extract_tb(e.__traceback__)) > 1)
with asyncio.Runner(debug=False) as r:
    async def stuck():
        try: await asyncio.Event().wait()
        finally: print("stuck let go")
    async def outer(): asyncio.create_task(stuck(), name="bg"); await asyncio.sleep(0); return "outer done"
    print(r.run(outer())); print(r.run(asyncio.sleep(1, "second run")), [t.get_name() for t in asyncio.all_tasks(r.get_loop())])
asyncio.run(nested())
