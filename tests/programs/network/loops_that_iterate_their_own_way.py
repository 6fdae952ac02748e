import asyncio
async def child(n):
    await asyncio.sleep(n)
    return n
def cb(*a): pass
async def main():
    loop = asyncio.get_running_loop()
    print(type(loop._ready), type(loop._scheduled), len(loop._ready), len(loop._scheduled))
    t = asyncio.create_task(child(1), name='T1')
    t.add_done_callback(cb)
    loop.call_soon(cb, 1)
    h = loop.call_later(5, cb, 2)
    print(loop._ready)
    print(len(loop._ready), [type(x).__name__ for x in loop._ready])
    print([x._callback for x in loop._ready])
    print(loop._scheduled == [h], loop._scheduled[0] is h)
    await asyncio.sleep(0)
    print(len(loop._ready), len(loop._scheduled), sorted(type(x).__name__ for x in loop._scheduled))
    print([(x.when() - loop.time() < 2, x._args and len(x._args), x._callback) for x in sorted(loop._scheduled)])
    f = loop.create_future()
    f.add_done_callback(cb)
    f.set_result(1)
    print(loop._ready)
    t.cancel()
    print(loop._ready)
    h.cancel()
    print(len(loop._scheduled), loop._timer_cancelled_count)
    try: await t
    except asyncio.CancelledError: pass
    print(len(loop._ready), len(loop._scheduled))
    g = asyncio.gather(child(0), child(0))
    print([str(x).split(' at ')[0] for x in loop._ready])
    await g
asyncio.run(main())
class L(asyncio.SelectorEventLoop):
    n = 0
    def _run_once(self):
        self.n += 1
        print('iteration', self.n, len(self._ready), len(self._scheduled))
        super()._run_once()
async def m2():
    print('a')
    await asyncio.sleep(0)
    print('b')
    await asyncio.sleep(0)
    return 'c'
loop = L()
print(loop.run_until_complete(m2()))
loop.call_soon(print, 'x')
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
with asyncio.Runner(loop_factory=L) as r: print(r.run(m2()))
loop = asyncio.new_event_loop()
orig = loop._run_once
def patched():
    print('patched', len(loop._ready))
    orig()
loop._run_once = patched
print(loop.run_until_complete(m2()))
loop.close()
loop = asyncio.new_event_loop()
loop.call_soon(print, 'one'); loop.call_soon(lambda: loop.call_soon(print, 'two'))
loop._run_once()
print('-')
loop._run_once()
print(len(loop._ready))
loop.close()
class Bad(asyncio.SelectorEventLoop):
    def _run_once(self):
        super()._run_once()
        if self.n: raise ValueError('stop')
        self.n += 1
    n = 0
l = Bad()
try: l.run_until_complete(m2())
except ValueError as e: print('raised', e)
print(l.is_running(), l.is_closed())
l.close()
