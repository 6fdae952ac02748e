"""Groups, waits, contexts and stacks of contexts in the ways in which programs use them, and misuse them."""
import asyncio
from contextlib import *
class Err(Exception): pass
async def w(n, r=None, e=None):
    try:
        await asyncio.sleep(n)
        if e: raise e
        return r
    except asyncio.CancelledError as c:
        print('cancelled', r, c.args); raise
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(w(1, 'a', Err(1)), name='A'); b = tg.create_task(w(1, 'b', Err(2))); c = tg.create_task(w(5, 'c'))
            print(tg, repr(a.get_name()))
    except* Err as g: print(repr(g), tg)
    try: tg.create_task(w(1))
    except RuntimeError as e: print(str(e).split('<')[0], str(e).split('>')[-1])
    try:
        async with tg: pass
    except RuntimeError as e: print('entered' in str(e))
    t2 = asyncio.TaskGroup(); c = w(1)
    try: t2.create_task(c)
    except RuntimeError as e: print(e)
    # cancel from outside
    async def inside():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(w(3, 'in'))
            await asyncio.sleep(0)
    t = asyncio.create_task(inside()); await asyncio.sleep(0.1); t.cancel('outside')
    try: await t
    except asyncio.CancelledError as e: print(repr(e), t.cancelling(), t.uncancel(), t.cancelled())
    # body raises and children fail
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(w(3, 'x'))
            raise KeyError('body')
    except BaseExceptionGroup as e: print(repr(e), e.exceptions[0].__context__)
    async def suppress_it():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: pass
        print(asyncio.current_task().cancelling(), asyncio.current_task().uncancel())
        await asyncio.sleep(0.1); return 'kept on'
    t = asyncio.create_task(suppress_it()); await asyncio.sleep(0); t.cancel(); print(await t)
    s = asyncio.shield(i := asyncio.create_task(w(0.2, 'inner')))
    s.cancel('sh')
    try: await s
    except asyncio.CancelledError as e: print(repr(e))
    print(await i)
    r = await asyncio.gather(w(0.1, 1), w(0.1, 2, Err('x')), return_exceptions=True); print(r)
    try: await asyncio.gather(w(0.1, 1, Err('y')), w(0.3, 2))
    except Err as e: print(repr(e))
    g = asyncio.gather(w(1, 'g1'), w(1, 'g2')); await asyncio.sleep(0); print(g.cancel('gm'), g)
    try: await g
    except asyncio.CancelledError as e: print(repr(e), g)
    for bad in ((), ([],), (3,)):
        try: print(await asyncio.gather(*bad))
        except Exception as e: print(type(e).__name__, e)
    for bad in (lambda: asyncio.wait([]), lambda: asyncio.wait([w(1)]), lambda: asyncio.wait(3), lambda: asyncio.wait_for(3, 1), lambda: asyncio.shield(3), lambda: asyncio.sleep('x'), lambda: asyncio.create_task(3), lambda: asyncio.ensure_future(3), lambda: asyncio.wrap_future(3)):
        try:
            x = bad()
            print(await x)
        except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
    @asynccontextmanager
    async def cm(n):
        print('enter', n)
        try: yield n
        except Err as e: print('sees', repr(e)); raise
        finally: await asyncio.sleep(0); print('exit', n)
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(cm(1)), await st.enter_async_context(cm(2)))
        st.push_async_callback(w, 0.1, 'cb'); st.callback(print, 'plain')
        async with aclosing(agen()) as ag:
            async for x in ag: print(x); break
    try:
        async with cm(3): raise Err('in')
    except Err as e: print(repr(e))
    async with nullcontext(5) as five: print(five)
    @cm('deco')
    async def deco(): return 'decorated'
    print(await deco())
    t = asyncio.create_task(w(9, 'stk')); await asyncio.sleep(0)
    print([f.f_lineno - main.__code__.co_firstlineno for f in t.get_stack()], len(t.get_stack(limit=1)), t.get_coro().__name__)
    t.cancel()
    lz = asyncio.eager_task_factory
    asyncio.get_running_loop().set_task_factory(lz)
    e = asyncio.create_task(w(0, 'ea')); print(e.done()); print(await e)
    async def now(): return asyncio.current_task().get_name()
    print(asyncio.create_task(now(), name='nn').result())
async def agen():
    try:
        yield 1; yield 2
    finally: print('agen closed')
asyncio.run(main())
