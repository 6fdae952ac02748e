"""What C code collects from waiting code: the other threads go on meanwhile."""
import threading, time, queue
from concurrent.futures import ThreadPoolExecutor
def work(n):
    time.sleep(0.05 * n)
    return n * n
with ThreadPoolExecutor(3) as ex:
    print(list(ex.map(work, range(5))), sum(ex.map(work, range(3))), max(ex.map(work, [1, 3, 2])), sorted(ex.map(work, [3, 1])), [*ex.map(work, [1, 2])], set(ex.map(work, [2])), tuple(ex.map(work, [1])), any(ex.map(work, [0, 1, 5])))
    print(*ex.map(work, [2, 1]))
    a, b = ex.map(work, [2, 3])
    print(a, b, dict(zip("ab", ex.map(work, [1, 2]))))
    fs = [ex.submit(work, n) for n in (3, 1, 2)]
    print(sorted(fs, key=lambda f: f.result())[0].result())
class Slow:
    def __repr__(self):
        time.sleep(0.1)
        return "Slow"
    def __eq__(self, o):
        time.sleep(0.1); return True
    def __hash__(self): return 1
log = []
def ticker():
    for i in range(6):
        log.append(i)
        time.sleep(0.03)
t = threading.Thread(target=ticker); t.start()
print([Slow(), Slow()], log)
t.join()
print({Slow(): 1}[Slow()])
q = queue.Queue()
def producer():
    for i in range(3):
        time.sleep(0.02)
        q.put(i)
    q.put(None)
threading.Thread(target=producer).start()
print(list(iter(q.get, None)))
class Waiting:
    def __init__(self, q): self.q = q
    def __iter__(self): return self
    def __next__(self):
        x = self.q.get()
        if x is None: raise StopIteration
        return x
threading.Thread(target=producer).start()
for x in Waiting(q): print(x, end=" ")
threading.Thread(target=producer).start()
print(list(map(lambda x: x + 1, Waiting(q))))
threading.Thread(target=producer).start()
print(list(filter(lambda x: time.sleep(0.01) or x, Waiting(q))))
threading.Thread(target=producer).start()
print([(i, x) for i, x in enumerate(Waiting(q))])
threading.Thread(target=producer).start()
print(list(zip("abcd", Waiting(q))))
# both threads wait nested
e1, e2 = threading.Event(), threading.Event()
class W:
    def __init__(self, mine, other, n): self.mine, self.other, self.n = mine, other, n
    def __repr__(self):
        self.mine.set()
        self.other.wait(1)
        return self.n
texts = []
t = threading.Thread(target=lambda: texts.append(str([W(e1, e2, "t")])))
t.start()
texts.append(str([W(e2, e1, "m")]))
t.join()
print(sorted(texts))
def bad():
    yield 1
    raise KeyError("x")
for f in (list, tuple, set, sum, max, sorted, any, all, ",".join):
    try: print(f(bad()))
    except (KeyError, TypeError) as e: print(f.__name__, repr(e))
try: list(map(lambda x: 1 / x, [1, 0]))
except ZeroDivisionError as e: print(e)
def stops(x):
    if x > 2: raise StopIteration
    return x
print(list(map(stops, [1, 2, 3, 4])), [x for x in map(stops, [1, 2, 3])])
class P:
    def __init__(self, x): self.x = x
print([p.x for p in map(P, [1, 2])], [p.x for p in list(map(P, "ab"))])
def selfish():
    yield list(me)
me = selfish()
try: next(me)
except ValueError as e: print(e)
