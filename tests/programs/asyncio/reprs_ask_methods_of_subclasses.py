"""repr() of a task asks get_name, cancelling and done of a subclass; of a future it asks nothing."""
import asyncio
class T(asyncio.Task):
    def get_name(self): print('get_name'); return 'n' + super().get_name()
    def get_coro(self): print('get_coro'); return super().get_coro()
    def done(self): print('done'); return super().done()
    def cancelled(self): print('cancelled'); return super().cancelled()
    def cancelling(self): print('cancelling'); return super().cancelling()
    def result(self): print('result'); return super().result()
    def exception(self): print('exception'); return super().exception()
    def get_loop(self): print('get_loop'); return super().get_loop()
class F(asyncio.Future):
    def done(self): print('done'); return super().done()
    def cancelled(self): print('cancelled'); return super().cancelled()
    def result(self): print('result'); return super().result()
    def exception(self): print('exception'); return super().exception()
    def get_loop(self): print('get_loop'); return super().get_loop()
class C(asyncio.Task):
    def cancelling(self): return 5
class D(asyncio.Task):
    def cancelling(self): return 5
    def done(self): return True
class N(asyncio.Task):
    def get_name(self): return ['a', 1]
class B(asyncio.Task):
    def get_name(self): raise ValueError('no name')
class L(asyncio.Task):
    def get_name(self): return repr(self)
class Own(asyncio.Task):
    def __repr__(self): return 'Own'
async def w(n):
    await asyncio.sleep(n); return n
async def main():
    loop = asyncio.get_running_loop()
    t = T(w(1), name='t')
    print('made'); print(repr(t))
    await asyncio.sleep(0)
    print('waits'); print(repr(t))
    t.cancel(); print('cancel'); print(repr(t))
    await asyncio.sleep(0); await asyncio.sleep(0)
    print('over'); print(repr(t))
    f = F(); print(repr(f)); f.set_result(3); print(repr(f))
    f = F(); f.cancel(); print(repr(f))
    for cls in (C, D, N, L, Own):
        t = cls(w(1), name='x')
        print(t)
        await asyncio.sleep(0)
        print(t)
        t.cancel()
        try: await t
        except asyncio.CancelledError: pass
        print(t)
    t = B(w(1), name='x')
    try: print(t)
    except ValueError as e: print('failed', e)
    t.cancel()
asyncio.run(main())
