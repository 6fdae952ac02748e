from collections.abc import *

class S(MutableSet):

    def __init__(s, it=()):
        s.d = list(dict.fromkeys(it))

    def __contains__(s, x):
        return x in s.d

    def __iter__(s):
        return iter(s.d)

    def __len__(s):
        return len(s.d)

    def add(s, x):
        if x not in s.d:
            s.d.append(x)

    def discard(s, x):
        if x in s.d:
            s.d.remove(x)

    def __repr__(s):
        return f'S({s.d})'
a = S('abc')
b = a
a |= S('cd')
a &= S('bcd')
a ^= S('bz')
a -= S('d')
print(a, a is b)
a ^= a
print(a, a is b)
a |= 'xyz'
a -= a
print(a)

class M(MutableMapping):

    def __init__(s, **k):
        s.d = k

    def __getitem__(s, k):
        return s.d[k]

    def __setitem__(s, k, v):
        s.d[k] = v

    def __delitem__(s, k):
        del s.d[k]

    def __iter__(s):
        return iter(s.d)

    def __len__(s):
        return len(s.d)
m = M(a=1, b=2)
print('a' in m, 'z' in m, m.get('z'), m.get('z', 5), m.keys() & {'a', 'q'}, m.items() - {('a', 1)}, m == {'a': 1, 'b': 2}, m == 3, ('a', 1) in m.items(), 2 in m.values(), m.pop('a'), m.setdefault('k', []), m.popitem(), dict(m))
try:
    reversed(m)
except TypeError as e:
    print(e)

class G(Generator):

    def __init__(s, bad):
        s.bad = bad

    def send(s, v):
        return 1

    def throw(s, t, v=None, tb=None):
        if s.bad:
            return 5
        super().throw(t, v, tb)
g = G(False)
print(next(g), g.close())
try:
    G(True).close()
except RuntimeError as e:
    print(e)
print(type(m.keys()).__name__, KeysView._from_iterable([1]))
