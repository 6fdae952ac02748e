"""ProcessPoolExecutor: children that run the main module anew, copies of what goes between, errors, a broken pool."""
import asyncio, time, threading, sys
from concurrent.futures import ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pickle import PicklingError
counter = 0
class Box:
    def __init__(self, v): self.v = v
class Odd(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
def square(n):
    global counter
    counter += 1
    time.sleep(0.1)
    return n * n, counter
def change(box, items):
    box.v += 1
    items.append(4)
    return box
def bad(n): raise ValueError(n)
def odd(): raise Odd(1, 2)
def unpicklable(): return lambda: 1
def who(): return threading.current_thread().name, __name__, threading.current_thread() is threading.main_thread()
def setup(x):
    global counter
    counter = x
async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, square, n) for n in range(4)]))
        box, items = Box(1), [1]
        got = await loop.run_in_executor(pool, change, box, items)
        print(got.v, box.v, items, got is box, type(got) is Box)
        print(counter)
        for f, *a in ((bad, 3), (unpicklable,), (lambda: 1,)):
            try: print(await loop.run_in_executor(pool, f, *a))
            except ValueError as e: print(type(e).__name__, e, type(e.__cause__).__name__)
            except (AttributeError, PicklingError) as e: print("cannot be pickled", "<lambda>" in str(e), type(e.__cause__).__name__)
        print(pool.submit(who).result())
        print(list(pool.map(pow, [2,3,4], [5,6,7], chunksize=2)))
        print(sorted(f.result() for f in as_completed([pool.submit(abs, -n) for n in range(5)])))
    pool.shutdown(wait=True, cancel_futures=True)
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=setup, initargs=(100,)) as pool:
        print(pool.submit(square, 3).result())
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        try: pool.submit(odd).result()
        except BrokenProcessPool as e: print(e, type(e.__cause__).__name__)
        try: pool.submit(abs, 1)
        except BrokenProcessPool as e: print(e)
    try: pool.submit(abs, 1)
    except RuntimeError as e: print(type(e).__name__, e)
print("top level", __name__)
if __name__ == "__main__":
    asyncio.run(main())
