"""Threads that wait for one lock, and sleep while they have it, in keys and comparisons of sorts, and in operators
whose second or third call is the one that waits: nothing is called twice, and each thread gets its turn."""
import functools
import threading
import time

lock = threading.Lock()
calls = []


def work(n):
    calls.append(n)
    with lock:
        time.sleep(0.01)
        return n


class Number:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return work(self.n < other.n)

    def __repr__(self):
        return f"<{self.n}>"


class Third:
    """Only what is done with 3 waits."""

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 5

    def __eq__(self, other):
        calls.append(("eq", self.n))
        return work(False) if self.n == 3 else False

    def __gt__(self, other):
        calls.append(("gt", self.n))
        return work(self.n > other.n) if other.n == 3 else self.n > other.n

    def __add__(self, other):
        calls.append(("add", self.n))
        return NotImplemented

    def __radd__(self, other):
        calls.append(("radd", self.n))
        return other + work(self.n)

    def __bool__(self):
        calls.append(("bool", self.n))
        return bool(work(0)) if self.n == 3 else False


def numbers():
    return [Number(3), Number(1), Number(2)]


def sort_by_key():
    made = [3, 1, 2]
    made.sort(key=work, reverse=True)
    return made


def sort_by_key_that_seldom_waits():
    return sorted([4, 2, 3, 1], key=lambda n: work(n) if n == 3 else n)


def sort_itself():
    made = numbers()
    made.sort()
    return made


def sort_others():
    return (sorted(numbers(), reverse=True), sorted((n, number) for n, number in zip((1, 1, 0), numbers())),
            sorted([3, 1, 2], key=functools.cmp_to_key(lambda x, y: work(x - y))), sorted(map(work, [2, 1]), key=work))


def sort_with_an_error():
    def key(n):
        if n == 2:
            raise KeyError(work(n))
        return work(n)

    made = [3, 1, 2]
    try:
        made.sort(key=key)
    except KeyError as error:
        return made, repr(error)


def sort_what_is_changed():
    def key(n):
        made.append(work(n))
        return n

    made = [3, 1, 2]
    try:
        made.sort(key=key)
    except ValueError as error:
        return made, str(error)


def extremes():
    return (max([1, 2, 3, 2], key=lambda n: work(n) if n == 3 else n), min(numbers()),
            min((n for n in (2, 1)), key=work), max([Third(1), Third(3), Third(2)]).n)


def found():
    thirds = [Third(1), Third(2), Third(3), Third(1)]
    return Third(4) in thirds, thirds.count(Third(4)), {Third(1): 1, Third(3): 3}.get(Third(2)), Third(1) == Third(3)


def added():
    return 1 + Third(3), sum([Third(3), Third(3)]), 1 + Third(2)


def tested():
    return any([Third(1), Third(3)]), all([1, Third(3)]), any(Third(n) for n in (1, 3)), not Third(3)


def gathered():
    return len({Third(n) for n in (1, 3, 3)}), len(set(Third(n) for n in (1, 3, 3))), \
        len(dict((Third(n), n) for n in (1, 3, 3)))


def three(job):
    calls.clear()
    results = []
    threads = [threading.Thread(target=lambda: results.append(job())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(job.__name__, results[0], list(map(repr, results)) == [repr(results[0])] * 3, len(calls))


for job in (sort_by_key, sort_by_key_that_seldom_waits, sort_itself, sort_others, sort_with_an_error,
            sort_what_is_changed, extremes, found, added, tested, gathered):
    three(job)
