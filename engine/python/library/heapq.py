"""heapq: a list kept as a heap, the smallest item first."""

from _heapq import (heapify, heapify_max, heappop, heappop_max, heappush, heappush_max, heappushpop, heappushpop_max,
                    heapreplace, heapreplace_max)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop', 'heappush_max',
           'heappop_max', 'heapify_max', 'heapreplace_max', 'heappushpop_max']


def merge(*iterables, key=None, reverse=False):
    if reverse:
        arrange, take, exchange, sign = heapify_max, heappop_max, heapreplace_max, -1
    else:
        arrange, take, exchange, sign = heapify, heappop, heapreplace, 1
    heap = []  # of lists: what decides, the number of the source, the item, the source
    for order, source in enumerate(map(iter, iterables)):
        for item in source:
            heap.append([item if key is None else key(item), order * sign, item, source])
            break
    arrange(heap)
    while len(heap) > 1:
        best = heap[0]
        yield best[2]
        for item in best[3]:
            best[0], best[2] = item if key is None else key(item), item
            exchange(heap, best)
            break
        else:
            take(heap)
    for best in heap:
        yield best[2]
        yield from best[3]


_nothing = object()


def _first_of_sorted(n, iterable, key, largest):
    # A heap of the n best seen so far, the worst of them on top. Equal ones are told apart by the order they came in.
    if n == 1:
        best = (max if largest else min)(iter(iterable), default=_nothing, key=key)
        return [] if best is _nothing else [best]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        size = None
    if size is not None and n >= size:
        return sorted(iterable, key=key, reverse=largest)[:n]
    source, sign = iter(iterable), -1 if largest else 1
    best = [(item if key is None else key(item), number * sign, item) for number, item in zip(range(n), source)]
    if not best:
        return best
    arrange, exchange = (heapify, heapreplace) if largest else (heapify_max, heapreplace_max)
    arrange(best)
    worst = best[0][0]
    for number, item in enumerate(source, n):
        value = item if key is None else key(item)
        if (worst < value) if largest else (value < worst):
            exchange(best, (value, number * sign, item))
            worst = best[0][0]
    best.sort(reverse=largest)
    return [item for _, _, item in best]


def nsmallest(n, iterable, key=None):
    return _first_of_sorted(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    return _first_of_sorted(n, iterable, key, True)
