"""threading.Thread: start, join, name, daemon, is_alive, subclass, errors."""
import threading
import time


def work(n):
    print("work", n, threading.current_thread().name)
    time.sleep(0.05 * n)
    print("done", n)


threads = [threading.Thread(target=work, args=(n,), name=f"T{n}") for n in (3, 1, 2)]
for t in threads:
    t.start()
    time.sleep(0.01)
print("started", [t.is_alive() for t in threads], threading.active_count())
for t in threads:
    t.join()
print("joined", [t.is_alive() for t in threads])


class Counter(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n = n
        self.total = 0

    def run(self):
        self.total = sum(range(self.n))


c = Counter(10)
c.start()
c.join()
print(c.total, c.daemon, c.name)
try:
    c.start()
except RuntimeError as e:
    print(e)
try:
    threading.Thread(target=work).join()
except RuntimeError as e:
    print(e)
print(threading.main_thread().name, threading.current_thread() is threading.main_thread())
t = threading.Thread(target=work, kwargs={"n": 1}, daemon=True)
print(t.daemon, t.ident, t)
t.start()
t.join(timeout=5)
print(str(t).split(" ")[0], str(t).split(" ")[1])
