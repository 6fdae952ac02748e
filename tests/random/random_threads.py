"""Write a random asyncio program with threads in it.

Usage: python3 random_threads.py SEED [SIZE] > program.py

Threads run at once in CPython: two that act at the same moment act in any order. So every thread sleeps before it does
something that can be seen, for a time that no other one sleeps.
"""

import sys

from random_program import HEADER as ORDER_HEADER
from random_program import Writer as OrderWriter

HEADER = ORDER_HEADER + '''
import concurrent.futures
import contextvars
import itertools
import queue
import threading
import time

count = itertools.count(1)

def own(seconds):
    return seconds + next(count) * 0.00137

var = contextvars.ContextVar("var", default="unset")

def tell(*words):
    print(f"{time.monotonic():.3f}", "thread", *words, threading.current_thread() is threading.main_thread())

def seen(seconds):
    time.sleep(seconds)
    return var.get()

def job(seconds, value, error=None):
    time.sleep(seconds)
    tell("job", value, var.get())
    if error is not None:
        raise error
    return value
'''


class Writer(OrderWriter):
    header = HEADER

    def lines_of(self, depth, text):
        for line in text.strip("\n").split("\n"):
            self.emit(depth, line)

    def own(self):
        """A delay that is nobody else's."""
        return f"own({self.rng.choice([0, 0, 0.1, 0.2, 0.4]) + self.rng.randrange(1000, 99999) / 1e6:.6f})"

    def job(self):
        error = self.rng.choice(["", "", "", ", Boom('in a thread')", ", ValueError(1)"])
        return f"job, {self.own()}, {self.rng.randrange(100)}{error}"

    def t_to_thread(self, depth, index):
        name = self.fresh("value")
        self.emit(depth, f"{name} = await asyncio.to_thread({self.job()})")
        self.outcome(depth, name)

    def t_gathered(self, depth, index):
        name = self.fresh("values")
        calls = ", ".join(f"asyncio.to_thread({self.job()})" for _ in range(self.rng.randrange(1, 4)))
        self.emit(depth, f"{name} = await asyncio.gather({calls}, {self.call(index)}, return_exceptions=True)")
        self.outcome(depth, name)

    def t_timeout(self, depth, index):
        name = self.fresh("value")
        self.emit(depth, f"{name} = await asyncio.wait_for(asyncio.to_thread({self.job()}), {self.own()})")
        self.outcome(depth, name)

    def t_cancelled(self, depth, index):
        name = self.fresh("task")
        self.lines_of(depth, f"""
{name} = asyncio.create_task(asyncio.to_thread({self.job()}), name='{name}')
await asyncio.sleep({self.own()})
log("cancel", {name}.cancel())
log(await asyncio.gather({name}, return_exceptions=True))""")

    def t_pool(self, depth, index):
        pool, futures = self.fresh("pool"), self.fresh("futures")
        jobs = ", ".join(f"asyncio.get_running_loop().run_in_executor({pool}, {self.job()})" for _ in range(self.rng.randrange(1, 4)))
        self.lines_of(depth, f"""
with concurrent.futures.ThreadPoolExecutor({self.rng.randrange(1, 3)}) as {pool}:
    {futures} = [{jobs}]
    for done in asyncio.as_completed({futures}):
        try:
            log("pool", await done)
        except (Boom, ValueError) as error:
            log("pool", repr(error))""")

    def t_wrapped(self, depth, index):
        pool, future = self.fresh("pool"), self.fresh("future")
        self.lines_of(depth, f"""
{pool} = concurrent.futures.ThreadPoolExecutor(1)
{future} = {pool}.submit({self.job()})
log(await asyncio.gather(asyncio.wrap_future({future}), return_exceptions=True))
{pool}.shutdown()""")

    def t_thread_sets(self, depth, index):
        event = self.fresh("event")
        self.lines_of(depth, f"""
{event} = asyncio.Event()
def {event}_thread(loop, delay={self.own()}):
    time.sleep(delay)
    tell("sets")
    loop.call_soon_threadsafe({event}.set)
threading.Thread(target={event}_thread, args=(asyncio.get_running_loop(),), daemon={self.rng.choice(["True", "False"])}).start()
log("event", await asyncio.gather({event}.wait(), {self.call(index)}, return_exceptions=True))""")

    def t_timer(self, depth, index):
        future = self.fresh("future")
        self.lines_of(depth, f"""
{future} = asyncio.get_running_loop().create_future()
{future}_timer = threading.Timer({self.own()}, asyncio.get_running_loop().call_soon_threadsafe, (lambda: {future}.done() or {future}.set_result("timer"),))
{future}_timer.start()
log(await {future})""")

    def t_coroutine_from_thread(self, depth, index):
        name = self.fresh("asks")
        self.lines_of(depth, f"""
def {name}(loop, before={self.own()}, after={self.own()}):
    time.sleep(before)
    future = asyncio.run_coroutine_threadsafe({self.call(index)}, loop)
    try:
        answer = future.result()
    except (Boom, ValueError, RuntimeError, TimeoutError, concurrent.futures.CancelledError) as error:
        answer = type(error).__name__
    time.sleep(after)
    tell("answer", answer)
log(await asyncio.to_thread({name}, asyncio.get_running_loop()))""")

    def t_lock(self, depth, index):
        lock, inner = self.fresh("lock"), self.fresh("holder")
        make = self.rng.choice(["Lock", "RLock", "Semaphore", "Condition"])
        self.lines_of(depth, f"""
{lock} = threading.{make}()
def {inner}(before, inside):
    time.sleep(before)
    with {lock}:
        time.sleep(inside)
        tell("holds", inside)
await asyncio.gather(*(asyncio.to_thread({inner}, before, inside) for before, inside in [({self.own()}, {self.own()}), ({self.own()}, {self.own()})]))""")

    def t_queue(self, depth, index):
        items, put = self.fresh("items"), self.fresh("put")
        self.lines_of(depth, f"""
{items} = queue.Queue({self.rng.randrange(0, 2)})
def {put}(delays=({self.own()}, {self.own()}, {self.own()})):
    for item in range(3):
        time.sleep(delays[item])
        tell("puts", item)
        {items}.put(item)
threading.Thread(target={put}).start()
for _ in range(3):
    log("got", await asyncio.to_thread({items}.get))
    {self.rng.choice(["pass", f"await asyncio.sleep({self.own()})"])}""")

    def t_context(self, depth, index):
        self.lines_of(depth, f"""
var.set({self.rng.randrange(100)})
log("context", await asyncio.to_thread(seen, {self.own()}), await asyncio.get_running_loop().run_in_executor(None, seen, {self.own()}))""")

    def t_blocks(self, depth, index):
        """The loop's own thread sleeps: timers and other threads go on, tasks do not."""
        self.lines_of(depth, f"""
time.sleep({self.own()})
log("blocked")""")

    def t_own_loop(self, depth, index):
        name = self.fresh("other")
        self.lines_of(depth, f"""
async def {name}(n, delay={self.own()}):
    await asyncio.sleep(delay)
    tell("in another loop", n)
    return n
log("other loop", await asyncio.to_thread(asyncio.run, {name}({self.rng.randrange(100)})))""")

    def block(self, depth, index, length):
        kinds = [kind for kind in dir(self) if kind.startswith("t_")] + ["s_log", "s_sleep", "s_await", "s_task", "s_gather", "s_group", "s_event"]
        for _ in range(length):
            write = getattr(self, self.rng.choice(kinds))
            if self.rng.random() < 0.4:
                self.guarded(depth, lambda inner: write(inner, index))
            else:
                write(depth, index)


if __name__ == "__main__":
    seed = int(sys.argv[1])
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    sys.stdout.write(Writer(seed, size).program())
