"""Decorators with state, plugin registries by metaclass, LRU caches by hand, iterator patterns."""
import functools
import inspect
import sys
import types
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import ExitStack, contextmanager, redirect_stdout, ContextDecorator, nullcontext
from typing import Any, Generic, ParamSpec, TypeVar, get_type_hints, overload, Protocol, runtime_checkable, Concatenate, Annotated, Literal, get_args, get_origin

P = ParamSpec("P")
R = TypeVar("R")


class Plugins(type):
    registry: dict[str, type] = {}

    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return OrderedDict()

    def __new__(mcs, name, bases, ns, *, key=None, **kw):
        cls = super().__new__(mcs, name, bases, dict(ns))
        if key:
            if key in mcs.registry:
                raise KeyError(f"{key} is taken by {mcs.registry[key].__qualname__}")
            mcs.registry[key] = cls
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.order = [n for n in ns if not n.startswith("__")]

    def __call__(cls, *a, **k):
        print("making", cls.__name__, a, k)
        return super().__call__(*a, **k)

    def __len__(cls):
        return len(cls.order)

    def __getattr__(cls, name):
        raise AttributeError(f"plugin {cls.__name__} knows no {name}")

    def __instancecheck__(cls, obj):
        return hasattr(obj, "run") or super().__instancecheck__(obj)


class Base(metaclass=Plugins):
    def run(self): return type(self).__name__


class Upper(Base, key="up"):
    alpha = 1
    def run(self): return "UP"
    beta = 2


try:
    class Again(Base, key="up"): pass
except KeyError as error:
    print(error)
print(Plugins.registry, len(Upper), Upper.order, isinstance(types.SimpleNamespace(run=1), Base))
print(Plugins.registry["up"]().run())
try:
    Upper.gamma
except AttributeError as error:
    print(error)
try:
    class Mixed(Base, dict, metaclass=type): pass
    print(type(Mixed))
    class Clash(int, Base, metaclass=abc if False else type("M2", (type,), {})): pass
except TypeError as error:
    print(error)


class LRU(MutableMapping[str, Any]):
    def __init__(self, size):
        self.size, self.data, self.hits, self.misses = size, OrderedDict(), 0, 0
    def __getitem__(self, key):
        try:
            self.data.move_to_end(key)
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        return self.data[key]
    def __setitem__(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        while len(self.data) > self.size:
            print("drop", self.data.popitem(last=False))
    def __delitem__(self, key): del self.data[key]
    def __iter__(self): return iter(self.data)
    def __len__(self): return len(self.data)
    def __repr__(self): return f"{type(self).__name__}({', '.join(map('{0[0]}={0[1]!r}'.format, self.items()))})"


lru = LRU(2)
lru.update(a=1, b=2)
lru["a"]; lru["c"] = 3
print(lru, "b" in lru, lru.get("b", "none"), lru.setdefault("d", 4), lru.pop("zz", None), lru.popitem(), lru.hits, lru.misses, lru == {"d": 4}, list(reversed(lru.data)))


class count_calls:
    def __init__(self, fn: Callable[P, R]):
        functools.update_wrapper(self, fn)
        self.fn, self.calls = fn, 0
    def __call__(self, *a: P.args, **k: P.kwargs) -> R:
        self.calls += 1
        return self.fn(*a, **k)
    def __get__(self, obj, owner=None):
        return self if obj is None else types.MethodType(self, obj)


def retry(times: int = 3, *, on: tuple[type[BaseException], ...] = (ValueError,)):
    def deco(fn):
        @functools.wraps(fn)
        def inner(*a, **k):
            for left in reversed(range(times)):
                try:
                    return fn(*a, **k)
                except on as error:
                    print(f"{fn.__name__} failed: {error!r}, {left} left")
                    if not left:
                        raise
        inner.__signature__ = inspect.signature(fn)
        return inner
    return deco


class Thing:
    n = 0
    @count_calls
    def hello(self, who: str = "you", /, *rest, loud: bool = False, **more) -> str:
        """Say hello."""
        return f"{self.n} hello {who}" + "!" * loud
    @retry(2)
    def flaky(self, x):
        self.n += 1
        return int(x)
    @functools.cached_property
    def heavy(self):
        print("computing")
        return self.n * 2
    @functools.singledispatchmethod
    def show(self, arg): return f"? {arg!r}"
    @show.register
    def _(self, arg: int | float): return f"number {arg}"
    @show.register(list)
    def _(self, arg): return [self.show(a) for a in arg]
    part = functools.partialmethod(hello, "part", loud=True)


t = Thing()
print(t.hello(), t.hello("Ann", loud=True), Thing.hello.calls, Thing.hello.__doc__, inspect.signature(Thing.hello), t.part())
try:
    t.flaky("x")
except ValueError as error:
    print("finally", error, inspect.signature(t.flaky), t.n)
print(t.heavy, t.heavy, t.__dict__, t.show([1, 2.5, "x", [None]]))
del t.heavy
print(t.heavy)
print(inspect.getfullargspec(Thing.flaky), inspect.signature(retry), sep="\n")
print(get_type_hints(Thing.hello.fn), Thing.hello.__wrapped__.__annotations__)


@functools.lru_cache(maxsize=3, typed=True)
def square(x): return x * x
[square(x) for x in (1, 1.0, 2, 3, 1, 4, True)]
print(square.cache_info(), square.cache_parameters(), square.__wrapped__(9))
square.cache_clear(); print(square.cache_info())
try:
    square([1])
except TypeError as error:
    print(error)


class Tree:
    def __init__(self, value, *kids): self.value, self.kids = value, kids
    def __iter__(self) -> Iterator:
        yield self.value
        for k in self.kids: yield from k
    def bfs(self):
        q = deque([(0, self)])
        while q:
            d, t = q.popleft()
            yield d, t.value
            q.extend((d + 1, k) for k in t.kids)
    def __reversed__(self): return reversed(list(self))


tree = Tree(1, Tree(2, Tree(4)), Tree(3))
print(list(tree), list(tree.bfs()), [*reversed(tree)], max(tree), 3 in tree, dict.fromkeys(tree, 0))
first, *mid, last = tree
print(first, mid, last)


@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class track(ContextDecorator):
    def __init__(self, n): self.n = n
    def __enter__(self): print("<", self.n); return self
    def __exit__(self, *e): print(">", self.n, e[0]); return e[0] is ZeroDivisionError


@track("deco")
def div(a, b): return a / b
print(div(1, 0), div(4, 2), isinstance(open, Closer), isinstance(sys.stdout, Closer))
with ExitStack() as stack:
    for i in range(3):
        stack.enter_context(track(i))
    stack.callback(print, "callback", 1, sep="-")
    stack.push(lambda *e: print("push", e[1]))
    keep = stack.pop_all()
print("left")
try:
    with keep:
        raise KeyError("in keep")
except KeyError as error:
    print("out", error)


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except LookupError as error:
        print("swallowed", repr(error))
    finally:
        print(f"</{name}>")


with tag("a") as up, tag("b"):
    print(up)
    {}["x"]
try:
    tag("q").__exit__(None, None, None)
except Exception as error:
    print(type(error).__name__, error)
try:
    with contextmanager(lambda: iter([1, 2]))() as x: pass
except Exception as error:
    print(type(error).__name__, error)
print(get_args(Annotated[int, "x", 3]), get_origin(Literal[1, "a"]), Callable[Concatenate[int, P], R], Generic[R])
