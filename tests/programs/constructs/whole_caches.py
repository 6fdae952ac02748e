"""Caches of several kinds."""
from collections import OrderedDict
from functools import lru_cache, wraps, cached_property, partial, reduce, singledispatch
import time

class LRU:
    def __init__(self, capacity):
        self.capacity = capacity
        self._data = OrderedDict()
        self.hits = self.misses = 0
    def __contains__(self, k): return k in self._data
    def __len__(self): return len(self._data)
    def __getitem__(self, key):
        try:
            self._data.move_to_end(key)
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        return self._data[key]
    def __setitem__(self, key, value):
        if key in self._data:
            self._data.move_to_end(key)
        self._data[key] = value
        while len(self._data) > self.capacity:
            old, _ = self._data.popitem(last=False)
            print("evict", old)
    def __repr__(self): return f"LRU({list(self._data.items())}, hits={self.hits}, misses={self.misses})"

c = LRU(3)
for k in "abcadbe":
    try:
        print(k, c[k])
    except KeyError as e:
        print("miss", e)
        c[k] = ord(k)
print(c, len(c), "a" in c)
print(c._data, c._data.keys(), list(reversed(c._data)))

def memoize(f=None, *, maxsize=None):
    if f is None:
        return partial(memoize, maxsize=maxsize)
    cache = {}
    @wraps(f)
    def inner(*args, **kw):
        key = (args, tuple(sorted(kw.items())))
        if key not in cache:
            if maxsize and len(cache) >= maxsize:
                cache.pop(next(iter(cache)))
            cache[key] = f(*args, **kw)
        return cache[key]
    inner.cache = cache
    return inner

@memoize(maxsize=10)
def fib(n):
    "nth fibonacci"
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.__name__, fib.__doc__, len(fib.cache))

@lru_cache(maxsize=32)
def grid(m, n):
    if m == 1 or n == 1: return 1
    return grid(m - 1, n) + grid(m, n - 1)
print(grid(10, 10), grid.cache_info())
grid.cache_clear()
print(grid.cache_info(), grid.cache_parameters())

class Circle:
    def __init__(self, r): self.r = r
    @cached_property
    def area(self):
        print("computing")
        return 3.14159 * self.r ** 2
k = Circle(2)
print(k.area, k.area, k.__dict__)
del k.area
print(k.area)

@singledispatch
def show(x): return f"object {x!r}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return "list of " + ", ".join(map(show, x))
@show.register
def _(x: float | complex): return f"number {x}"
print(show([1, 2.5, "a", [3j]]), show.registry.keys())
try:
    lru_cache(maxsize=2)(len)([1])
except TypeError as e:
    print(e)
