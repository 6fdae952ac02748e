def gen():
    yield 1
    yield 2
    return [5]
def each(*fs):
    for f in fs:
        try: print(repr(f()))
        except BaseException as e: print(type(e).__name__, e)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration(7)
        return self.n
each(lambda: 9 in gen(), lambda: dict(enumerate(gen())), lambda: 9 in It(2), lambda: dict(enumerate(It(2))), lambda: list(map(str, gen())), lambda: list(zip(gen(), gen())), lambda: list(zip(It(2), gen())), lambda: [*gen()], lambda: (lambda *a: a)(*gen()),
  lambda: dict(zip(gen(), gen())), lambda: set(gen()), lambda: max(gen()), lambda: sum(gen()), lambda: list(enumerate(gen())), lambda: list(filter(None, gen())), lambda: bytes(gen()), lambda: ''.join(map(str, gen())), lambda: tuple(enumerate(gen())), lambda: next(It(0)),
  lambda: next(gen(), 3), lambda: next(iter(It(0)), 5), lambda: list(iter(gen())), lambda: any(gen()), lambda: all(gen()), lambda: sorted(gen()), lambda: list(reversed(list(gen()))), lambda: It(0).__next__(), lambda: dict.fromkeys(gen()), lambda: [].extend(gen()), lambda: set().update(gen()),
  lambda: bytearray(gen()), lambda: frozenset(gen()), lambda: (lambda a, b: (a,b))(*It(2)), lambda: min(It(3)), lambda: next(enumerate(It(0))), lambda: next(map(str, It(0))), lambda: next(zip(It(0))), lambda: next(filter(None, It(0))), lambda: {**dict(zip('ab', gen()))})
a, b = gen(); print(a, b)
a, *b = It(3); print(a, b)
for i, x in enumerate(gen()): print(i, x)
def g2():
    yield 1
g = g2(); 
each(lambda: g.throw(StopIteration(1)))
g = g2(); next(g); each(lambda: g.throw(StopIteration(1)), lambda: g.throw(StopIteration(2)), lambda: next(g))
g = g2(); list(g); each(lambda: g.throw(StopIteration(1)), lambda: g.throw(ValueError(1)))
def g3():
    try: yield 1
    finally: pass
g = g3(); each(lambda: g.throw(StopIteration(1)), lambda: next(g))
g = (x for x in 'ab'); each(lambda: g.throw(StopIteration(1)), lambda: next(g))
def g4():
    yield from g2()
g = g4(); next(g); each(lambda: g.throw(StopIteration(4)))
g = g4(); each(lambda: g.throw(StopIteration(4)))
