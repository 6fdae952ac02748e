"""Retry with jitter, circuit breaker, token and leaky buckets, bulkhead, debounce and throttle: decorators with state."""
import asyncio, enum, functools, inspect, logging, random, sys
from collections import deque
from typing import ParamSpec, TypeVar, Callable, Awaitable

P, R = ParamSpec("P"), TypeVar("R")
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)-7s %(name)s:%(funcName)s:%(lineno)d %(message)s")
log = logging.getLogger("resilience")
logging.getLogger("asyncio").setLevel(logging.WARNING)

def retry(*exceptions: type[BaseException], tries: int = 3, base: float = 0.1, jitter: Callable[[], float] = lambda: 0.0):
    def decorate(fn: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        if not inspect.iscoroutinefunction(fn):
            raise TypeError(f"{fn.__qualname__} is not a coroutine function")
        @functools.wraps(fn)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            errors = []
            for attempt in range(1, tries + 1):
                try:
                    return await fn(*args, **kwargs)
                except exceptions as error:
                    error.add_note(f"attempt {attempt} of {tries}")
                    errors.append(error)
                    delay = base * 2 ** (attempt - 1) + jitter()
                    log.warning("%s failed (%s), sleeping %.3f", fn.__name__, error, delay)
                    await asyncio.sleep(delay)
            raise ExceptionGroup(f"{fn.__name__} gave up", errors)
        wrapper.tries = tries
        return wrapper
    return decorate

class State(enum.Enum):
    CLOSED = enum.auto(); OPEN = enum.auto(); HALF = enum.auto()

class BreakerOpen(RuntimeError):
    def __init__(self, name, left):
        super().__init__(name, left)
    def __str__(self):
        return "{} is open for {:.2f}s".format(*self.args)

class Breaker:
    def __init__(self, limit=2, cool=1.0):
        self.limit, self.cool, self.failures, self.state, self.opened = limit, cool, 0, State.CLOSED, None
    def __call__(self, fn):
        @functools.wraps(fn)
        async def guarded(*a, **k):
            now = asyncio.get_running_loop().time()
            if self.state is State.OPEN:
                if (left := self.opened + self.cool - now) > 0:
                    raise BreakerOpen(fn.__name__, left)
                self.state = State.HALF
            try:
                result = await fn(*a, **k)
            except Exception:
                self.failures += 1
                if self.state is State.HALF or self.failures >= self.limit:
                    self.state, self.opened = State.OPEN, now
                raise
            self.failures, self.state = 0, State.CLOSED
            return result
        guarded.breaker = self
        return guarded

class TokenBucket:
    def __init__(self, rate, capacity):
        self.rate, self.capacity, self.tokens, self.last = rate, capacity, capacity, 0.0
        self.lock = asyncio.Lock()
    async def take(self, n=1):
        async with self.lock:
            loop = asyncio.get_running_loop()
            while True:
                now = loop.time()
                self.tokens = min(self.capacity, self.tokens + (now - self.last) * self.rate)
                self.last = now
                if self.tokens >= n:
                    self.tokens -= n
                    return round(now, 3)
                await asyncio.sleep((n - self.tokens) / self.rate)
    __aenter__ = take
    async def __aexit__(self, *exc):
        return False

class LeakyBucket:
    def __init__(self, size, every):
        self.queue, self.size, self.every, self.dropped = deque(), size, every, 0
        self.task = asyncio.create_task(self._leak(), name="leak")
    def submit(self, fn, *args):
        if len(self.queue) >= self.size:
            self.dropped += 1
            return None
        fut = asyncio.get_running_loop().create_future()
        self.queue.append((fut, fn, args))
        return fut
    async def _leak(self):
        while True:
            await asyncio.sleep(self.every)
            if self.queue:
                fut, fn, args = self.queue.popleft()
                try: fut.set_result(fn(*args))
                except Exception as e: fut.set_exception(e)

def debounce(wait):
    def deco(fn):
        handle = None
        @functools.wraps(fn)
        def call(*args, **kwargs):
            nonlocal handle
            if handle: handle.cancel()
            handle = asyncio.get_running_loop().call_later(wait, functools.partial(fn, *args, **kwargs))
            return handle
        return call
    return deco

def throttle(interval):
    def deco(fn):
        last = float("-inf")
        def call(*args):
            nonlocal last
            now = asyncio.get_running_loop().time()
            if now - last >= interval:
                last = now
                return fn(*args)
        return functools.update_wrapper(call, fn)
    return deco

rng = random.Random("seed")
calls = 0
@retry(ConnectionError, TimeoutError, tries=4, jitter=lambda: rng.uniform(0, 0.05))
async def flaky(ok_after: int, /, *, kind=ConnectionError) -> str:
    "Fails some times."
    global calls
    calls += 1
    if calls < ok_after:
        raise kind(f"no answer #{calls}")
    return f"answer after {calls}"

@Breaker(cool=0.5)
async def service(fail):
    await asyncio.sleep(0.01)
    if fail: raise OSError(5, "backend down")
    return "fine"

async def main():
    global calls
    print(flaky.__name__, flaky.__doc__, flaky.tries, inspect.signature(flaky), flaky.__wrapped__.__kwdefaults__)
    print(await flaky(3)); calls = 0
    try: await flaky(99, kind=TimeoutError)
    except* TimeoutError as group:
        print(repr(group), [e.__notes__ for e in group.exceptions])
    try: retry(ValueError)(print)
    except TypeError as e: print(e)
    for fail, pause in [(1, 0), (1, 0), (0, 0.6), (0, 0), (1, 0), (1, 0), (0, 0)]:
        try: print(await service(fail), end=" ")
        except Exception as e: print(type(e).__name__, e, end=" ")
        print(service.breaker.state, service.breaker.failures); await asyncio.sleep(pause)
    bucket = TokenBucket(4, 2)
    print(await asyncio.gather(*(bucket.take() for _ in range(6)), bucket.take(2)))
    async with bucket as when: print("inside at", when, f"{bucket.tokens:.2f}")
    leaky = LeakyBucket(3, 0.2)
    futs = [leaky.submit(divmod, 7, n) for n in (2, 0, 3, 5, 6)]
    print([f and await asyncio.wait([f]) and f.exception() or f and f.result() for f in futs], leaky.dropped)
    leaky.task.cancel()
    @debounce(0.1)
    def save(text, *, final=False): print("saved", text, final, round(asyncio.get_running_loop().time() % 1, 2) >= 0)
    @throttle(0.25)
    def progress(n): "progress"; print("progress", n, end="; ")
    for n in range(8):
        handle = save(f"draft{n}", final=n == 7); progress(n); await asyncio.sleep(0.08)
    print(handle.cancelled(), progress.__doc__, await asyncio.sleep(0.2, "end"))
    await service(1)
asyncio.run(main())
