import random
random.seed(1)
print(random.random(), random.randint(1, 6), random.choice("abc"), random.uniform(1, 2), random.randrange(0, 100, 5), random.getrandbits(40))
l = list(range(10)); random.shuffle(l); print(l, random.sample(range(100), 5), random.choices("ab", k=5), random.choices([1, 2, 3], weights=[5, 1, 1], k=4))
print(random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(1), random.triangular(0, 1, 0.5), random.betavariate(1, 2))
random.seed("text"); print(random.random()); random.seed(2.5); print(random.random()); random.seed(10**30); print(random.random())
r = random.Random(42); print(r.random(), r.randint(0, 10**20)); state = r.getstate(); a = r.random(); r.setstate(state); print(a == r.random())
