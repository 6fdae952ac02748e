"""pprint: containers of every kind, widths, depths, options."""
import collections
import dataclasses
import types
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pp, pprint, saferepr

nested = {'name': 'x' * 30, 'values': list(range(30)), 'inner': {'b': [1, 2, {'deep': ('a' * 20, 'b' * 20, 'c' * 20)}], 'a': None}, 3: {1, 2, 3}}
pprint(nested)
pprint(nested, width=40)
pprint(nested, width=40, indent=4)
pprint(nested, depth=1)
pprint(nested, depth=2, width=60)
pprint(nested, compact=True, width=50)
pp({'b': 1, 'a': 2})
pprint({'b': 1, 'a': 2})
pprint({'b': 1, 'a': 2}, sort_dicts=False)
pprint([1234567, 10**9], underscore_numbers=True)
pprint('a long string that does not fit into the width of this line and must be split ' * 2, width=40)
pprint(['short', 'a long string that does not fit into the width of this line and must be split'], width=40)
pprint('with\nnew lines\nin it' * 4, width=30)
pprint(b'bytes that are long enough to be split over lines, are they not?', width=30)
pprint(bytearray(b'x' * 60), width=40)
pprint((1,))
pprint(('a' * 50, 'b' * 50))
pprint(('a' * 90,))
pprint([])
pprint({})
pprint(set())
pprint(frozenset('abc' * 3), width=5)
pprint({'x' * 30, 'y' * 30, 'z' * 30})
pprint(collections.OrderedDict((f'key{i}', i) for i in range(10)), width=40)
pprint(collections.defaultdict(list, {f'key{i}': [i] * 5 for i in range(5)}), width=40)
pprint(collections.Counter('abracadabra' * 3), width=20)
pprint(collections.deque(range(30), maxlen=40), width=40)
pprint(collections.deque(range(30)), width=40)
pprint(collections.ChainMap({'a' * 20: 1}, {'b' * 20: 2}), width=30)
pprint(types.SimpleNamespace(a=1, b='x' * 40, c=[1] * 30), width=50)
pprint(types.MappingProxyType({f'key{i}': i for i in range(10)}), width=30)
pprint(collections.UserDict({f'key{i}': i for i in range(10)}), width=30)
pprint(collections.UserList(range(30)), width=30)


@dataclasses.dataclass
class Point:
    x: int
    y: int
    name: str = 'a point with a long name'
    hidden: int = dataclasses.field(default=5, repr=False)
    inner: object = None


pprint(Point(1, 2))
pprint(Point(1, 2, inner=Point(3, 4, 'x' * 60)), width=60)
pprint([Point(1, 2)] * 3, width=40)
loop = [1, 2]
loop.append(loop)
print(pformat(loop).startswith('[1, 2, <Recursion on list with id='), isrecursive(loop), isreadable(loop), isreadable([1, 'a']), isreadable(object()))
table = {'self': None}
table['self'] = table
print(isrecursive(table), saferepr([3, 1]), saferepr({'b': 1, 'a': 2}))


class Custom:
    def __repr__(self):
        return '<a custom repr that is rather long, longer than the line>'


pprint([Custom(), Custom()], width=30)
pprint({1: 'a', 'b': 2, None: 3, (1, 2): 4})
pprint({i: 'v' * i for i in range(12)})
printer = PrettyPrinter(width=30, indent=2, compact=True)
printer.pprint(list(range(40)))
print(printer.pformat({'k': 'v'}), printer.isreadable([1]))
pprint([[['a' * 20], ['b' * 20]], [['c' * 20]]], width=40)
pprint(True)
pprint(None)
pprint(1.5)
for bad in (dict(indent=-1), dict(depth=0), dict(width=0)):
    try:
        PrettyPrinter(**bad)
    except ValueError as error:
        print(error)
