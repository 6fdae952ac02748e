l = [3, 1, 2]
l.append(4); l.extend([5, 6]); l.insert(0, 0); l.remove(3)
print(l, l.pop(), l.pop(0), l.index(2), l.count(1), sorted(l, reverse=True), l[::-1])
l.sort(key=lambda x: -x); print(l); l.reverse(); print(l, l + [9], l * 2, l == [1, 2, 4, 5], [1, 2] < [1, 3], l.copy() is l)
l[1:2] = ["a", "b"]; print(l); del l[0]; print(l); l.clear(); print(l)
t = (1, 2, 3)
print(t + (4,), t * 2, t[1:], len(t), 2 in t, t.count(1), t.index(3), (1,), (), tuple("ab"), hash((1, 2)) == hash((1, 2)), (1, 2) < (1, 2, 3))
d = {"a": 1, "b": 2}
d["c"] = 3; d.update({"d": 4}, e=5)
print(d, d.get("z"), d.get("z", 0), d.pop("a"), d.pop("zz", None), d.setdefault("f", []), list(d), list(d.values()), list(d.items()), "b" in d, len(d))
print(d.popitem(), {**d, "b": 9}, d | {"x": 1}, dict([("p", 1)], q=2), dict.fromkeys("ab", 0), sorted(d.items(), key=lambda kv: -kv[1] if isinstance(kv[1], int) else 0), d == dict(d))
print(list(reversed(d)), d.keys() & {"b", "q"}, sorted(d.keys() | {"q"}), d.items() >= {("b", 2)}, max(d, key=len), {1: "int", 1.0: "float", True: "bool"})
del d["b"]; print(d)
s = {3, 1, 2, 3}
s.add(10); s.discard(99); s.remove(1)
print(s, s | {5}, s & {2, 3}, s - {2}, s ^ {2, 7}, {1} <= {1, 2}, {1, 2}.issubset([1, 2, 3]), s.isdisjoint([99]), len(s), 10 in s, set("a"), frozenset([1, 2]), set(), {*range(20)})
print({5, 3, 8, 1, 100, 64, 32, 33}, {i * 7 for i in range(15)}, set(range(40, 0, -3)))
s.update([1, 2], (7,)); print(s, s.pop() in range(100), frozenset({1, 2}) == {1, 2}, {frozenset([1]): 2})
r = range(10, 0, -3)
print(r, list(r), len(r), r[1], r[-1], 7 in r, 8 in r, r[1:], r.index(4), range(3) == range(0, 3, 1), list(range(5))[1:4], range(0), bool(range(0)), range(10)[::2])
print(list(zip([1, 2, 3], "ab")), list(enumerate("ab", 5)), list(map(str, [1, 2])), list(filter(None, [0, 1, "", 2])), list(reversed([1, 2])), sum([[1], [2]], []), any([]), all([]), min(3, 1), max([1, 5], default=0), min([], default="none"))
nested = [1, [2]]; nested.append(nested); print(nested); dd = {}; dd["self"] = dd; print(dd)
print(sorted([(2, "b"), (1, "z"), (2, "a")]), sorted(["b", "A", "c"], key=str.lower), sorted([3, 1.5, 2]), [1, 2, 3][slice(0, 2)], slice(1, 5, 2).indices(4))
print(isinstance([], (list, tuple)), type([]), type({}), type(()), type(set()), type(1), type(None), type(type), type(len), list, callable(len), id(l) == id(l))
x = [[0] * 2 for _ in range(2)]; x[0][0] = 1; print(x); y = [[0] * 2] * 2; y[0][0] = 1; print(y)
a = [1, 2, 3]; b = a; b += [4]; print(a, a is b); a = a + [5]; print(b, a is b)
for bad in (lambda: [][0], lambda: {}["k"], lambda: (1,)[5], lambda: [].pop(), lambda: {}.popitem(), lambda: [1].remove(2), lambda: [1].index(2), lambda: {[]: 1}, lambda: {1}.remove(5), lambda: set([[]]), lambda: [1, "a"].sort(), lambda: sum(["a"]),
            lambda: [1]["a"], lambda: range(5)[10], lambda: dict([1]), lambda: min([]), lambda: next(iter([])), lambda: iter(5), lambda: len(5), lambda: zip(1), lambda: list(5), lambda: (1, 2).append, lambda: sorted([1, None]), lambda: list(zip([1], [1, 2], strict=True)), lambda: {1: 2}.pop(9), lambda: reversed({1}), lambda: hash([])):
    try:
        print(bad())
    except StopIteration:
        print("StopIteration")
    except Exception as error:
        print(type(error).__name__, error)
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as error:
    print(error)
try:
    t[0] = 1
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
