"""A task that is done is awaited until those who wait for it go on: its own callbacks see them."""
import asyncio
def names(f):
    got = f._asyncio_awaited_by
    return None if not got else (type(got).__name__, sorted(t.get_name() for t in got))
async def child(n=0):
    await asyncio.sleep(n); return n
async def case(title, how):
    t = asyncio.create_task(child(), name='child')
    t.add_done_callback(lambda t: print(title, 'own callback', names(t), [g.future.get_name() for g in asyncio.capture_call_graph(t).awaited_by]))
    w = asyncio.create_task(how(t), name='waiter')
    await asyncio.sleep(0)
    print(title, 'waiting', names(t))
    t.add_done_callback(lambda t: print(title, 'late callback', names(t)))
    await w
    print(title, 'after', names(t))
async def plain(t): await t
async def gathers(t): await asyncio.gather(t)
async def waits(t): await asyncio.wait([t])
async def waits_limited(t): await asyncio.wait([t], timeout=1)
async def shields(t): await asyncio.shield(t)
async def limits(t): await asyncio.wait_for(t, 3)
async def completes(t):
    for c in asyncio.as_completed([t]): await c
async def two(t):
    await asyncio.gather(t, asyncio.shield(t), asyncio.create_task(plain(t), name='third'))
async def shared(t):
    a = asyncio.create_task(plain(t), name='a'); b = asyncio.create_task(waits(t), name='b')
    await a; await b
async def main():
    for how in (plain, gathers, waits, waits_limited, shields, limits, completes, two, shared):
        await case(how.__name__, how)
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(child(), name='grouped')
        print('group', names(t))
        t.add_done_callback(lambda t: print('group callback', names(t)))
        await asyncio.sleep(0)
        e = asyncio.Event(); f = tg.create_task(child(1))
    print('group', names(t))
    async def g():
        return asyncio.gather(t2)
    t2 = asyncio.create_task(child(1), name='t2')
    got = await asyncio.create_task(g(), name='maker')
    print('made elsewhere', names(t2))
    await got
    t3 = asyncio.create_task(child(5), name='t3')
    await asyncio.wait([t3], timeout=0.1)
    print('gave up', names(t3))
    s = asyncio.shield(t3); 
    print('shield', names(t3)); s.cancel()
    await asyncio.sleep(0)
    print('shield cancelled', names(t3))
    await asyncio.wait([t3])
    print(names(t3))
asyncio.run(main())
