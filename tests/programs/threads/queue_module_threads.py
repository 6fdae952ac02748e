"""queue.Queue between threads."""
import queue
import threading
import time

q = queue.Queue(maxsize=2)


def producer():
    for i in range(5):
        q.put(i)
    q.put(None)


def consumer():
    while (item := q.get()) is not None:
        print("got", item)
        time.sleep(0.01)
        q.task_done()
    q.task_done()


threads = [threading.Thread(target=f) for f in (producer, consumer)]
for t in threads:
    t.start()
for t in threads:
    t.join()
q.join()
try:
    q.get(timeout=0.05)
except queue.Empty as e:
    print(repr(e))
try:
    q.get_nowait()
except queue.Empty as e:
    print(repr(e), q.empty(), q.qsize())
p = queue.PriorityQueue()
for x in (3, 1, 2):
    p.put(x)
print([p.get() for _ in range(3)])
l = queue.LifoQueue()
for x in (3, 1, 2):
    l.put(x)
print([l.get() for _ in range(3)])
