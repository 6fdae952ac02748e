"""functools: lru_cache, cache, partial, wraps, reduce, singledispatch, cached_property, total_ordering, cmp_to_key, partialmethod."""
import functools
from functools import lru_cache, cache, partial, wraps, reduce, singledispatch, cached_property, total_ordering, cmp_to_key, partialmethod, singledispatchmethod


@lru_cache(maxsize=2)
def square(x):
    """Squares."""
    print("computing", x)
    return x * x


print([square(n) for n in (1, 2, 1, 3, 2)], square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__, square.__wrapped__(9))
square.cache_clear()
print(square.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@lru_cache
def typed(x, *, k=0):
    return x, k


typed(1), typed(1.0), typed(1, k=0)
print(typed.cache_info(), lru_cache(typed=True)(lambda x: x).cache_parameters())
try:
    square([1])
except TypeError as e:
    print(e)
p = partial(int, base=2)
print(p("101"), str(p).replace("<class 'int'>", "int"), p.func, p.args, p.keywords, partial(partial(print, 1), 2, end="!\n").args)
partial(print, "a", sep="-")("b", "c")
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], "start"))
for bad in ("reduce(lambda a, b: a, [])", "partial()", "partial(5)", "reduce(5, [1, 2])", "lru_cache(5.5)", "lru_cache('a')(print)"):
    try:
        print(eval(bad))
    except TypeError as e:
        print(bad, "->", e)


@singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return f"sequence {len(x)}"


print(show(1), show("a"), show([1]), show((1, 2)), show(True), show.dispatch(bool) is show.dispatch(int), sorted(c.__name__ for c in show.registry))


class Data:
    def __init__(self):
        self.computed = 0

    @cached_property
    def value(self):
        self.computed += 1
        return 42

    @partialmethod
    def nothing(self): ...

    def power(self, base, exp):
        return base ** exp

    cube = partialmethod(power, exp=3)

    @singledispatchmethod
    def kind(self, x):
        return "other"

    @kind.register
    def _(self, x: str):
        return "text"


d = Data()
print(d.value, d.value, d.computed, d.__dict__, d.cube(2), d.kind("a"), d.kind(1))
del d.value
print(d.value, d.computed)


@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), sorted(["b", "A", "c"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))


@wraps(fib)
def other(): ...


print(other.__name__, other.__wrapped__ is fib, functools.WRAPPER_ASSIGNMENTS)
