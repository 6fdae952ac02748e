"""A three stage ETL pipeline with backpressure, poison pills, a monitor and a graceful stop."""
from __future__ import annotations
import asyncio, contextlib, functools, itertools, json, random, sys, time
from collections import Counter, deque
from dataclasses import dataclass, field, asdict, replace
from typing import Any, AsyncIterator, Awaitable, Callable

STOP = object()

@dataclass(slots=True, order=True)
class Record:
    priority: int
    ident: int = field(compare=False)
    payload: dict[str, Any] = field(compare=False, default_factory=dict)
    trail: list[str] = field(compare=False, default_factory=list, repr=False)

    def stamp(self, stage: str) -> Record:
        self.trail.append(stage)
        return self

class Stage:
    def __init__(self, name, fn, source, sink, *, workers=2):
        self.name, self.fn, self.source, self.sink = name, fn, source, sink
        self.workers, self.stats = workers, Counter()

    async def _work(self, n):
        try:
            while (item := await self.source.get()) is not STOP:
                try:
                    result = await self.fn(item)
                except (ValueError, KeyError) as error:
                    self.stats[type(error).__name__] += 1
                    print(f"  [{self.name}#{n}] dropped {item.ident}: {error!r}")
                else:
                    self.stats["ok"] += 1
                    if self.sink is not None:
                        await self.sink.put(result.stamp(self.name))
                finally:
                    self.source.task_done()
            self.source.task_done()
            await self.source.put(STOP)
        except asyncio.CancelledError:
            print(f"  [{self.name}#{n}] cancelled")
            raise

    async def run(self):
        async with asyncio.TaskGroup() as group:
            for n in range(self.workers):
                group.create_task(self._work(n), name=f"{self.name}-{n}")

async def extract(total, rng) -> AsyncIterator[Record]:
    for ident in range(total):
        await asyncio.sleep(rng.expovariate(20))
        yield Record(rng.randrange(3), ident, {"v": rng.choice([ident, "x", None])})

async def parse(record):
    await asyncio.sleep(0.05)
    value = record.payload["v"]
    if value is None:
        raise KeyError("v")
    return replace(record, payload={"n": int(value)})

async def load(out, record):
    await asyncio.sleep(0.02 * (record.priority + 1))
    out.append(record)
    return record

async def monitor(queues, every):
    with contextlib.suppress(asyncio.CancelledError):
        for tick in itertools.count(1):
            await asyncio.sleep(every)
            print(f"t={tick * every:.1f}", *(f"{name}:{q.qsize()}/{q.maxsize}" for name, q in queues.items()))
    print("monitor stopped")

async def main():
    rng = random.Random(42)
    raw, parsed = asyncio.Queue(maxsize=3), asyncio.Queue(maxsize=2)
    loaded: list[Record] = []
    stages = [Stage("parse", parse, raw, parsed), Stage("load", functools.partial(load, loaded), parsed, None, workers=1)]
    watcher = asyncio.create_task(monitor({"raw": raw, "parsed": parsed}, 0.3), name="monitor")
    runs = [asyncio.create_task(stage.run()) for stage in stages]
    start = time.perf_counter()
    async for record in extract(20, rng):
        await raw.put(record)
    await raw.put(STOP)
    await runs[0]
    await parsed.put(STOP)
    await runs[1]
    watcher.cancel()
    await watcher
    print(f"took {time.perf_counter() - start:.3f}s", watcher.cancelled(), watcher.done())
    for stage in stages:
        print(stage.name, dict(stage.stats), stage.stats.most_common(1))
    print(json.dumps([asdict(r) for r in sorted(loaded)[:3]], sort_keys=True, separators=(",", ":")))
    print(sorted(loaded)[-1], [r.ident for r in sorted(loaded, key=lambda r: (-r.priority, r.ident))])
    try:
        loaded[0].extra = 1
    except AttributeError as error:
        print(type(error).__name__, error)
    async with asyncio.timeout(1):
        await Stage("broken", lambda item: 1 / 0, raw, None).run()

if __name__ == "__main__":
    asyncio.run(main())
