"""random: the numbers of every function for a seed."""
import random

for seed in (0, 1, 42, -5, 2**70, "text", b"bytes", True):
    if seed is None:
        continue
    random.seed(seed)
    print(seed, random.random(), random.getrandbits(70))
random.seed(7)
print(random.randint(1, 6), [random.randint(-10**20, 10**20) for _ in range(2)], random.randrange(10), random.randrange(5, 50, 5), random.randrange(100, 0, -7))
print(random.uniform(1, 10), random.uniform(5, -5), random.triangular(), random.triangular(0, 10, 2), random.triangular(3, 3))
print(random.choice("abcdef"), random.choices([1, 2, 3], k=5), random.choices("ab", weights=[1, 9], k=5), random.choices("abc", cum_weights=[1, 3, 10], k=4))
l = list(range(10))
random.shuffle(l)
print(l, random.sample(l, 4), random.sample(range(10**9), 3), random.sample("abcd", k=4), random.sample(["a", "b"], k=3, counts=[2, 5]))
print(random.gauss(0, 1), random.gauss(10, 2), random.gauss(), random.normalvariate(), random.normalvariate(5, 0.5), random.lognormvariate(0, 1), random.expovariate(2), random.expovariate())
print(random.betavariate(2, 3), random.gammavariate(2, 1), random.gammavariate(0.5, 2), random.gammavariate(1, 3), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 4), random.vonmisesvariate(1, 1e-9))
print(random.randbytes(8), random.getrandbits(0), random.getrandbits(1), random.binomialvariate(10, 0.3), random.binomialvariate(100, 0.4), random.binomialvariate())
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], len(state), len(state[1]), state[0])
r = random.Random(99)
print(r.random(), r.randint(1, 100), random.Random(99).random(), r.choice([1, 2, 3]), isinstance(r, random.Random))
for bad in ("random.choice([])", "random.randint(5, 1)", "random.randrange(0)", "random.sample([1], 2)", "random.sample({1, 2}, 1)", "random.shuffle((1, 2))", "random.choices([], k=1)", "random.randint(1)", "random.randint('a', 2)", "random.randrange(1.5)", "random.choices([1,2], weights=[1])", "random.choices([1], weights=[0])", "random.choice(5)", "random.uniform('a', 1)", "random.seed([1])", "random.getrandbits(-1)", "random.sample([1,2], -1)", "random.randbytes(-1)", "random.expovariate(0)", "random.randint(1.0, 2)", "random.choice({'a': 1})"):
    try:
        print(bad, "->", eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)


class MyRandom(random.Random):
    def random(self):
        return 0.5


m = MyRandom()
print(m.random(), m.randint(1, 10), m.choice("abc"), m.uniform(0, 4))
