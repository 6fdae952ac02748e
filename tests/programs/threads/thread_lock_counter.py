"""Lock, RLock, Condition, Event, Semaphore, Barrier, local between threads."""
import threading
import time

lock = threading.Lock()
total = 0


def add(n):
    global total
    for _ in range(n):
        with lock:
            total += 1


threads = [threading.Thread(target=add, args=(1000,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total, lock.locked(), lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.05))
lock.release()
try:
    lock.release()
except RuntimeError as e:
    print(e)
r = threading.RLock()
with r:
    with r:
        print("twice")
event = threading.Event()


def waits():
    print("waits", event.wait())


t = threading.Thread(target=waits)
t.start()
time.sleep(0.05)
event.set()
t.join()
print(event.is_set(), threading.Event().wait(0.01))
local = threading.local()
local.x = 1


def other():
    print(hasattr(local, "x"))
    local.x = 2


t = threading.Thread(target=other)
t.start()
t.join()
print(local.x)
timer = threading.Timer(0.05, print, args=("timer",))
timer.start()
timer.join()
items = []
condition = threading.Condition()


def consume():
    with condition:
        condition.wait_for(lambda: items)
        print("consumed", items.pop())


t = threading.Thread(target=consume)
t.start()
time.sleep(0.02)
with condition:
    items.append("thing")
    condition.notify()
t.join()
barrier = threading.Barrier(2)
t = threading.Thread(target=barrier.wait)
t.start()
barrier.wait()
t.join()
print("barrier passed")
