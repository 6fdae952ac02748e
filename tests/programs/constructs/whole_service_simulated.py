"""A scheduler like cron, priority jobs, event sourcing, dataloader, supervisors, pub/sub, structured logs: one simulated service."""
import asyncio, bisect, collections, contextlib, contextvars, dataclasses, datetime as dt, enum, functools, heapq, itertools, json, logging, operator, random, signal, sys, time, traceback, typing, uuid, weakref
from dataclasses import dataclass, field
from typing import *
trace = contextvars.ContextVar("trace"); T0 = dt.datetime(2024, 3, 30, 23, 58)
loop_time = lambda: asyncio.get_running_loop().time(); clock = lambda: T0 + dt.timedelta(seconds=loop_time() - start)
class Cron:
    def __init__(self, spec): self.fields = [self._parse(f, lo, hi) for f, (lo, hi) in zip(spec.split(), [(0, 59), (0, 23), (1, 31), (1, 12), (0, 6)], strict=True)]
    @staticmethod
    def _parse(f, lo, hi):
        out = set()
        for part in f.split(","):
            rng, _, step = part.partition("/"); a, _, b = rng.partition("-")
            a, b = (lo, hi) if rng == "*" else (int(a), int(b or a)); out |= set(range(a, b + 1, int(step or 1)))
        if not out <= set(range(lo, hi + 1)): raise ValueError(f"{f} not within {lo}-{hi}")
        return out
    def after(self, t):
        t = t.replace(second=0, microsecond=0) + dt.timedelta(minutes=1); mi, h, d, mo, wd = self.fields
        while not (t.minute in mi and t.hour in h and t.day in d and t.month in mo and (t.weekday() + 1) % 7 in wd): t += dt.timedelta(minutes=1)
        return t
async def cron(spec, fn, times):
    c = Cron(spec)
    for _ in range(times): nxt = c.after(clock()); await asyncio.sleep((nxt - clock()).total_seconds()); fn(f"{clock():%d %H:%M}")
class Hub:
    def __init__(self): self.subs = collections.defaultdict(weakref.WeakSet); self.counts = collections.Counter()
    def publish(self, topic, event):
        for pat in list(self.subs):
            if pat == topic or pat.endswith("*") and topic.startswith(pat[:-1]):
                for s in sorted(self.subs[pat], key=operator.attrgetter("name")):
                    try: s.q.put_nowait((topic, event)); self.counts[s.name] += 1
                    except asyncio.QueueFull: s.dropped += 1
    @contextlib.contextmanager
    def subscribe(self, pat, name, size=0):
        s = Sub(name, asyncio.Queue(size)); self.subs[pat].add(s)
        try: yield s
        finally: self.subs[pat].discard(s)
@dataclass(eq=False)
class Sub:
    name: str; q: asyncio.Queue; dropped: int = 0
    def __aiter__(self): return self
    async def __anext__(self):
        item = await self.q.get()
        if item[1] is None: raise StopAsyncIteration
        return item
@dataclass(frozen=True)
class Event: 
    at: float; kind: str; data: dict = field(default_factory=dict, hash=False)
    def __matmul__(self, state): return getattr(self, f"on_{self.kind}", lambda s: s)(dict(state))
    def on_opened(self, s): return s | {"owner": self.data["owner"], "balance": 0}
    def on_deposited(self, s): s["balance"] += self.data["amount"]; return s
    def on_withdrawn(self, s):
        if s["balance"] < self.data["amount"]: raise ValueError(f"overdrawn by {self.data['amount'] - s['balance']}")
        s["balance"] -= self.data["amount"]; return s
class Store:
    def __init__(self, hub): self.streams, self.hub = collections.defaultdict(list), hub
    def append(self, stream, kind, **data): e = Event(round(loop_time() - start, 2), kind, data); self.state(stream, [e]); self.streams[stream].append(e); self.hub.publish(f"events.{stream}", e)
    def state(self, stream, extra=(), until=float("inf")): return functools.reduce(lambda s, e: e @ s, (e for e in [*self.streams[stream], *extra] if e.at <= until), {})
class Loader:
    def __init__(self, batch, size=3): self.batch, self.size, self.queue, self.cache = batch, size, [], {}
    def load(self, key):
        if key not in self.cache:
            self.cache[key] = f = asyncio.get_running_loop().create_future(); self.queue.append((key, f))
            if len(self.queue) == 1: asyncio.get_running_loop().call_soon(lambda: asyncio.ensure_future(self.dispatch()))
        return self.cache[key]
    async def dispatch(self):
        todo, self.queue = self.queue, []
        for chunk in itertools.batched(todo, self.size):
            try: values = await self.batch([k for k, _ in chunk])
            except Exception as e: [f.set_exception(e) for _, f in chunk]
            else: [f.set_exception(v) if isinstance(v, Exception) else f.set_result(v) for (_, f), v in zip(chunk, values)]
class Supervisor:
    def __init__(self, limit=2, backoff=.1): self.limit, self.backoff, self.history = limit, backoff, []
    async def run(self, name, make):
        for attempt in itertools.count():
            try: return await make(attempt)
            except asyncio.CancelledError: self.history.append(f"{name}:cancelled"); raise
            except Exception as e:
                self.history.append(f"{name}:{attempt}:{type(e).__name__}")
                if attempt >= self.limit: e.add_note(f"{name} after {attempt + 1} lives"); raise
                await asyncio.sleep(self.backoff * 2 ** attempt)
