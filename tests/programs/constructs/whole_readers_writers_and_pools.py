"""Readers and writers on a Condition, dining philosophers, phases at a barrier, a count-down latch, a resource pool."""
import asyncio, contextlib, random, string
from collections import OrderedDict, defaultdict

class RWLock:
    def __init__(self): self._cond, self._readers, self._writer, self._waiting = asyncio.Condition(), 0, False, 0
    @contextlib.asynccontextmanager
    async def read(self):
        async with self._cond:
            await self._cond.wait_for(lambda: not self._writer and not self._waiting)
            self._readers += 1
        try: yield self._readers
        finally:
            async with self._cond:
                self._readers -= 1
                if not self._readers: self._cond.notify_all()
    @contextlib.asynccontextmanager
    async def write(self):
        async with self._cond:
            self._waiting += 1
            try: await self._cond.wait_for(lambda: not self._writer and not self._readers)
            finally:
                self._waiting -= 1
            self._writer = True
        try: yield
        finally:
            async with self._cond:
                self._writer = False; self._cond.notify_all()

async def rw():
    lock, data, trace = RWLock(), {"v": 0}, []
    t0 = asyncio.get_running_loop().time()
    now = lambda: f"{asyncio.get_running_loop().time() - t0:.1f}"
    async def reader(n, at):
        await asyncio.sleep(at)
        async with lock.read() as together:
            trace.append(f"{now()} r{n}({together})={data['v']}"); await asyncio.sleep(0.2)
    async def writer(n, at):
        await asyncio.sleep(at)
        async with lock.write():
            data["v"] += n; trace.append(f"{now()} w{n}"); await asyncio.sleep(0.3)
    tasks = [asyncio.create_task(c) for c in (reader(1, 0), reader(2, .1), writer(10, .1), reader(3, .15), writer(5, .2), reader(4, .9))]
    await asyncio.sleep(0.25); tasks[4].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(*trace, sep="\n"); print([type(r).__name__ for r in results], lock._cond, vars(lock)["_waiting"])

async def philosophers(n=5, meals=2):
    forks = [asyncio.Lock() for _ in range(n)]; log = []; rng = random.Random(7)
    async def dine(i):
        first, second = sorted((i, (i + 1) % n))
        for meal in range(meals):
            await asyncio.sleep(rng.random() / 10)
            async with forks[first], forks[second]:
                log.append(f"{string.ascii_uppercase[i]}{meal}"); await asyncio.sleep(rng.random() / 10)
    async with asyncio.TaskGroup() as tg:
        for i in range(n): tg.create_task(dine(i))
    print(" ".join(log), [f.locked() for f in forks])

async def phases():
    barrier = asyncio.Barrier(3); seen = defaultdict(list)
    async def runner(name, pace):
        for phase in range(3):
            await asyncio.sleep(pace)
            try:
                async with barrier as place: seen[phase].append((name, place, barrier.n_waiting))
            except asyncio.BrokenBarrierError as e:
                seen["broken"].append(f"{name}:{e}"); return
            if name == "fast" and phase == 1: await barrier.abort()
    await asyncio.gather(runner("slow", .3), runner("mid", .2), runner("fast", .1))
    print(dict(seen), barrier.broken, barrier)

class Latch:
    def __init__(self, n): self.n, self.ev = n, asyncio.Event()
    def down(self):
        self.n -= 1
        if self.n <= 0: self.ev.set()
    def __await__(self): yield from self.ev.wait().__await__(); return f"latch open ({self.n})"

class PoolTimeout(Exception): pass
class Pool:
    def __init__(self, factory, size): self.factory, self.sem, self.idle, self.made = factory, asyncio.BoundedSemaphore(size), [], 0
    @contextlib.asynccontextmanager
    async def acquire(self, timeout=None):
        try: await asyncio.wait_for(self.sem.acquire(), timeout)
        except TimeoutError as e: raise PoolTimeout(f"no connection in {timeout}s") from e
        conn = self.idle.pop() if self.idle else await self._make()
        try: yield conn
        except ConnectionError: print("discard", conn); raise
        else: self.idle.append(conn)
        finally: self.sem.release()
    async def _make(self): self.made += 1; await asyncio.sleep(.05); return self.factory(self.made)
    async def __aenter__(self): return self
    async def __aexit__(self, et, ev, tb): print("pool closed", et and et.__name__, sorted(self.idle)); return et is PoolTimeout

class StampedeCache:
    def __init__(self, loader, size=3): self.loader, self.size, self.data, self.calls = loader, size, OrderedDict(), 0
    async def get(self, key):
        if key in self.data:
            self.data.move_to_end(key); fut = self.data[key]
        else:
            self.calls += 1
            fut = self.data[key] = asyncio.ensure_future(self.loader(key)); fut.add_done_callback(lambda f: f.cancelled() or f.exception() and self.data.pop(key, None))
            while len(self.data) > self.size: print("evict", self.data.popitem(last=False)[0])
        return await asyncio.shield(fut)

async def main():
    await rw(); await philosophers(); await phases()
    latch = Latch(3)
    for d in (.1, .2, .3): asyncio.get_running_loop().call_later(d, latch.down)
    print(await latch)
    async with Pool("conn-{}".format, 2) as pool:
        async def use(t, fail=False):
            async with pool.acquire(timeout=.5) as c:
                await asyncio.sleep(t)
                if fail: raise ConnectionResetError(104, "peer")
                return c
        print(await asyncio.gather(use(.1), use(.2), use(.1, True), use(.3), return_exceptions=True), pool.made)
        async with pool.acquire(), pool.acquire(): print(await use(.1))
    async def load(k):
        await asyncio.sleep(.1)
        if k == "bad": raise LookupError(k)
        return k.upper()
    cache = StampedeCache(load)
    print(await asyncio.gather(*map(cache.get, ["a", "b", "a", "bad", "bad", "c"]), return_exceptions=True), cache.calls, list(cache.data))
    print(await asyncio.gather(*map(cache.get, "abd")), list(cache.data), cache.calls)
    waiter = asyncio.create_task(cache.get("z")); await asyncio.sleep(0.05); waiter.cancel()
    print(await cache.get("z"), waiter.cancelled(), waiter)
    pool.sem.release()
asyncio.run(main())
