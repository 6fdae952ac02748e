"""What product, permutations, combinations, count and repeat give, refuse and show."""
import itertools as it, copy, pickle, weakref
from fractions import Fraction
def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(r if not hasattr(r, '__next__') else (type(r), list(it.islice(r, 12))))
    except BaseException as e:
        print(type(e).__name__, e)
for n in range(4):
    for r in (None, 0, 1, 2, 3, 4):
        print(n, r, list(it.permutations(range(n), r)))
        if r is not None:
            print(list(it.combinations(range(n), r)), list(it.combinations_with_replacement(range(n), r)))
            print(list(it.product(range(n), repeat=r)))
print(list(it.product('ab', [1,2,3], (x for x in 'XY'))), list(it.product('ab', [])), list(it.product()), list(it.product('ab', repeat=0)))
print(len(list(it.permutations(range(7)))), list(it.permutations('abcd', 3))[5:12])
show(it.permutations); show(it.permutations, 1); show(it.permutations, [1], 1.5); show(it.permutations, [1], -1); show(it.permutations, 'abc', r=2); show(it.permutations, iterable='ab'); show(it.permutations, 'ab', 1, 2); show(it.permutations, 'ab', x=1)
show(it.permutations, 'ab', True); show(it.permutations, 'ab', 2**70)
show(it.combinations); show(it.combinations, 'a'); show(it.combinations, 'ab', None); show(it.combinations, 5, 2); show(it.combinations, 'abc', r=2); show(it.combinations, 'ab', -1); show(it.combinations,'ab', 2**70)
show(it.combinations_with_replacement, 'ab', -3); show(it.combinations_with_replacement, 'ab', 'x'); show(it.combinations_with_replacement, '', 2);show(it.combinations_with_replacement, '', 0)
show(it.product, 5); show(it.product, 'ab', repeat=-1); show(it.product, 'ab', repeat='x'); show(it.product, 'ab', times=2); show(it.product, 'ab', repeat=1, x=2); show(it.product, 'ab', repeat=2**70); show(it.product, repeat=3)
show(it.count); show(it.count, 5); show(it.count, 5, 2); show(it.count, 1.5); show(it.count, 1, -1); show(it.count, 'a'); show(it.count, 0, 'b'); show(it.count, Fraction(1,2), Fraction(1,3)); show(it.count, 1j); show(it.count, None); show(it.count, start=3, step=10); show(it.count, 2**62-2); show(it.count, 2**63-3, 1); show(it.count, True); show(it.count, 1, True); show(it.count, [1]); show(it.count, 1, 2, 3)
for c in (it.count(), it.count(5), it.count(5, 2), it.count(1.0), it.count(1, 1.0), it.count(1, True), it.count(-3, -1), it.count(2**70), it.count(True)):
    print(c, next(c), c)
for r in (it.repeat(1), it.repeat('a', 3), it.repeat(None, -5), it.repeat([], times=2)):
    print(r, next(r, 'end'), r)
    try: print(r.__length_hint__())
    except TypeError as e: print(e)
show(it.repeat); show(it.repeat, 1, None); show(it.repeat, 1, 'x'); show(it.repeat, 1, 2, 3); show(it.repeat, object=3, times=2); show(it.repeat, 1, times=0); show(it.repeat, 1, x=0); show(it.repeat, 1, 2**70)
class P(it.product):
    def __new__(cls, *a, **k): return super().__new__(cls, 'ab', repeat=2)
class C(it.count): pass
class Q(it.permutations):
    x = 1
print(list(P(1, 2, z=3)), next(C(4)), list(Q('ab')), C(4, 2), Q('ab').x)
q = Q('ab'); q.y = 5; print(q.y, q.__dict__)
for kind in (it.product('a'), it.permutations('a'), it.combinations('a', 1), it.combinations_with_replacement('a', 1), it.count(), it.repeat(1)):
    print(type(kind), type(kind).__name__, type(kind).__module__, type(kind).__qualname__, iter(kind) is kind, hasattr(kind, '__dict__'))
    for f in (copy.copy, copy.deepcopy, pickle.dumps, weakref.ref, len, bool):
        try: r = f(kind); print(f.__name__, type(r).__name__)
        except Exception as e: print(f.__name__, type(e).__name__, e)
    try: kind.attr = 1
    except AttributeError as e: print(e)
