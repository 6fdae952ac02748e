"""concurrent.futures: submit, result, exception, callbacks, wait, as_completed, cancel, timeout."""
import concurrent.futures as cf
import time


def work(n):
    time.sleep(n / 10)
    if n == 2:
        raise ValueError("two")
    return n


def told(f):
    print("callback", f.done())


with cf.ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
    f = pool.submit(work, 1)
    print(f.done(), f.running(), f.cancelled())
    f.add_done_callback(told)
    f.result()
    time.sleep(0.05)
    print(f.result(), f.exception())
    f.add_done_callback(told)
    g = pool.submit(work, 2)
    print(repr(g.exception()))
    try:
        g.result()
    except ValueError as e:
        print("raised", e)
    h = pool.submit(work, 5)
    try:
        h.result(timeout=0.1)
    except TimeoutError as e:
        print("timeout", repr(e), cf.TimeoutError is TimeoutError)
    print(h.cancel(), h.result())
    fs = [pool.submit(work, n) for n in (3, 1)]
    print([f.result() for f in cf.as_completed(fs)])
    done, pending = cf.wait([pool.submit(work, n) for n in (1, 4)], return_when=cf.FIRST_COMPLETED)
    print(len(done), len(pending))
    try:
        print(list(pool.map(work, [1, 2, 3])))
    except ValueError as e:
        print("map", e)
with cf.ThreadPoolExecutor(1) as pool:
    first = pool.submit(work, 3)
    queued = pool.submit(work, 1)
    print(queued.cancel(), queued.cancelled())
    try:
        queued.result()
    except cf.CancelledError as e:
        print(repr(e))
    print(first.result())
try:
    cf.ThreadPoolExecutor(0)
except ValueError as e:
    print(e)
