"""What waits for other threads: joins of queues, barriers, notify_all, executors that are shut down, and the names of what is told."""
import concurrent.futures
import contextlib
import os
import queue
import threading
import time

begin = time.monotonic()


def at():
    return round(time.monotonic() - begin, 1)


def consumer(waiting):
    while (item := waiting.get()) is not None:
        time.sleep(0.1)
        waiting.task_done()
    waiting.task_done()


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    waiting = kind()
    waiting.put(1)
    thread = threading.Thread(target=consumer, args=(waiting,))
    thread.start()
    waiting.put(2)
    waiting.join()
    print(kind.__name__, "joined at", at(), waiting.unfinished_tasks)
    waiting.put(None)
    thread.join()

barrier = threading.Barrier(3, action=lambda: print("action"))
arrived = []


def meets(n):
    try:
        arrived.append(barrier.wait() >= 0)
    except threading.BrokenBarrierError:
        arrived.append("broken")


threads = [threading.Thread(target=meets, args=(n,)) for n in range(2)]
for thread in threads:
    thread.start()
time.sleep(0.1)
print(barrier.parties, barrier.n_waiting, barrier.broken)
barrier.wait()
for thread in threads:
    thread.join()
print(arrived, barrier.n_waiting)
thread = threading.Thread(target=meets, args=(3,))
thread.start()
time.sleep(0.1)
barrier.reset()
thread.join()
print(arrived[-1], barrier.broken, barrier.n_waiting)

condition = threading.Condition()
woken = []


def waits(n):
    with condition:
        condition.wait()
        woken.append(n)


threads = [threading.Thread(target=waits, args=(n,), name=f"waits-{n}") for n in range(3)]
for thread in threads:
    thread.start()
time.sleep(0.1)
print(sorted(thread.name for thread in threading.enumerate()))
with condition:
    condition.notify_all()
for thread in threads:
    thread.join()
print(sorted(woken), [thread.name for thread in threading.enumerate()])

event = threading.Event()
event.set()
event.clear()
print(event.is_set(), event.wait(0.01))

ended = []
pool = concurrent.futures.ThreadPoolExecutor(2)
pool.submit(lambda: (time.sleep(0.1), ended.append("pool")))
pool.shutdown()
print(ended)
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
with concurrent.futures.ThreadPoolExecutor(3) as pool:
    def sleeps(seconds, fails=False):
        time.sleep(seconds)
        return 1 / 0 if fails else seconds

    def ask(return_when, *arguments):
        tasks = [pool.submit(sleeps, *each) for each in arguments]
        done, rest = concurrent.futures.wait(tasks, return_when=return_when)
        print(return_when, len(done), len(rest))

    ask(concurrent.futures.FIRST_COMPLETED, (0.1,), (0.3,), (0.5,))
    time.sleep(0.6)
    ask(concurrent.futures.FIRST_EXCEPTION, (0.1,), (0.2, True), (0.5,))
    time.sleep(0.6)
    ask(concurrent.futures.ALL_COMPLETED, (0.1,), (0.2, True), (0.3,))
    try:
        concurrent.futures.wait([pool.submit(sleeps, 0.1)], return_when=None)
    except ValueError as error:
        print(error)


class Counts(concurrent.futures.Executor):
    """What leaving the block calls."""

    def shutdown(self, wait=True, *, cancel_futures=False):
        print("shutdown", wait, cancel_futures, super().shutdown(wait=wait))


with Counts():
    pass

kept = threading.excepthook
told = []
threading.excepthook = lambda args: (told.append(args.exc_type.__name__), args.exc_value and None)
thread = threading.Thread(target=lambda: 1 / 0)
thread.start()
thread.join()
threading.excepthook = kept
print(told, threading.excepthook is threading.__excepthook__)

here = os.getcwd()
with contextlib.chdir("/"):
    print(os.getcwd())
print(os.getcwd() == here)
