"""collections: Counter, defaultdict, OrderedDict, deque, namedtuple, ChainMap, UserDict, abc."""
from collections import Counter, defaultdict, OrderedDict, deque, namedtuple, ChainMap, UserDict, UserList, UserString
import collections.abc as cabc

c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], sorted(c.elements())[:4], c.total(), Counter(a=3, b=1) + Counter(a=1), Counter(a=3) - Counter(a=5, b=1), Counter("ab") & Counter("bc"), Counter("ab") | Counter("bbc"), +Counter(a=-1, b=2))
c.update("zzz")
c.subtract(["a", "a"])
del c["q"] if "q" in c else c["z"]
print(c, dict(c), Counter([1, 1, 2]).most_common(), Counter(a=1) == Counter(a=1, b=0), c.get("nope"))
d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, dict(d), d.default_factory, "zz" in d, d.get("zz"), defaultdict(int, a=1), defaultdict(lambda: "x")["q"])
try:
    defaultdict(5)
except TypeError as e:
    print(e)
try:
    defaultdict()["k"]
except KeyError as e:
    print(repr(e))
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(o, o.popitem(last=False), list(o), o == OrderedDict(a=1, c=3), o == {"c": 3, "a": 1}, list(reversed(o)))
q = deque([1, 2, 3], maxlen=3)
q.append(4)
print(q, q.maxlen, q[0], q[-1], len(q), 3 in q)
q.appendleft(0)
q.rotate(1)
print(q, q.pop(), q.popleft(), list(q), deque("abc"), deque([1, 2]) + deque([3]), deque([1]) == deque([1]), deque([1, 2, 3]).index(2))
q.extend([7, 8, 9]); q.extendleft([5]); q.reverse(); q.insert(0, 1) if len(q) < 3 else None
print(q, q.count(7), q.copy())
for bad in ("deque().pop()", "deque().popleft()", "deque([1])[5]", "deque([1]).remove(5)", "deque([1]).index(9)", "deque(maxlen=-1)", "deque(5)", "deque([1])[0:1]", "deque([1], maxlen=1).insert(0, 2)"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
P = namedtuple("P", "x y z", defaults=[0])
p = P(1, y=2)
print(p, p.x, p._asdict(), p._replace(x=9), P._make([7, 8, 9]), P._fields, p[1:], P.__doc__, P._field_defaults, namedtuple("Q", ["a", "def"], rename=True)._fields, isinstance(p, tuple), hash(p) == hash((1, 2, 0)))
for bad in ("P()", "P(1, 2, 3, 4)", "namedtuple('X', 'a a')", "namedtuple('X', 'def')", "namedtuple('1x', 'a')", "p.q", "P(1, 2, w=3)", "p._replace(w=1)", "namedtuple('X', '_a')"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m["a"], m["b"], dict(m), m.maps, m.new_child({"a": 0})["a"], m.parents, len(m))


class Upper(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)


u = Upper(a=1)
u["b"] = 2
print(u, u.data, "A" in u, UserList([1, 2]) + [3], UserString("abc").upper())
print([isinstance(x, t) for x, t in [([], cabc.Sequence), ({}, cabc.Mapping), (iter([]), cabc.Iterator), (5, cabc.Hashable), ([], cabc.Hashable), ((i for i in []), cabc.Generator), (print, cabc.Callable), ("a", cabc.Iterable), (range(3), cabc.Sequence), ({}.keys(), cabc.KeysView), (set(), cabc.MutableSet), (b"", cabc.ByteString if hasattr(cabc, "ByteString") else bytes)]])
