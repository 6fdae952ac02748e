from collections import ChainMap, abc


def t(text):
    try:
        print(text, '=>', eval(text))
    except Exception as error:
        print(text, '=>', type(error).__name__, error)


class Own(ChainMap):
    pass


c = ChainMap({'a': 1}, {'b': 2})
for text in ['reversed(c)', 'c.keys()', 'c.values()', 'c.items()', 'c | {"o": 1}', '{"o": 1} | c', 'c | c', 'c | 1', '1 | c', 'c.update(1, 2)', 'c.update([1])', 'c.setdefault()',
             'sorted(c.items() ^ {("x", 1), ("b", 2)})', 'c.items() <= {("a", 1)}', 'ChainMap.fromkeys([1, 2], 0)', 'c.keys().mapping', 'isinstance(c, abc.MutableMapping)', 'c.values() == c.values()', 'c.keys() == c.keys()',
             '3 in c.items()', 'c == {"a": 1, "b": 2}', 'c == 1', 'hash(c)', 'c.pop("b")', 'c.get("b"), c.get("z", 3)', 'Own({}, c) | {1: 2}', 'c.__ior__({"i": 1})', 'c', 'list(c)', 'len(c)', 'c.parents', 'c.new_child(k=1)', 'c.popitem()',
             'c.clear()', 'c', 'c["zz"]', 'dict(c)', 'bool(c)', 'repr(ChainMap())', '{c: 1}', 'c < c']:
    t(text)
