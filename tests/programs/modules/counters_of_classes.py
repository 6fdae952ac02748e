"""Counter counts by get and __setitem__ where a class has its own, and refuses what cannot be hashed."""
from collections import Counter
def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(r)
    except BaseException as e:
        print(type(e).__name__, e)
print(Counter('abracadabra'), Counter(x % 3 for x in range(10)), Counter([1, 1.0, True, '1']))
show(Counter, [[1]]); show(Counter, 5); show(Counter, [1, [2]])
c = Counter(a=2.5, b='x')
show(c.update, 'ab'); print(c); c = Counter(a=2.5); c.update('aa'); print(c); c = Counter({1: 2**62 - 2}); c.update([1, 1]); print(c)
class K(Counter):
    def __setitem__(self, k, v): print('set', k, v); super().__setitem__(k, v)
print(K('aab'))
class G(Counter):
    def get(self, k, d=None): return super().get(k, 10)
print(G('aab'))
class M(Counter):
    def __missing__(self, k): return 5
print(M('ab'))
