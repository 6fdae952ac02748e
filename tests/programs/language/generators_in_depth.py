"""Generators: send, throw, close, return values, yield from, pipelines, exceptions, itertools-like code."""


def echo():
    received = []
    try:
        while True:
            x = yield len(received)
            if x is None:
                continue
            received.append(x)
    except GeneratorExit:
        print("closing with", received)
        raise
    finally:
        print("finally")


g = echo()
print(next(g), g.send("a"), g.send(None), g.send("b"))
g.close()
try:
    next(g)
except StopIteration as e:
    print("stopped", e.value)


def sub():
    try:
        got = yield 1
        print("sub got", got)
        yield 2
    except ValueError as e:
        print("sub caught", e)
        yield "recovered"
    return "sub result"


def main():
    result = yield from sub()
    print("result:", result)
    yield from [10, 20]
    return "main result"


m = main()
print(next(m), m.send("hello"), m.throw(ValueError("v")), next(m), next(m))
try:
    next(m)
except StopIteration as e:
    print(repr(e), e.value)


def flatten(x):
    for item in x:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4]], 5], []])))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


from itertools import islice, takewhile, count, chain, cycle, repeat, accumulate, groupby, permutations, combinations, product, zip_longest, tee, starmap, dropwhile, compress, pairwise, batched, filterfalse
print(list(islice(primes(), 10)), list(takewhile(lambda p: p < 12, primes())))
lines = (l.strip() for l in [" a ", "b", "", " c"])
print(sum(len(l) for l in lines if l))


def bad():
    yield 1
    raise StopIteration


try:
    list(bad())
except RuntimeError as e:
    print(e, repr(e.__cause__))
g = (i for i in range(2))
try:
    g.send(1)
except TypeError as e:
    print(e)
print(g.gi_running, g.gi_frame is not None, next(g), next(g), next(g, "done"), g.gi_frame)


def self_running():
    try:
        me.send(None)
    except ValueError as e:
        yield str(e)


me = self_running()
print(next(me))
print(list(accumulate([1, 2, 3], lambda a, b: a * b)), [(k, list(v)) for k, v in groupby("aabbb")], list(permutations("abc", 2))[:3],
      list(combinations(range(4), 2))[-2:], list(product("ab", repeat=2)), list(zip_longest([1], [2, 3], fillvalue=0)))
print(list(pairwise("abcd")), list(batched("abcde", 2)), list(compress("abcd", [1, 0, 1])), list(starmap(pow, [(2, 3)])), list(dropwhile(str.isdigit, "12ab3")),
      list(filterfalse(None, [0, 1])), list(chain.from_iterable(["ab", "c"])), list(islice(cycle("ab"), 3)), list(repeat(1, 2)), list(islice(count(1, 2), 3)))


def ignores():
    try:
        yield
    except GeneratorExit:
        yield "no"


g = ignores()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r


print(list(Tree(4, Tree(2, Tree(1)), Tree(6))), max(Tree(3, Tree(9))), 2 in Tree(1, Tree(2)))
a, b, *c = Tree(4, Tree(2, Tree(1)), Tree(6))
print(a, b, c)
