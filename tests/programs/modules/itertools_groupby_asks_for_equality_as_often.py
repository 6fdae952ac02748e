import itertools
class Same:
    def __init__(self, name, k=1):
        self.name = name; self.k = k
    def __eq__(self, other):
        print(self.name, "==", other.name)
        return self.k == other.k
def r(n, seq):
    print('run', n)
    for key, group in itertools.groupby(seq):
        print(key.name)
        for _ in range(n):
            print(' ', next(group, Same('end')).name)
for n in range(5):
    r(n, [Same("a"), Same("b"), Same("c")])
    r(n, [Same("a"), Same("b"), Same("c", 2)])
    r(n, [Same("a"), Same("b", 2), Same("c", 2)])
