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
    sources = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            sources.append((value if key is None else key(value), order, value, iterator))
            break
    while sources:
        if reverse:
            best = max(sources, key=lambda s: (s[0], -s[1]))
        else:
            best = min(sources, key=lambda s: (s[0], s[1]))
        at = sources.index(best)
        _, order, value, iterator = best
        yield value
        for value in iterator:
            sources[at] = (value if key is None else key(value), order, value, iterator)
            break
        else:
            del sources[at]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def __getattr__(name):
    import _more
    found = globals()[name] = _more.find(__name__, name)
    return found


def __dir__():
    import _more
    return [*globals(), *_more.names(__name__)]
