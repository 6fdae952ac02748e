import random
r = random.Random(5)
class K:
    def __init__(s, v): s.v = v
    def __lt__(s, o):
        log.append((s.v, o.v)); return s.v < o.v
for size in list(range(0, 20)) * 3 + [30, 50, 63]:
    for spread in (2, 5, 100):
        for kind in range(4):
            v = [r.randrange(spread) for _ in range(size)]
            if kind == 1: v.sort()
            if kind == 2: v.sort(reverse=True)
            if kind == 3: v = sorted(v, reverse=True)[:size // 2] + sorted(v)[size // 2:]
            log = []
            ks = [K(x) for x in v]
            ks.sort(reverse=kind == 1)
            print(size, spread, kind, len(log), sum((i + 1) * (a * 3 + b) for i, (a, b) in enumerate(log)), [k.v for k in ks] == sorted(v, reverse=kind == 1))
print(sorted([1e300, float('inf'), float('nan')], reverse=True))
class S(str): pass
for kind in (str, S):
    for arguments in ((b'x', None), (b'x', 1), (b'x', 'ascii', None)):
        try:
            kind(*arguments)
        except TypeError as error:
            print(kind.__name__, error)
