"""concurrent.futures: Executor, Future and the two pools, all they do."""
import concurrent.futures
import threading
import time

Executor, Future = concurrent.futures.Executor, concurrent.futures.Future


class AtOnce(Executor):
    """An executor of one's own: what Executor gives it for submit alone."""

    def submit(self, function, /, *args, **kwargs):
        future = Future()
        print("submit", function.__name__, args, kwargs, future.set_running_or_notify_cancel(), future.running())
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


with AtOnce() as pool:
    print(list(pool.map(pow, [2, 3], [4, 5])), pool.submit(int, "7").result())
    pool.shutdown(wait=True, cancel_futures=False)
    print(repr(pool.submit(int, "x").exception()))
for method, arguments in (("submit", (print,)),):
    try:
        getattr(Executor(), method)(*arguments)
    except NotImplementedError as error:
        print("NotImplementedError", error)

future = Future()
print(future.cancelled(), future.running(), future.done())
future.add_done_callback(lambda f: print("told", f is future))
print(future.cancel(), future.cancelled(), future.set_running_or_notify_cancel())
for ask in (future.result, future.exception):
    try:
        ask()
    except concurrent.futures.CancelledError as error:
        print("cancelled", error.args)
future = Future()
print(future.set_running_or_notify_cancel(), future.cancel(), future.running())
try:
    future.result(timeout=0.01)
except TimeoutError as error:
    print(repr(error))
future.set_exception(KeyError("k"))
print(repr(future.exception(timeout=1)), future.done())
for again in (lambda: future.set_result(1), lambda: future.set_exception(ValueError())):
    try:
        again()
    except concurrent.futures.InvalidStateError as error:
        print(str(error).split(" at ")[0])
future.add_done_callback(lambda f: print("told at once"))

started = threading.Event()


def slow(n):
    started.set()
    time.sleep(0.05)
    return n


with concurrent.futures.ThreadPoolExecutor(max_workers=1, thread_name_prefix="one", initializer=print, initargs=("initialized",)) as pool:
    running = pool.submit(slow, 1)
    started.wait()
    waiting = pool.submit(slow, 2)
    print(running.running(), waiting.running(), waiting.cancel(), running.cancel())
    print([f.result() for f in concurrent.futures.as_completed([running])])
    done, not_done = concurrent.futures.wait([running, waiting], timeout=1, return_when=concurrent.futures.ALL_COMPLETED)
    print(len(done), len(not_done))
    print(list(pool.map(slow, [3, 4], timeout=5, chunksize=1)))
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
pool = concurrent.futures.ThreadPoolExecutor(1)
started.clear()
first, second = pool.submit(slow, 1), pool.submit(slow, 2)
started.wait()
pool.shutdown(wait=False, cancel_futures=True)
print(first.result(), second.cancelled())


def broken():
    raise ValueError("no start")


print(issubclass(concurrent.futures.thread.BrokenThreadPool, concurrent.futures.BrokenExecutor))
try:
    concurrent.futures.ThreadPoolExecutor(0)
except ValueError as error:
    print(error)
try:
    concurrent.futures.ThreadPoolExecutor(1, initializer=3)
except TypeError as error:
    print(error)
