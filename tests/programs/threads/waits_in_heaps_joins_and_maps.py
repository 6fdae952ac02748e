"""Threads that wait for one lock, and sleep while they have it, in comparisons of heaps, in what map and filter call
through str, int and len, in the iterators that joins go through, and in what print writes: each gets its turn."""
import functools
import heapq
import operator
import threading
import time

lock = threading.Lock()
calls = []


def work(n=1):
    calls.append(n)
    with lock:
        time.sleep(0.01)
        return n


class Slow:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return work(self.n < other.n)

    def __str__(self):
        return work(f"s{self.n}")

    def __repr__(self):
        return f"<{self.n}>"

    def __bytes__(self):
        return work(b"%d" % self.n)

    def __bool__(self):
        return work(self.n != 1)

    def __len__(self):
        return work(self.n)

    def __int__(self):
        return work(self.n)

    def __eq__(self, other):
        return work(self.n == other.n)

    def __hash__(self):
        return work(self.n)


class Sequence:
    """Has items, and no __iter__."""

    def __getitem__(self, index):
        if index == 3:
            raise IndexError
        return work("abc"[index])

    def __len__(self):
        return 3


class Iterable:
    def __iter__(self):
        return work(1) and iter("xyz")


class Mapping(dict):
    def __getitem__(self, key):
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)


class Names(set):
    pass


def numbers(*given):
    return [Slow(n) for n in given]


def heaps():
    heap = numbers(5, 3, 4, 1, 2)
    heapq.heapify(heap)
    heapq.heappush(heap, Slow(0))
    taken = [heapq.heappop(heap), heapq.heappushpop(heap, Slow(9)), heapq.heapreplace(heap, Slow(7)),
             heapq.heappushpop(heap, Slow(0))]
    return taken, heap


def heaps_of_pairs():
    heap = []
    for pair in zip((1, 1, 0, 1), numbers(4, 2, 3, 1)):
        heapq.heappush(heap, pair)
    return [heapq.heappop(heap) for _ in range(4)]


def heaps_from_the_top():
    return (heapq.nsmallest(2, numbers(3, 1, 2)), heapq.nlargest(2, numbers(3, 1, 2)),
            list(heapq.merge(numbers(1, 3), numbers(2, 4))))


def heap_with_an_error():
    class Broken(Slow):
        def __lt__(self, other):
            work()
            raise KeyError("broken")

    heap = [Broken(2), Broken(1), Broken(3)]
    try:
        heapq.heapify(heap)
    except KeyError as error:
        return heap, repr(error)


def heap_that_grows():
    class Growing(Slow):
        def __lt__(self, other):
            heap.append(work(None))
            return True

    heap = [Growing(1)]
    try:
        heapq.heappush(heap, Growing(2))
    except RuntimeError as error:
        return heap, str(error)


def joins():
    return (", ".join(map(str, numbers(1, 2))), " ".join(Sequence()), "-".join(Iterable()),
            b",".join(map(bytes, numbers(1, 2))), b"".join(bytes(s) for s in numbers(3, 4)))


def maps():
    return (list(map(str, numbers(1, 2))), [n + 1 for n in map(int, numbers(1, 2))], sum(map(len, numbers(1, 2))),
            sorted(map(int, numbers(2, 1))), list(zip(map(str, numbers(1)), map(len, numbers(2)))),
            dict(zip(map(str, numbers(1, 2)), "ab")), max(numbers(1, 3, 2), key=len), sorted(numbers(2, 1), key=int),
            list(map(operator.attrgetter("n"), numbers(4))), list(map(functools.partial(work), "pq")))


def filters():
    return list(filter(None, numbers(1, 2, 3))), [s for s in filter(len, numbers(0, 1))], next(filter(None, numbers(2)))


def sequences():
    made = ["0"]
    made.extend(Sequence())
    return (made, [letter for letter in Sequence()], list(reversed(Sequence())), [*Sequence()], next(iter(Sequence())),
            list(map(str.upper, Sequence())))


def iterables():
    made = ["0"]
    made.extend(Iterable())

    def generator():
        yield from Iterable()

    return made, [*Iterable()], sorted(Iterable()), list(Iterable()), list(generator()), (lambda *a: a)(*Iterable())


def methods():
    mapping = Mapping()
    key = Slow(3)
    mapping[key] = 1
    names = {Slow(1), Slow(2)}
    return (mapping[key], {key: 1}.pop(Slow(3)), len(names.union(numbers(1, 3))), len(names.intersection(numbers(1, 3))),
            names.issuperset(numbers(1)), [1, 2, 3].__contains__(2), len(Names(numbers(1, 1))),
            "{} {!r} {}".format(*numbers(1, 2, 3)))


class Sleepy(Slow):
    def __hash__(self):
        time.sleep(0.01)
        return self.n

    def __eq__(self, other):
        return self.n == other.n


def iterators_that_keep_their_place():
    """Nothing is taken twice, nor left out."""
    return sorted(s.n for s in Names(iter([Sleepy(1), Sleepy(2), Sleepy(3)])))


def three(job):
    calls.clear()
    results = []
    threads = [threading.Thread(target=lambda: results.append(job()), daemon=True) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    print(job.__name__, results[0], list(map(repr, results)) == [repr(results[0])] * 3, len(calls))


for job in (heaps, heaps_of_pairs, heaps_from_the_top, heap_with_an_error, heap_that_grows, joins, maps, filters, sequences,
            iterables, methods, iterators_that_keep_their_place):
    three(job)


class Paper:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(work(text))

    def flush(self):
        self.parts.append(work("flushed"))


def printing_on_paper():
    paper = Paper()
    print(Slow(1), 2, [3], Slow(4), file=paper, flush=True)
    print("a", "b", sep="", file=paper)
    print(file=paper)
    return paper.parts


three(printing_on_paper)


def printing():
    print(Slow(1), Slow(2), [3], sep="+", end=".\n")
    print(*numbers(4, 5))


threads = [threading.Thread(target=printing) for _ in range(3)]
for thread in threads:
    thread.start()
    thread.join()
