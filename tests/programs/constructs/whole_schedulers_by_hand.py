"""A scheduler by hand, on generators: sleep, queues, futures, joins, then the same with async and await and a loop of one's own."""
import collections, functools, heapq, itertools, sys, time, types, traceback

# --- generators as coroutines
class Kernel:
    def __init__(self): self.ready, self.sleeping, self.seq, self.clock, self.waiting = collections.deque(), [], itertools.count(), 0, collections.defaultdict(list)
    def spawn(self, gen): self.ready.append((gen, None)); return gen
    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.clock, _, gen = heapq.heappop(self.sleeping); self.ready.append((gen, None))
            gen, value = self.ready.popleft()
            try: trap, *args = gen.send(value)
            except StopIteration as stop:
                for waiter in self.waiting.pop(gen, ()): self.ready.append((waiter, stop.value))
            except Exception as error:
                print(f"{gen.__qualname__} died: {error!r} line {error.__traceback__.tb_next.tb_lineno}")
            else: getattr(self, f"trap_{trap}", self.unknown)(gen, *args)
    def trap_sleep(self, gen, t): heapq.heappush(self.sleeping, (self.clock + t, next(self.seq), gen))
    def trap_spawn(self, gen, other): self.spawn(other); self.ready.append((gen, other))
    def trap_join(self, gen, other):
        if other.gi_frame is None: self.ready.append((gen, "gone"))
        else: self.waiting[other].append(gen)
    def trap_now(self, gen): self.ready.append((gen, self.clock))
    def unknown(self, gen, *args):
        try: gen.throw(NotImplementedError(f"bad trap {args}"))
        except StopIteration as s: print("handled:", s.value)

def child(n):
    for i in range(n):
        yield "sleep", 0.5 * n
        print(f"  child{n} step {i}")
    return n * 10
def parent():
    kids = []
    for n in (1, 2, 3): kids.append((yield "spawn", child(n)))
    total = 0
    for kid in reversed(kids):
        got = yield "join", kid
        print("joined", kid.__name__, got, "at", (yield ("now",)))
        total += got if isinstance(got, int) else 0
    return total
def sub(): 
    x = yield from child(1)
    try: yield "nonsense", 1
    except NotImplementedError as e: return f"{e} after {x}"
def dies(): yield "sleep", .25; {}["gone"]
k = Kernel()
for g in (parent(), sub(), dies()): k.spawn(g)
k.run()

# --- async/await on a loop of our own
class Cancelled(BaseException): pass
class Future:
    def __init__(self): self._done, self._value, self._error, self._cbs = False, None, None, []
    def set(self, value=None, error=None):
        if self._done: raise RuntimeError("twice")
        self._done, self._value, self._error = True, value, error
        for cb in self._cbs: loop.call_soon(cb, self)
    def __await__(self):
        if not self._done: yield self
        if not self._done: raise RuntimeError("woken too early")
        if self._error: raise self._error
        return self._value
    def then(self, ok, bad=None):
        out = Future()
        def cb(f):
            try: out.set((bad or _raise)(f._error) if f._error else ok(f._value))
            except Exception as e: out.set(error=e)
        self._cbs.append(cb) if not self._done else loop.call_soon(cb, self)
        return out
def _raise(e): raise e
class Task(Future):
    def __init__(self, coro): super().__init__(); self.coro, self.on = coro, None; loop.call_soon(self.step)
    def cancel(self): loop.call_soon(self.step, None, Cancelled("stop"))
    def step(self, fut=None, error=None):
        if self._done: return
        try: self.on = self.coro.throw(error) if error else self.coro.send(None)
        except StopIteration as s: self.set(s.value)
        except (Exception, Cancelled) as e: self.set(error=e)
        else: self.on._cbs.append(self.step)
class Loop:
    def __init__(self): self.q, self.timers, self.t, self.n = collections.deque(), [], 0.0, itertools.count()
    def call_soon(self, f, *a): self.q.append((f, a))
    def call_at(self, when, f, *a): heapq.heappush(self.timers, (when, next(self.n), f, a))
    def run(self, coro):
        main = Task(coro)
        while not main._done:
            if not self.q:
                if not self.timers: raise RuntimeError("deadlock")
                self.t, _, f, a = heapq.heappop(self.timers); self.q.append((f, a))
            f, a = self.q.popleft(); f(*a)
        if main._error: raise main._error
        return main._value
loop = Loop()
async def sleep(t): f = Future(); loop.call_at(loop.t + t, f.set, loop.t + t); return await f
@types.coroutine
def checkpoint(): f = Future(); loop.call_soon(f.set); yield f; return "checked"
class Channel:
    def __init__(self): self.items, self.getters = collections.deque(), collections.deque()
    async def put(self, x):
        if self.getters: self.getters.popleft().set(x)
        else: self.items.append(x)
        await checkpoint()
    def __aiter__(self): return self
    async def __anext__(self):
        if self.items: x = self.items.popleft()
        else: f = Future(); self.getters.append(f); x = await f
        if x is None: raise StopAsyncIteration
        return x
async def producer(ch):
    for i in range(3): await sleep(i / 2); await ch.put(f"item{i}")
    await ch.put(None)
    return "produced"
async def forever():
    try:
        while True: await sleep(1); print("tick", loop.t)
    except Cancelled as c: print("cancelled:", c); await sleep(.1); return "clean"
    finally: print("finally at", loop.t)
async def amain():
    ch = Channel(); p = Task(producer(ch)); f = Task(forever())
    async for x in ch: print("consumed", x, "at", loop.t)
    print(await p, await checkpoint())
    await sleep(1); f.cancel(); print(await f)
    print(await p.then(str.upper).then(lambda s: s[::-1]), await Task(sleep(1)).then(lambda t: t / 0, None).then(print, lambda e: f"saved from {e!r}"))
    c = forever(); print(c.cr_frame.f_lineno - amain.__code__.co_firstlineno < 0, c.cr_await, c.cr_running); c.close()
    try: await Task(dead())
    except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
    print(p.__class__.__mro__)
    await Future()
async def dead(): await sleep(.5); return await deeper(0)
async def deeper(n): return 1 / n if n == 0 else await deeper(n - 1)
loop.run(amain())
