import itertools, functools, typing
from itertools import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
import re
def show(x): return re.sub(r' at 0x[0-9a-f]+', ' at 0x', repr(x))
objs = {'count': count(1), 'count2': count(1, 2), 'countf': count(1.5), 'countn': count(-3, -1), 'cycle': cycle('ab'), 'repeat': repeat(3), 'repeat2': repeat('x', 4), 'accumulate': accumulate([1]), 'chain': chain('a'), 'compress': compress('a', [1]), 'dropwhile': dropwhile(bool, []), 'takewhile': takewhile(bool, []), 'filterfalse': filterfalse(None, []), 'groupby': groupby('aa'), 'islice': islice('abc', 2), 'starmap': starmap(pow, []), 'zip_longest': zip_longest('a'), 'product': product('ab'), 'permutations': permutations('ab'), 'combinations': combinations('ab', 1), 'cwr': combinations_with_replacement('ab', 1), 'pairwise': pairwise('ab'), 'batched': batched('abc', 2), 'fi': chain.from_iterable(['a'])}
for k, v in objs.items():
    print(k, type(v), show(v), isinstance(v, type(v)), iter(v) is v, hasattr(v, 'send'), hasattr(v, '__next__'), type(v).__name__, type(v).__module__, type(v).__qualname__)
g = groupby('aab'); k, grp = next(g); print(type(grp), show(grp))
te = tee('ab'); print(type(te), type(te[0]), show(te[0]))
print(isinstance(count(), itertools.count), isinstance(chain(), itertools.chain), isinstance(product(), itertools.product), issubclass(itertools.count, object))
print(itertools.count, itertools.chain, itertools.tee, itertools.groupby, itertools.batched)
t(lambda: count('a')); t(lambda: count(1, 'b')); t(lambda: cycle()); t(lambda: cycle(1)); t(lambda: repeat()); t(lambda: repeat(1, 'x')); t(lambda: islice('a')); t(lambda: islice('a', -1)); t(lambda: islice('a', 0, 1, 0)); t(lambda: batched('a', 0)); t(lambda: combinations('a')); t(lambda: combinations('a', -1)); t(lambda: product(1)); t(lambda: product('a', repeat=-1)); t(lambda: permutations('a', 'x')); t(lambda: chain.from_iterable(1)); t(lambda: list(chain(1))); t(lambda: zip_longest(1)); t(lambda: zip_longest('a', x=1)); t(lambda: accumulate()); t(lambda: groupby()); t(lambda: starmap(1)); t(lambda: list(starmap(pow, [1]))); t(lambda: tee('a', -1)); t(lambda: pairwise()); t(lambda: compress('a')); t(lambda: filterfalse(1)); t(lambda: dropwhile(1, 1)); t(lambda: takewhile())
c = count(5); next(c); print(c); c = count(1, 0.5); next(c); print(c, next(c))
r = repeat(1, 3); next(r); print(r, r.__length_hint__(), len(list(r)), r); 
t(lambda: len(repeat(1, 3))); t(lambda: repeat(1, -5)); t(lambda: list(repeat(1, -5))); t(lambda: repeat(1).__length_hint__()); t(lambda: repeat(object=3, times=2)); t(lambda: count(start=3, step=4)); t(lambda: list(batched('abcde', n=2, strict=True)))
class MyCount(count):
    def hello(self): return 'hi'
m = MyCount(3); print(next(m), m.hello(), isinstance(m, count), type(m).__name__, m)


t(lambda: count().foo); t(lambda: chain('a').send(1)); t(lambda: count() + 1); t(lambda: next(chain())); t(lambda: chain()[0]); t(lambda: len(chain()))
t(lambda: setattr(count(), 'x', 1))
cl = cycle([1, 2]); print([next(cl) for _ in range(5)])
a = functools.cmp_to_key(lambda a, b: a - b); print(type(a), show(a)[:40]); k1 = a(3); print(type(k1), show(k1)[:40], k1.obj, k1 < a(4), k1 == a(3)); t(lambda: hash(k1)); t(lambda: k1 < 3); t(lambda: a()); t(lambda: functools.cmp_to_key())
