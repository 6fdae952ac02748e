import copy, pickle
from collections import deque, OrderedDict
def show(it, n=1):
    for _ in range(n): next(it, None)
    print(type(it).__name__, end=' ')
    r = it.__reduce__()
    print(r[1:] if not any('iterator' in str(x) or 'object' in str(x) for x in r[1:]) else len(r), r[0] is type(it) or r[0].__name__, end=' ')
    c = copy.copy(it)
    p = pickle.loads(pickle.dumps(it))
    print(list(c)==list(p), end=' ')
    print(list(it))
d={1:'a',2:'b',3:'c'}
for n in (0,1,2,3,4):
    show(iter(d),n); show(iter(d.items()),n); show(iter(d.values()),n); show(reversed(d),n); show(reversed(d.items()),n); show(iter({1,2,3}),n)
    show(iter(OrderedDict(d)),n); show(reversed(OrderedDict(d)),n); show(iter(OrderedDict(d).items()),n)
    show(reversed([1,2,3]),n); show(reversed((1,2,3)),n); show(enumerate('abc'),n) if n==0 else 0
    dq=iter(deque([1,2,3]))
    show(dq,n)
class S:
    def __getitem__(self,i):
        if i<3: return i*10
        raise IndexError
    def __len__(self): return 3
for n in (0,1,4):
    show(iter(S()),n); show(reversed(S()),n)
it=reversed([1,2,3]); it.__setstate__(0); print(list(it))
it=reversed([1,2,3]); it.__setstate__(10); print(list(it))
it=reversed([1,2,3]); it.__setstate__(-10); print(list(it))
it=iter(S()); it.__setstate__(-3); print(list(it))
it=iter(S()); it.__setstate__(2); print(list(it), it.__reduce__()[1])
it=reversed(S()); it.__setstate__(1); print(list(it))
z=zip([1,2,3],[4,5,6]); next(z); c=copy.copy(z); print(type(c), next(c), list(z), z.__reduce__()[0])
z=zip([1,2,3],[4,5],strict=True); next(z); print(z.__reduce__()[2]); c=copy.deepcopy(z)
try: list(c)
except ValueError as e: print(e)
m=map(str,[1,2,3]); next(m); print(m.__reduce__()[:2][0], list(copy.deepcopy(m)), list(m))
f=filter(None,[0,1,2]); next(f); print(list(copy.deepcopy(f)), f.__reduce__()[1][0], list(f))
f=enumerate('abc', 10**20); next(f); print(list(copy.deepcopy(f)), f.__reduce__()[1][1], list(f))
def g(): return 3
c=iter(g, 4); print(c.__reduce__()[1][1])
c=iter(g,3); print(list(c), c.__reduce__()[1], list(copy.copy(c)))
d={1:2,3:4}; i=iter(d); d[5]=6
try: copy.copy(i)
except RuntimeError as e: print(e)
