"""Rate limits: token bucket, sliding window, adaptive semaphore; a crawler that obeys them."""
import asyncio
import contextlib
import functools
import itertools
import logging
import random
import statistics
import sys
import time
from collections import deque
from urllib.parse import urljoin, urlsplit, parse_qs, urlencode, quote

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="{levelname[0]} {relativeCreated:>0.0f} {name} {taskName} {message}".replace("{relativeCreated:>0.0f} ", ""), style="{")
log = logging.getLogger("crawl")
logging.getLogger("asyncio").setLevel(logging.WARNING)


class TokenBucket:
    def __init__(self, rate, capacity):
        self.rate, self.capacity = rate, capacity
        self.tokens = capacity
        self.updated = None
        self.lock = asyncio.Lock()

    async def acquire(self, n=1):
        async with self.lock:
            loop = asyncio.get_running_loop()
            now = loop.time()
            if self.updated is not None:
                self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
            self.updated = now
            if self.tokens < n:
                await asyncio.sleep((n - self.tokens) / self.rate)
                self.updated = loop.time()
                self.tokens = 0
            else:
                self.tokens -= n

    async def __aenter__(self):
        await self.acquire()
        return self

    async def __aexit__(self, *exc):
        return False


class SlidingWindow:
    def __init__(self, limit, period):
        self.limit, self.period, self.calls = limit, period, deque(maxlen=limit)

    def __call__(self, func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            now = time.monotonic()
            if len(self.calls) == self.limit and (wait := self.calls[0] + self.period - now) > 0:
                log.debug("window full, wait %.2f", wait)
                await asyncio.sleep(wait)
            self.calls.append(time.monotonic())
            return await func(*args, **kwargs)
        wrapper.window = self
        return wrapper


class AdaptiveSemaphore(asyncio.BoundedSemaphore):
    async def grow(self, n):
        self._bound_value += n
        for _ in range(n):
            self.release()


PAGES = {"/": ["/a", "/b?x=1&x=2", "c/d", "http://other.org/"], "/a": ["/", "/b?x=1&x=2"], "/b?x=1&x=2": ["/c/d", "#top"], "/c/d": ["../a", "e", "?q=ä ö"], "/c/e": ["/missing"]}


@SlidingWindow(3, 1.0)
async def get(url):
    """Fetch one page."""
    await asyncio.sleep(0.1 + len(url) % 7 / 10)
    parts = urlsplit(url)
    path = parts.path + ("?" + parts.query if parts.query else "")
    if parts.hostname != "site.test":
        raise PermissionError(13, "foreign host", parts.hostname)
    try:
        return [urljoin(url, link) for link in PAGES[path]]
    except KeyError:
        raise FileNotFoundError(f"404 {path}") from None


async def worker(name, queue, seen, bucket, sem, found):
    while True:
        url, depth = await queue.get()
        try:
            async with bucket, sem:
                async with asyncio.timeout(0.65):
                    links = await get(url)
        except TimeoutError:
            log.warning("slow %s", url)
            found[url] = "slow"
        except OSError as error:
            log.error("%s: %s", type(error).__name__, error, exc_info=False)
            found[url] = type(error).__name__
        else:
            found[url] = len(links)
            for link in links:
                link = link.partition("#")[0]
                if link not in seen and depth:
                    seen.add(link)
                    queue.put_nowait((link, depth - 1))
        finally:
            queue.task_done()


async def main():
    queue, found = asyncio.Queue(), {}
    start = "http://site.test/"
    seen = {start}
    await queue.put((start, 3))
    bucket, sem = TokenBucket(4, 2), AdaptiveSemaphore(1)
    loop = asyncio.get_running_loop()
    t0 = loop.time()
    workers = [asyncio.create_task(worker(i, queue, seen, bucket, sem, found), name=f"w{i}") for i in range(3)]
    await asyncio.sleep(1)
    await sem.grow(2)
    try:
        sem.release(); sem.release(); sem.release(); sem.release()
    except ValueError as error:
        log.info("%s %r", error, sem._bound_value)
    await queue.join()
    for w in workers:
        w.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    print(f"{loop.time() - t0:.2f} s", queue.qsize(), repr(get.__name__), get.__doc__, len(get.window.calls))
    for url, what in sorted(found.items(), key=lambda pair: (str(pair[1]), pair[0])):
        print(f"{what!s:>20}  {url}")

    bucket = TokenBucket(10, 3)
    times = []

    async def hit(i):
        async with bucket:
            times.append(round(loop.time() - t1, 3))
    t1 = loop.time()
    async with asyncio.TaskGroup() as tg:
        for i in range(8):
            tg.create_task(hit(i))
    print(times, statistics.fmean(times), f"{statistics.stdev(times):.4f}", statistics.quantiles(times, n=4))
    print(urlencode({"q": "a b&c", "l": [1, 2]}, doseq=True), parse_qs("x=1&x=2&y=&z", keep_blank_values=True), quote("ä/ ö", safe=""))
    bad = AdaptiveSemaphore(1)
    with contextlib.suppress(ValueError):
        bad.release()
        print("never")
    print(bad.locked(), bad)
    await bad.acquire()
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(bad.acquire(), 0.5)
    print(bad, bad.locked())

asyncio.run(main())
