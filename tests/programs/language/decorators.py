import functools


def trace(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        print("call", fn.__name__, args, kwargs)
        result = fn(*args, **kwargs)
        print("result", result)
        return result
    return wrapper


def repeat(times):
    def deco(fn):
        def inner(*a):
            return [fn(*a) for _ in range(times)]
        return inner
    return deco


@trace
def add(a, b=1):
    """Adds."""
    return a + b


add(1, b=2)
print(add.__name__, add.__doc__, add.__wrapped__(5))


@repeat(3)
@trace
def hi(x):
    return x


print(hi("x"))


class Register:
    names = []

    def __call__(self, cls):
        self.names.append(cls.__name__)
        return cls


reg = Register()


@reg
class One:
    pass


@reg
class Two:
    @functools.lru_cache(maxsize=None)
    def slow(self, n):
        print("computing", n)
        return n * n

    @functools.cached_property
    def once(self):
        print("once")
        return 42


t = Two()
print(reg.names, t.slow(3), t.slow(3), t.once, t.once)
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(int, base=2)("101"))


@functools.total_ordering
class Num:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(Num(1) <= Num(2), Num(3) >= Num(4), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


@functools.singledispatch
def show(x):
    return "object"


@show.register
def _(x: int):
    return "int"


@show.register(list)
def _(x):
    return "list"


print(show(1), show([]), show("s"))
