"""heapq: a list kept as a heap, the smallest item first."""

from _native import like_c as _like_c

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop', 'heappush_max',
           'heappop_max', 'heapify_max', 'heapreplace_max', 'heappushpop_max']


def _sift_down(heap, start, pos):
    # Moves heap[pos] towards the root until its parent is not larger.
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        if item < heap[parent]:
            heap[pos] = heap[parent]
            pos = parent
            continue
        break
    heap[pos] = item


def _sift_up(heap, pos):
    # Follows the smaller children to a leaf, then sifts the item back: fewer comparisons than stopping on the way.
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _sift_down(heap, start, pos)


def _check_list(heap, place):
    if not isinstance(heap, list):
        shown = type(heap).__name__ if heap is not None else heap
        raise TypeError(f"{place} must be list, not {shown}")


def heappush(heap, item, /):
    if type(heap) is not list:
        _check_list(heap, "heappush() argument 1")
    heap.append(item)
    _sift_down(heap, 0, len(heap) - 1)


def heappop(heap, /):
    if type(heap) is not list:
        _check_list(heap, "heappop() argument")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if heap:
        first = heap[0]
        heap[0] = last
        _sift_up(heap, 0)
        return first
    return last


def heapreplace(heap, item, /):
    _check_list(heap, "heapreplace() argument 1")
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _sift_up(heap, 0)
    return first


def heappushpop(heap, item, /):
    _check_list(heap, "heappushpop() argument 1")
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift_up(heap, 0)
    return item


def heapify(heap, /):
    _check_list(heap, "heapify() argument")
    for i in reversed(range(len(heap) // 2)):
        _sift_up(heap, i)


for _function in (heappush, heappop, heapreplace, heappushpop, heapify):
    _function.__module__ = '_heapq'
    _like_c(_function)
del _function


def merge(*iterables, key=None, reverse=False):
    if reverse:
        from _more import find
        arrange, take, exchange, sign = find('heapq', 'heapify_max'), find('heapq', 'heappop_max'), find('heapq', 'heapreplace_max'), -1
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
    if largest:
        arrange, exchange = heapify, heapreplace
    else:
        from _more import find
        arrange, exchange = find('heapq', 'heapify_max'), find('heapq', 'heapreplace_max')
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


def __getattr__(name):
    import _more
    found = globals()[name] = _more.find(__name__, name)
    return found


def __dir__():
    import _more
    return [*globals(), *_more.names(__name__)]
