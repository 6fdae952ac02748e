"""Queue, its kinds, and a subclass with storage of its own."""
import asyncio
async def main():
    q = asyncio.Queue(2)
    print(q.empty(), q.full(), q.qsize(), q.maxsize)
    q.put_nowait(1); q.put_nowait(2)
    try: q.put_nowait(3)
    except asyncio.QueueFull as e: print(repr(e), type(e).__module__)
    print(q.get_nowait(), q.get_nowait())
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    q.task_done(); q.task_done()
    try: q.task_done()
    except ValueError as e: print(e)
    p = asyncio.PriorityQueue()
    for x in (3,1,2): await p.put(x)
    print([await p.get() for _ in range(3)])
    l = asyncio.LifoQueue()
    for x in (3,1,2): await l.put(x)
    print([await l.get() for _ in range(3)])
    class Mine(asyncio.Queue):
        def _init(self, n): self._queue = []; self.x = 5
        def _put(self, i): self._queue.insert(0, i)
        def _get(self): return self._queue.pop(0)
        def full(self): print('full?'); return super().full()
    m = Mine(3)
    await m.put(1); await m.put(2); print(await m.get(), m.x)
    async def waits():
        try: return await m.get(), await m.get()
        except asyncio.QueueShutDown: return 'down'
    t = asyncio.create_task(waits()); await asyncio.sleep(0); await asyncio.sleep(0); print(len(m._getters))
    m.shutdown(); print(await t)
    j = asyncio.Queue(); await j.put(1)
    async def w(): await j.join(); print('joined')
    t = asyncio.create_task(w()); await asyncio.sleep(0); j.task_done(); await t
    f = asyncio.Queue(maxsize=float('inf')); f.put_nowait(2); print(f.full())
    f.get()
asyncio.run(main())
