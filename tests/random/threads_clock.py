"""Run a program with threads on this machine's CPython, on a virtual clock that all its threads share.

Time goes on when every thread sleeps, waits for another one, or ended: when the kernel says several times in a row that none of
the others runs, and nobody came to sleep or left it meanwhile. The loop is the selector event loop, its waiting is one of the sleeps. Programs whose threads act at different times print the same every time.

Usage: python3 threads_clock.py PROGRAM.py
"""

import asyncio
import itertools
import linecache
import os
import random
import selectors
import sys
import threading
import time
import traceback

really_sleep = time.sleep
LOOKS = 4  # how often nobody may run in a row before time goes on
sys.setswitchinterval(10)  # who waits for the interpreter's lock would look as if it slept


class Clock:
    def __init__(self):
        self.now = 0.0
        self.lock = threading.Lock()
        self.order = itertools.count()
        self.sleeping = []
        self.threads = set()
        self.changes = 0

    def park(self, until, is_ready=lambda: False):
        """Returns when it is `until`, or earlier when is_ready() says so."""
        place, thread = (until, next(self.order)), str(threading.get_native_id())
        with self.lock:
            self.sleeping.append(place)
            self.threads.add(thread)
            self.changes += 1
        looks, seen = 0, None
        while True:
            ready = is_ready()
            with self.lock:
                quiet = self.changes == seen and not self.others_run()
                looks, seen = looks + 1 if quiet else 0, self.changes
                if ready or looks > LOOKS and min(self.sleeping) == place:
                    self.sleeping.remove(place)
                    self.threads.remove(thread)
                    self.changes += 1
                    if not ready:
                        if until == float("inf"):
                            raise RuntimeError("nothing ready and no timer set")
                        self.now = max(self.now, until)
                    return
            really_sleep(0.0002)

    def others_run(self):
        for thread in os.listdir("/proc/self/task"):
            if thread not in self.threads:
                try:
                    with open(f"/proc/self/task/{thread}/stat") as file:
                        if file.read().rpartition(")")[2].split()[0] == "R":
                            return True
                except OSError:
                    return True
        return False

    def sleep(self, seconds):
        if seconds > 0:
            self.park(self.now + seconds)


clock = Clock()


class Selector(selectors.EpollSelector):
    def select(self, timeout=None):
        if timeout is None or timeout > 0:
            clock.park(float("inf") if timeout is None else clock.now + timeout, lambda: super(Selector, self).select(0))
        return super().select(0)


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__(Selector())
        self._clock_resolution = 1e-9

    def time(self):
        return clock.now


def timed_wait(condition, timeout=None):
    """Condition.wait with a timeout, which Timer and others use."""
    if timeout is None:
        return waits(condition)
    waiter = threading._allocate_lock()
    waiter.acquire()
    condition._waiters.append(waiter)
    saved = condition._release_save()
    got = []
    try:
        clock.park(clock.now + max(timeout, 0), lambda: got or waiter.acquire(False) and got.append(True) is None)
    finally:
        condition._acquire_restore(saved)
        if not got:
            try:
                condition._waiters.remove(waiter)
            except ValueError:
                pass
    return bool(got)


waits = threading.Condition.wait


def main(path):
    time.sleep = clock.sleep
    time.monotonic = time.perf_counter = lambda: clock.now
    threading.Condition.wait = timed_wait
    asyncio.new_event_loop = asyncio.events.new_event_loop = asyncio.runners.events.new_event_loop = Loop
    os.process_cpu_count = lambda: 4
    random.seed(0)
    with open(path, encoding="utf-8") as file:
        source = file.read()
    name = os.path.basename(path)
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)  # for tracebacks: it is in no folder that they look in
    status = 0
    try:
        exec(compile(source, name, "exec"), {"__name__": "__main__", "__file__": name, "__builtins__": __builtins__})
    except BaseException as error:
        traceback.print_exception(type(error), error, error.__traceback__.tb_next)
        status = 1
    threading._shutdown()  # as the interpreter ends: pools that nobody shut down let their workers go
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


main(sys.argv[1])
