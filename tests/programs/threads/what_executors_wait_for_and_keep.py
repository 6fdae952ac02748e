import threading, time, weakref
from concurrent.futures import *
import contextlib

def slow(n):
    time.sleep(n)
    return n

# wait() and as_completed() see what was cancelled when a worker has seen it.
with ThreadPoolExecutor(max_workers=1) as pool:
    first = pool.submit(slow, 1)
    second = pool.submit(slow, 2)
    print(second.cancel(), second.done(), second.cancelled())
    done, not_done = wait([second], timeout=0.5)
    print(len(done), len(not_done))
    start = time.monotonic()
    done, not_done = wait([second])
    print(len(done), len(not_done), round(time.monotonic() - start, 1))

# What map() has not given when its time is over or it is closed is cancelled.
stop = threading.Event()
log = []
def note_and_wait(name):
    log.append(name)
    stop.wait()
with ThreadPoolExecutor(max_workers=1) as pool:
    future = pool.submit(note_and_wait, 'first')
    with contextlib.closing(pool.map(note_and_wait, ['second', 'third'], timeout=0)) as results:
        try:
            next(results)
        except TimeoutError:
            print('too late')
    stop.set()
    future.result()
print(log)

# Results and futures that were given are not kept.
class Thing:
    pass
with ThreadPoolExecutor(max_workers=2) as pool:
    for thing in pool.map(lambda _: Thing(), range(3)):
        reference = weakref.ref(thing)
        del thing
        print(reference() is None)
    futures = [pool.submit(slow, n / 10) for n in (3, 1, 4)]
    for future in as_completed(futures):
        futures.remove(future)
        reference = weakref.ref(future)
        print(future.result())
        del future
        print(reference() is None)

# The first error is enough for FIRST_EXCEPTION.
def fail():
    time.sleep(0.2)
    1 / 0
with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(slow, 0.1), pool.submit(fail), pool.submit(slow, 1), pool.submit(slow, 0.5)]
    done, not_done = wait(futures, return_when=FIRST_EXCEPTION)
    print(len(done), len(not_done), [f.done() for f in futures])
    done, not_done = wait(futures, return_when=FIRST_COMPLETED)
    print(len(done), len(not_done))
    done, not_done = wait(not_done, timeout=0.1)
    print(len(done), len(not_done))
    try:
        for f in as_completed(futures, timeout=0.05):
            print(f.done())
    except TimeoutError as error:
        print(error)
    print(pool._work_queue.qsize())
try:
    wait(futures[:1], return_when='SOME')
    wait([Future()], return_when='SOME')
except ValueError as error:
    print(error)
