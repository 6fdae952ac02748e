# Which two items are compared, and when, is seen by a program whose __lt__ looks.
import bisect
import heapq
import random
import zlib

seen = []


class Item:
    def __init__(self, value, number=0):
        self.value, self.number = value, number

    def __lt__(self, other):
        seen.append((self.value, self.number, '<', other.value, other.number))
        return self.value < other.value

    def __gt__(self, other):
        seen.append((self.value, self.number, '>', other.value, other.number))
        return self.value > other.value

    def __eq__(self, other):
        seen.append((self.value, self.number, '=', other.value, other.number))
        return self.value == other.value

    def __repr__(self):
        return f'{self.value}.{self.number}'


def told(what, result=None):
    text = ' '.join(map(str, seen)) + ' '.join(map(str, result or ()))
    print(what, len(seen), zlib.crc32(text.encode()))
    seen.clear()


def items(values):
    return [Item(value, number) for number, value in enumerate(values)]


def patterns(n):
    r = random.Random(n)
    yield 'random', [r.randrange(10 * n) for _ in range(n)]
    yield 'few values', [r.randrange(4) for _ in range(n)]
    yield 'ascending', list(range(n))
    yield 'descending', list(range(n, 0, -1))
    yield 'equal', [1] * n
    yield 'sawtooth', [i % 37 for i in range(n)]
    yield 'two runs', [*range(0, n, 2), *range(1, n, 2)]
    yield 'two long stretches', [*range(n // 2, n), *range(n // 2)]
    yield 'organ pipe', [*range(n // 2), *range(n - n // 2, 0, -1)]
    yield 'nearly sorted', [i + r.choice([0, 0, 0, 0, 9]) for i in range(n)]
    yield 'sorted, tail random', [*range(n - n // 10), *(r.randrange(n) for _ in range(n // 10))]
    yield 'blocks', [i // 20 * 7 % 11 for i in range(n)]
    yield 'descending with equals', [(n - i) // 3 for i in range(n)]


for n in (2, 3, 10, 33, 63, 64, 65, 100, 200, 500, 1111, 3000):
    for name, values in patterns(n):
        for reverse in (False, True):
            told(f'{n} {name} {reverse}', sorted(items(values), reverse=reverse))

wrapped = [(item, 1) for item in items([5, 3, 5, 1, 3] * 30)]
wrapped.sort()
told('tuples', wrapped)
told('keys', sorted(range(300), key=lambda n: Item(n * 7919 % 101, n)))


class Fails(Item):
    left = 700

    def __lt__(self, other):
        Fails.left -= 1
        if Fails.left < 0:
            raise ValueError('enough')
        return self.value < other.value


for left in (0, 10, 400, 700, 1000, 1500):
    Fails.left = left
    failing = [Fails(value % 29, value) for value in range(0, 2100, 7)]
    try:
        failing.sort()
    except ValueError as error:
        told(f'fails after {left}: {error}', failing)


class Contradicts(Item):
    def __lt__(self, other):
        seen.append((self.number, other.number))
        return (self.number * 7 + other.number * 3) % 5 < 2


told('contradicting', sorted(Contradicts(0, n) for n in range(500)))
some = items([n * 37 % 101 for n in range(150)])
told('min', [min(some)])
told('max', [max(some)])
heapq.heapify(some)
told('heapify', some)
for item in items(range(100, 0, -7)):
    heapq.heappush(some, item)
told('heappush', some)
told('heappop', [heapq.heappop(some) for _ in range(40)])
told('heapreplace', [heapq.heapreplace(some, Item(50, n)) for n in range(9)])
told('heappushpop', [heapq.heappushpop(some, Item(40, n)) for n in range(9)])
for n in (0, 1, 2, 10, 100, 1000):
    told(f'nsmallest {n}', heapq.nsmallest(n, some))
    told(f'nlargest {n}', heapq.nlargest(n, some))
    told(f'nsmallest of an iterator {n}', heapq.nsmallest(n, iter(some), key=lambda item: Item(-item.value, item.number)))
    told(f'nlargest of an iterator {n}', heapq.nlargest(n, iter(some), key=lambda item: Item(-item.value, item.number)))
ways = [sorted(items(n * k % 31 for n in range(20))) for k in (3, 5, 7)]
seen.clear()
told('merge', heapq.merge(*ways))
told('merge by key', heapq.merge(*ways, [], key=lambda item: item))
told('merge from the largest', heapq.merge(*(way[::-1] for way in ways), reverse=True))
for place in (bisect.bisect_left, bisect.bisect_right):
    told(place.__name__, [place(ways[0], Item(n)) for n in range(-1, 33, 3)])
