"""Iterators for loops. Arguments are checked at the call, as the C versions do; most items come from generators."""

from _itertools import combinations, combinations_with_replacement, count, permutations, product, repeat
from _native import final as _final, index as _index, iterator_types as _iterator_types, like_c as _like_c

_new = object.__new__


def _cycle(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        yield from saved


def cycle(iterable, /):
    return _cycle(iter(iterable))


def _accumulate(iterator, function, initial):
    if initial is None:
        for total in iterator:
            break
        else:
            return
    else:
        total = initial
    yield total
    for item in iterator:
        total = total + item if function is None else function(total, item)
        yield total


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def chain(*iterables):
    return _flatten(iterables)


def _from_iterable_chain(iterable, /):
    return _flatten(iter(iterable))


def _flatten(iterables):
    for iterable in iterables:
        yield from iterable


def _compress(data, selectors):
    for item, chosen in zip(data, selectors):
        if chosen:
            yield item


def compress(data, selectors):
    return _compress(iter(data), iter(selectors))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _filterfalse(predicate, iterator):
    for item in iterator:
        if not (item if predicate is None else predicate(item)):
            yield item


def filterfalse(function, iterable, /):
    return _filterfalse(function, iter(iterable))


_nothing = object()


class groupby:
    __slots__ = ("_iterator", "_key", "_wanted", "_current", "_value", "_turn")

    def __new__(cls, iterable, key=None):
        self = _new(cls)
        self._iterator = iter(iterable)
        self._key = key
        self._wanted = self._current = _nothing
        self._value = _nothing
        self._turn = None
        return self

    def __iter__(self):
        return self

    def _advance(self):
        self._value = next(self._iterator)
        self._current = self._value if self._key is None else self._key(self._value)

    def __next__(self):
        self._turn = turn = object()
        while self._current is _nothing or self._current is self._wanted or (self._wanted is not _nothing and self._wanted == self._current):
            self._advance()
        self._wanted = self._current
        return self._current, _grouper(self, self._wanted)


class _grouper:
    __slots__ = ("_parent", "_key", "_turn")

    def __init__(self, parent, tgtkey):
        self._parent = parent
        self._key = tgtkey
        self._turn = parent._turn

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._turn is not self._turn:
            raise StopIteration
        if parent._value is _nothing:
            parent._advance()
        if not (self._key is parent._current or self._key == parent._current):
            raise StopIteration
        value = parent._value
        parent._value = parent._current = _nothing
        return value


def _bound(value, name):
    if value is None:
        return None
    if hasattr(type(value), "__index__") and (bound := value.__index__()) >= 0:
        return bound
    raise ValueError(f"{name} must be None or an integer: 0 <= x <= sys.maxsize.")


def _by_next(iterator):
    # what an __iter__ returned may have no such method of its own
    try:
        while True:
            yield next(iterator)
    except StopIteration:
        return


def _islice(iterator, start, stop, step):
    position = 0
    wanted = start
    if stop is not None and start >= stop:
        # an empty slice still skips what stands before its start
        for _ in zip(range(start), iterator):
            pass
        return
    for item in iterator:
        if position == wanted:
            yield item
            wanted += step
        position += 1
        if stop is not None and position >= stop:
            return


def islice(iterable, bound, /, *bounds):
    args = (bound, *bounds)
    if len(args) > 3:
        raise TypeError(f"islice expected at most 4 arguments, got {len(args) + 1}")
    if len(args) == 1:
        start, step = 0, 1
        stop = _bound(args[0], "Stop argument for islice()")
    else:
        stop = _bound(args[1], "Stop argument for islice()")
        start = _bound(args[0], "Indices for islice()") or 0
        step = 1 if len(args) < 3 or args[2] is None else args[2]
        if not isinstance(step, int) or step < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
    iterator = iter(iterable)
    return _islice(iterator if hasattr(type(iterator), "__iter__") else _by_next(iterator), start, stop, step)


def _pairwise(iterator):
    for before in iterator:
        break
    else:
        return
    for item in iterator:
        yield before, item
        before = item


def pairwise(iterable, /):
    return _pairwise(iter(iterable))


def _starmap(function, iterator):
    for args in iterator:
        yield function(*args if type(args) is tuple else tuple(args))


def starmap(function, iterable, /):
    return _starmap(function, iter(iterable))


class _tee:
    __slots__ = ("_link", "__weakref__")

    def __init__(self, iterable, /):
        # what is behind the last item: the iterator, or that item and the next link
        self._link = iterable._link if isinstance(iterable, _tee) else [iter(iterable), None]

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if link[1] is None:
            iterator = link[0]
            if iterator is None:
                raise RuntimeError("cannot re-enter the tee iterator")
            link[0] = None  # while it is asked
            try:
                link[1] = next(iterator), [iterator, None]
            except BaseException:
                link[0] = iterator
                raise
        item, self._link = link[1]
        return item

    def __copy__(self):
        return _tee(self)


def tee(iterable, n=2, /):
    if _index(n) < 0:
        raise ValueError("n must be >= 0")
    if n == 0:
        return ()
    iterator = iter(iterable)
    copies = not isinstance(iterator, _tee) and hasattr(iterator, "__copy__")
    first = iterator if copies else _tee(iterator)
    return (first, *[first.__copy__() for _ in range(n - 1)])


def _zip_longest(iterators, fillvalue):
    alive = len(iterators)
    while alive:
        row = []
        for i, iterator in enumerate(iterators):
            item = fillvalue
            if iterator is not None:
                for item in iterator:
                    break
                else:
                    iterators[i] = None
                    alive -= 1
                    if not alive:
                        return
            row.append(item)
        yield tuple(row)


def zip_longest(*iterables, fillvalue=None, **wrong):
    if wrong:
        raise TypeError("zip_longest() got an unexpected keyword argument")
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _batched(iterator, n, strict):
    while batch := tuple(islice(iterator, n)):
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield batch


def batched(iterable, n, *, strict=False):
    n = _index(n)
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n, strict)


def _no_pickle(self, protocol, /):
    raise TypeError(f"cannot pickle 'itertools.{type(self).__name__}' object")


for _type in groupby, _tee:
    _type.__reduce_ex__ = _no_pickle
_like_c(groupby, cycle, accumulate, compress, dropwhile, takewhile, filterfalse, groupby.__new__, pairwise, islice, starmap, tee,
        batched, _tee.__init__)
_final(_tee, _grouper)

for _name, _type in _iterator_types().items():
    globals()['_new_' + _name] = globals()[_name]
    globals()[_name] = _type
del _name, _type