class Jobs:
    @dataclass(order=True)
    class Job: prio: int; seq: int; fn: Callable = field(compare=False); deadline: float = field(compare=False, default=float("inf"))
    def __init__(self): self.q, self.seq = asyncio.PriorityQueue(), itertools.count()
    def put(self, prio, fn, within=float("inf")): self.q.put_nowait(self.Job(prio, next(self.seq), fn, loop_time() + within))
    async def worker(self, n, log):
        while True:
            j = await self.q.get()
            try: log.append((n, await j.fn()) if loop_time() <= j.deadline else (n, "late"))
            finally: self.q.task_done()
class TraceFormatter(logging.Formatter):
    def format(self, r): return json.dumps({"t": f"{clock():%H:%M:%S}", "trace": trace.get("none"), "task": getattr(r, "taskName", None), "m": r.getMessage(), **getattr(r, "kv", {})})
log = logging.getLogger("svc"); log.setLevel(logging.INFO); log.propagate = False; hnd = logging.StreamHandler(sys.stdout); hnd.setFormatter(TraceFormatter()); log.addHandler(hnd)
async def main():
    global start; start = loop_time(); out = []
    async with asyncio.TaskGroup() as tg:
        tg.create_task(cron("*/5 * * * *", lambda s: out.append("five " + s), 3)); tg.create_task(cron("0,30 0-6 31 3 0", lambda s: out.append("sun " + s), 2))
    print(out, f"{clock()}")
    for bad in ("* * * *", "61 * * * *", "a * * * *"):
        try: Cron(bad)
        except ValueError as e: print(e)
    hub = Hub(); store = Store(hub)
    async def listen(pat, name, size=0, slow=0):
        with hub.subscribe(pat, name, size) as s:
            got = []
            async for topic, e in s: got.append(f"{topic}:{e.kind}"); await asyncio.sleep(slow)
            return name, got, s.dropped
    ls = [asyncio.create_task(listen(*a)) for a in (("events.*", "all"), ("events.acc1", "one"), ("events.*", "slow", 2, .5))]; await asyncio.sleep(0)
    for i, (kind, data) in enumerate([("opened", {"owner": "ann"}), ("deposited", {"amount": 50}), ("withdrawn", {"amount": 20}), ("withdrawn", {"amount": 99}), ("deposited", {"amount": 5})]):
        await asyncio.sleep(.1)
        try: store.append(f"acc{1 + (i == 9)}", kind, **data)
        except ValueError as e: print("refused", e)
    print(store.state("acc1"), store.state("acc1", until=store.streams["acc1"][1].at), store.streams["acc1"][0], hub.counts); await asyncio.sleep(1); hub.publish("events.acc1", None); print(*await asyncio.gather(*ls), sep="\n"); print({k: len(v) for k, v in hub.subs.items()})
    async def batch(keys): print("batch", keys); await asyncio.sleep(.1); return [KeyError(k) if k < 0 else k * k for k in keys]
    ld = Loader(batch); print(await asyncio.gather(*map(ld.load, [1, 2, 1, -1, 3, 4]), return_exceptions=True), await ld.load(2))
    async def flaky(attempt): await asyncio.sleep(.1); 1 / (attempt > 1); return f"ok on {attempt}"
    async def doomed(attempt): raise OSError("doomed", attempt)
    sup = Supervisor()
    try:
        async with asyncio.TaskGroup() as tg: a = tg.create_task(sup.run("flaky", flaky)); tg.create_task(sup.run("doomed", doomed)); tg.create_task(sup.run("sleeper", lambda n: asyncio.sleep(9)))
    except* OSError as eg: print(eg.exceptions, eg.exceptions[0].__notes__, a.result(), sup.history)
    jobs, done = Jobs(), []; mk = lambda n, t=.1: functools.partial(asyncio.sleep, t, n)
    for p, n in [(5, "e"), (1, "a"), (3, "c"), (1, "b")]: jobs.put(p, mk(n))
    jobs.put(9, mk("z"), within=.15); ws = [asyncio.create_task(jobs.worker(i, done), name=f"w{i}") for i in range(2)]; await jobs.q.join(); [w.cancel() for w in ws]; print(done, await asyncio.gather(*ws, return_exceptions=True))
    async def request(n):
        trace.set(f"req-{n}"); log.info("start", extra={"kv": {"n": n}}); await asyncio.sleep(1.5 - n / 2)
        async with asyncio.TaskGroup() as tg: tg.create_task(sub(n), name=f"sub{n}")
        log.info("end %s", trace.get())
    async def sub(n): log.warning("in sub"); trace.set("changed"); await asyncio.sleep(.1)
    async with asyncio.TaskGroup() as tg: [tg.create_task(request(n), name=f"R{n}") for n in (1, 2)]
    log.info("outside"); ctx = contextvars.copy_context(); print(ctx.run(lambda: (trace.set("in ctx"), trace.get())[1]), ctx[trace], trace in contextvars.copy_context(), len(ctx) >= 1)
    stop = asyncio.Event(); asyncio.get_running_loop().call_later(.3, stop.set)
    async def server():
        try:
            while not stop.is_set():
                with contextlib.suppress(TimeoutError): await asyncio.wait_for(stop.wait(), .1)
                print("beat", round(loop_time() - start) > 0)
        finally: await asyncio.sleep(.05); print("server closed")
    await server()
    async def stuck(): 
        try: await asyncio.sleep(99)
        except asyncio.CancelledError: print("stuck cancelled"); await asyncio.sleep(1); raise RuntimeError("cleanup failed")
    t = asyncio.create_task(stuck(), name="stuck"); await asyncio.sleep(0)
    done, pending = await asyncio.wait({t}, timeout=.1); [p.cancel("shutdown") for p in pending]
    try: await t
    except RuntimeError as e: print(repr(e), repr(e.__context__))
    store.append("acc1", "withdrawn", amount=10 ** 6)
asyncio.run(main())
