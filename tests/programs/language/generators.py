def count(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got)
    except ValueError as e:
        print("thrown", e)
        yield "after throw"
    finally:
        print("closing")
    return "result"


g = count(3)
print(next(g), g.send("hi"), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)
g = count(5)
next(g)
print(g.throw(ValueError("boo")))
g.close()
g = count(2)
next(g)
g.close()
print(list(g))


def delegate():
    r = yield from count(2)
    print("delegated", r)
    yield from [7, 8]


print(list(delegate()))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


import itertools
f = fib()
print([next(f) for _ in range(10)])
g = count(1)
try:
    g.send(5)
except TypeError as e:
    print(e)
g.close()


def bad():
    yield 1
    raise StopIteration


try:
    list(bad())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def self_running():
    yield next(me)


me = self_running()
try:
    next(me)
except ValueError as e:
    print(e)


class Tree:
    def __init__(self, v, l=None, r=None):
        self.v, self.l, self.r = v, l, r

    def __iter__(self):
        if self.l:
            yield from self.l
        yield self.v
        if self.r:
            yield from self.r


print(list(Tree(2, Tree(1), Tree(3))))


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Count(3)), sum(Count(4)), max(Count(3)), 2 in Count(5), [*Count(2)], dict(zip("ab", Count(2))))
print(type(g), g.__name__, count.__name__)


def echo():
    while True:
        x = yield
        print("echo", x)


e = echo()
next(e)
e.send(1)
e.send(2)
del e


def outer():
    try:
        yield from inner()
    except KeyError as error:
        print("outer caught", error)
        yield "recovered"


def inner():
    try:
        yield 1
    finally:
        print("inner cleanup")


g = outer()
print(next(g), g.throw(KeyError("k")))
print(list(iter([1, 2, 3].pop, 1)), [x for x in map(lambda a, b: a + b, [1, 2], [3, 4])])
