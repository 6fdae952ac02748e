"""Locks, conditions, events and barriers between daemon threads, every wait with a limit: nobody waits for ever, whoever fails."""
import threading
import time

lock = threading.Lock()
total = 0


def start(target, *args):
    thread = threading.Thread(target=target, args=args, daemon=True)
    thread.start()
    return thread


def add(n):
    global total
    for _ in range(n):
        with lock:
            total += 1


for t in [start(add, 200) for _ in range(3)]:
    t.join(5)
print(total, lock.acquire(timeout=5), lock.acquire(timeout=0.05))
lock.release()
nested = threading.RLock()
with nested, nested:
    print("twice")
event = threading.Event()
t = start(lambda: print("waits", event.wait(5)))
time.sleep(0.05)
event.set()
t.join(5)
items = []
condition = threading.Condition()


def consume():
    with condition:
        if condition.wait_for(lambda: items, 5):
            print("consumed", items.pop())


t = start(consume)
time.sleep(0.05)
with condition:
    items.append("thing")
    condition.notify()
t.join(5)
places = threading.BoundedSemaphore(2)


def visit(n):
    if places.acquire(timeout=5):
        time.sleep(0.01 * n)
        print("visited", n)
        places.release()


for t in [start(visit, n) for n in range(1, 5)]:
    t.join(5)
barrier = threading.Barrier(2, timeout=5)
t = start(barrier.wait)
print("place", barrier.wait() in (0, 1))
t.join(5)
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError as error:
    print(repr(error), barrier.broken)
local = threading.local()
local.x = 1
start(lambda: print(hasattr(local, "x"))).join(5)
timer = threading.Timer(0.05, print, args=("timer",))
timer.daemon = True
timer.start()
timer.join(5)
