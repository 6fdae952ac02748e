"""Threads that wait for one lock, and sleep while they have it, in generators and iterators whose items builtins take:
each gets its turn, and the loop goes on meanwhile."""
import asyncio
import functools
import threading
import time
from collections import deque

lock = threading.Lock()


def work(n=1):
    with lock:
        time.sleep(0.01)
        return n


def items(*given):
    for n in given:
        yield work(n)


class Counted:
    """An iterator in Python."""

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return work(self.n)


def extended():
    made = [0]
    made.extend(items(1, 2))
    made.extend(Counted(2))
    return made


def added():
    made = [0]
    made += items(1, 2)
    made += Counted(2)
    return made


def slices():
    made = [0, 1, 2, 3]
    made[1:3] = items(7, 8, 9)
    made[::2] = Counted(3)
    return made


def unpacked():
    a, b = items(1, 2)
    first, *rest, last = items(1, 2, 3, 4)
    (c, d), e = [Counted(2), 5]
    return a, b, first, rest, last, c, d, e


def unpacked_wrongly():
    seen = []
    for wrong in (lambda: items(1, 2, 3), lambda: items(1)):
        try:
            a, b = wrong()
        except ValueError as error:
            seen.append(str(error))
    try:
        a, b, *c = items(1)
    except ValueError as error:
        seen.append(str(error))
    return seen


def starred():
    def told(*args, **named):
        return args, named

    return told(*items(1, 2)), told(0, *Counted(2), *items(3), z=1), [*items(1), *Counted(1)], sorted({*items(4, 5)})


def dicts():
    made = dict((n, n * n) for n in items(1, 2))
    made.update((n, -n) for n in items(2, 3))
    made.update(zip("ab", Counted(2)))
    return made


def sets():
    made = {0}
    made.update(items(1, 2))
    made.update(Counted(5))
    return sorted(made)


def deques():
    made = deque(items(1, 2, 3), maxlen=2)
    made.extend(Counted(1))
    longer = deque(Counted(2))
    longer.extendleft(items(8, 9))
    return made, longer


def texts():
    return bytes(items(65, 66)), "".join(map(chr, items(67, 68)))


def reduced():
    return (functools.reduce(lambda a, b: a + work(b), items(1, 2, 3)), functools.reduce(max, items(1, 3, 2), 5),
            functools.reduce(lambda a, b: work(a) * b, [2, 3, 4]))


def steps():
    generator = items(1, 2)
    mapped = map(work, [3])
    return (generator.__next__(), next(generator), next(map(work, [4])), mapped.__next__(), next(mapped, "end"),
            next(iter(work, 5)), next(filter(work, [6])), next(zip(items(7), Counted(1))),
            next(enumerate(items(8))), next(enumerate(items()), "none"))


def broken():
    """What came before an error stays."""
    def breaks():
        yield work(1)
        raise KeyError("broken")

    def adds():
        nonlocal made
        made += breaks()

    made, seen = [0], []
    for taking in (lambda: made.extend(breaks()), adds, lambda: print(*breaks()),
                   lambda: bytes(breaks()), lambda: dict((n, n) for n in breaks()), lambda: deque(breaks())):
        try:
            taking()
        except KeyError as error:
            seen.append(repr(error))
    return made, seen


ways = [extended, added, slices, unpacked, unpacked_wrongly, starred, dicts, sets, deques, texts, reduced, steps, broken]


def three(job):
    results = []
    threads = [threading.Thread(target=lambda: results.append(job())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(job.__name__, results[0], results[0] == results[1] == results[2])


for way in ways:
    three(way)


async def main():
    turns = 0

    async def tick():
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0.005)

    ticker = asyncio.create_task(tick())
    await asyncio.gather(*(asyncio.to_thread(way) for way in ways for _ in range(2)))
    print(turns > 100)
    ticker.cancel()


asyncio.run(main())
