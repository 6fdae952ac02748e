"""A million objects that hold each other in a chain go without needing a stack."""
import functools


def nest(n, make, x=None):
    for _ in range(n):
        x = make(x)
    return x


def generator(x):
    try:
        yield x
    finally:
        pass


def started(x):
    g = generator(x)
    next(g)
    return g


def exception(x):
    e = ValueError()
    e.__context__ = x
    return e


class Node:
    def __init__(self, next):
        self.next = next


class Slots:
    __slots__ = ("next",)

    def __init__(self, next):
        self.next = next


class Finalized(Node):
    count = 0

    def __del__(self):
        Finalized.count += 1


kinds = [lambda x: [x], lambda x: (x,), lambda x: {1: x}, Node, Slots, started, exception,
         lambda x: (lambda: x), lambda x: iter([x]), classmethod, lambda x: functools.partial(print, x), property,
         lambda x: slice(x), lambda x: map(x, [x]), lambda x: enumerate(iter([x]))]
for make in kinds:
    chain = nest(50_000, make)
    del chain
print(len(kinds), Finalized.count)
chain = nest(1_000_000, Node)
del chain
print("a million")

chain = nest(300, Finalized)
del chain
print(Finalized.count)
