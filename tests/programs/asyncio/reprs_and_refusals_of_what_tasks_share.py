"""What tasks share in reprs and refusals, limits, and what nobody hears of."""
import asyncio, logging, sys, gc, warnings
logging.basicConfig(format='%(levelname)s:%(name)s:%(message)s', stream=sys.stdout)
async def child(n):
    await asyncio.sleep(n)
async def fails(): raise ValueError('f')
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    lock, sem, ev, cond, q = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event(), asyncio.Condition(), asyncio.Queue(2)
    for o in (lock, sem, ev, cond, q, asyncio.BoundedSemaphore(1), asyncio.Barrier(2), asyncio.LifoQueue(), asyncio.PriorityQueue(), asyncio.timeout(3), asyncio.TaskGroup()):
        print(repr(o).replace(hex(id(o)), '0x'))
    async with lock, sem, cond:
        ts = [asyncio.create_task(x, name=n) for n, x in (('l', lock.acquire()), ('c', cond.acquire()), ('e', ev.wait()), ('q', q.get()))]
        await asyncio.sleep(0)
        for o in (lock, sem, ev, cond, q): print(repr(o).replace(hex(id(o)), '0x'))
        for t in ts: t.cancel()
        await asyncio.gather(*ts, return_exceptions=True)
    for f in (lock.release, asyncio.BoundedSemaphore().release, cond.notify, cond.notify_all, q.task_done, q.get_nowait):
        try: f()
        except Exception as e: print(type(e).__name__, e)
    try: await cond.wait()
    except RuntimeError as e: print(e)
    for c, a in ((asyncio.Semaphore, (-1,)), (asyncio.Barrier, (0,)), (asyncio.Barrier, ('x',)), (asyncio.Queue, ('x',)), (asyncio.Condition, (3,))):
        try: print(c(*a) is not None)
        except Exception as e: print(c.__name__, type(e).__name__, e)
    q.put_nowait(1); q.put_nowait(2)
    try: q.put_nowait(3)
    except asyncio.QueueFull as e: print(repr(e))
    print(q.full(), q.qsize(), q.empty(), q.maxsize)
    q.shutdown()
    for f in (q.put_nowait,):
        try: f(1)
        except asyncio.QueueShutDown as e: print(repr(e))
    print(await q.get(), await q.get())
    try: await q.get()
    except asyncio.QueueShutDown as e: print(repr(e))
    t = asyncio.create_task(fails(), name='unasked')
    await asyncio.sleep(0); await asyncio.sleep(0)
    del t
    gc.collect()
    loop.call_soon(lambda: 1/0)
    await asyncio.sleep(0)
    child(1)
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout(0.1) as tm:
            await asyncio.sleep(1)
    except TimeoutError as e: print(repr(e), repr(e.__cause__), tm, tm.expired(), tm.when() is not None)
    for f in (lambda: tm.reschedule(5), tm.when):
        try: print(f() is not None)
        except RuntimeError as e: print(e)
    w = await asyncio.wait([asyncio.create_task(child(0.1)), asyncio.create_task(child(5), name='p')], timeout=0.2)
    print([len(x) for x in w], [t.get_name() for t in w[1]])
    try:
        for c in asyncio.as_completed([child(0.1), child(3)], timeout=1): print(await c)
    except TimeoutError as e: print(repr(e))
    try: await asyncio.wait_for(child(3), 0.5)
    except TimeoutError as e: print(repr(e), repr(e.__cause__))
    try: await asyncio.wait_for(child(3), -1)
    except TimeoutError as e: print(repr(e), repr(e.__cause__))
    asyncio.current_task().set_name(5); print(repr(asyncio.current_task().get_name()))
asyncio.run(main())
