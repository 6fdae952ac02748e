"""Data that nests 100,000 levels deep: what walks through it says RecursionError; what need not walk works."""
import collections
import copy
import functools
import types

N = 100_000


def nest(make, x=None):
    for _ in range(N):
        x = make(x)
    return x


def attempt(name, action):
    try:
        action()
        print(name, "ok")
    except RecursionError:
        print(name, "RecursionError")
    except (TypeError, ValueError, AttributeError) as error:
        print(name, type(error).__name__)


makers = {
    "list": lambda x: [x],
    "tuple": lambda x: (x,),
    "dict": lambda x: {1: x},
    "deque": lambda x: collections.deque([x]),
    "slice": lambda x: slice(x),
    "partial": lambda x: functools.partial(print, x),
    "namespace": lambda x: types.SimpleNamespace(a=x),
    "exception": lambda x: ValueError(x),
    "group": lambda x: ExceptionGroup("g", [x]),
    "alias": lambda x: list[x],
    "classmethod": lambda x: classmethod(x),
    "values": lambda x: {1: x}.values(),
}
for name, make in makers.items():
    first = {"group": ValueError(), "alias": int}.get(name)
    a, b = nest(make, first), nest(make, first)
    attempt(f"{name} repr", lambda: repr(a))
    if name not in ("partial", "exception", "group", "classmethod", "values"):
        attempt(f"{name} ==", lambda: a == b)
    if name in ("tuple", "slice", "alias"):
        attempt(f"{name} hash", lambda: hash(a))
    del a, b
attempt("str of an exception", lambda: str(nest(lambda x: ValueError(x))))
attempt("deepcopy", lambda: copy.deepcopy(nest(lambda x: [x])))
attempt("isinstance", lambda: isinstance("", nest(lambda x: (x,), int)))
attempt("sort", lambda: sorted([nest(lambda x: [x]), nest(lambda x: [x])]))
attempt("split", lambda: nest(lambda x: ExceptionGroup("g", [x]), ValueError()).split(ValueError))


class Itself:
    pass


Itself.__call__ = Itself()
attempt("call", lambda: Itself()())


class Getter:
    pass


Getter.__get__ = Getter()


class Owner:
    x = Getter()


attempt("descriptor", lambda: Owner().x)
