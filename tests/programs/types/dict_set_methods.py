"""Every dict and set method, views, order, merging, errors."""
d = {"a": 1, "b": 2}
for e in ("d['a']", "d['z']", "d.get('z')", "d.get('z', 0)", "d.setdefault('c', 3)", "d.setdefault('a', 9)", "d", "d.pop('c')", "d.pop('z')", "d.pop('z', None)", "d.popitem()", "d", "d.update(x=1, y=2)", "d.update({'a': 5}, b=6)", "d.update([('k', 1)])", "d", "d.keys()", "d.values()", "d.items()", "list(d)", "sorted(d)", "d.copy() == d", "'a' in d", "1 in d.values()", "('a', 5) in d.items()", "len(d)", "d | {'a': 0}", "{**d, 'n': 1}", "d.keys() & {'a', 'q'}", "sorted(d.keys() - {'a'})", "len(d.keys() | {1})", "sorted(d.items() ^ {('a', 5)})", "dict(a=1)", "dict([(1, 2)])", "dict([1])", "dict(['ab'])", "dict([(1,2,3)])", "dict(5)", "dict.fromkeys('ab', 0)", "dict.fromkeys([1])", "{1: 'a', 1.0: 'b', True: 'c'}", "{[]: 1}", "{{}: 1}", "d[[]]", "d.get([])", "d < d", "d + d", "d.foo", "d.keys()[0]", "next(iter(d))", "list(reversed(d))", "{v: k for k, v in d.items()}", "d == dict(reversed(d.items()))", "d.clear()", "d", "d.popitem()", "min({'b': 1, 'a': 2})", "{1: 2}.update(5)", "{1: 2}.update([1])", "{'a': {'b': 1}}['a']['b']", "dict(zip([1,2],[3,4]))", "{}.pop('a', 1, 2)", "{'a':1}.get()", "del_", "{1,2} | {3}", "{1,2} & {2,3}", "{1,2} - {2}", "{1,2} ^ {2,3}", "{1,2} <= {1,2,3}", "{1} < {1}", "{1,2}.issubset([1,2,3])", "{1,2}.union([3], (4,))", "{1,2}.intersection([2])", "{1}.isdisjoint({2})", "set()", "set('aab') == {'a','b'}", "frozenset([1])", "{1,2} == frozenset([1,2])", "{[1]}", "{1} | [2]", "{1} + {2}", "{1}[0]", "{1}.pop()", "set().pop()", "{1}.remove(2)", "{1}.discard(2)", "{1}.add([1])", "{1}.add(1, 2)", "hash(frozenset([1,2])) == hash(frozenset([2,1]))", "hash({1})", "frozenset([1]).add(2)", "{1,2,3}.difference({1},[2])", "{1,2}.symmetric_difference([2,5])", "sorted({3,1,2})", "{*'ab'} == set('ab')", "len({1,1,2})", "max({1,5})", "2 in {1,2}", "[] in {1}", "{frozenset({1})}", "{1:2}.items() == {1:2}.items()", "{1:2}.values() == {1:2}.values()", "type({}.keys())", "repr({'a': [1], 2: (3,)})", "{(1,2): 3}[1,2]", "bool({})", "{}.keys() == set()", "iter({}).__class__", "dict(a=1, **{'b': 2})", "{**{}, **5}", "set(5)", "{1,2}.intersection_update", "dict.fromkeys(5)", "{None: 1}[None]", "{1: 1}[2]", "{'k': 1}[('k',)]"):
    try:
        print(e, "->", repr(eval(e)) if "_update" not in e else "method")
    except Exception as x:
        print(e, "->", type(x).__name__, x)
s = {1, 2, 3}
for stmt in ("s |= {4}", "s &= {1, 2, 9}", "s -= {2}", "s ^= {1, 5}", "s.update([7], (8,))", "s.intersection_update({7, 5})", "s.difference_update([7])", "s.symmetric_difference_update({5, 6})", "s.clear()", "d['x'] = 1", "d |= {'y': 2}", "d |= [('z', 3)]", "d |= 5", "del d['x']", "del d['nope']", "d['n'] = d.get('n', 0) + 1", "s |= [1]", "for k in list(d): del d[k]"):
    try:
        exec(stmt)
        print(stmt, "->", sorted(s), d)
    except Exception as x:
        print(stmt, "->", type(x).__name__, x)
counts = {}
for w in "the cat the dog the end".split():
    counts[w] = counts.get(w, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])), max(counts, key=counts.get))


class D(dict):
    def __missing__(self, key):
        return f"no {key}"


print(D(a=1)["a"], D()["q"], D().get("q"))


class K:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return 1


print({K(1): "a", K(2): "b"}[K(2)], len({K(1), K(1)}))
v = {1: 2}.keys()
try:
    v.add(1)
except AttributeError as e:
    print(e)
