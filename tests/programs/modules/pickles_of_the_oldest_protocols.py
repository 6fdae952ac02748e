"""Pickles of protocols 0 to 2, byte by byte, and read again; texts of Python 2."""
import collections
import datetime
import fractions
import io
import pickle


class Plain:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(other) is type(self) and vars(other) == vars(self)


class Slotted:
    __slots__ = ('a',)

    def __init__(self, a):
        self.a = a


class Stated(Plain):
    def __getstate__(self):
        return ('state', self.x)

    def __setstate__(self, state):
        self.x = state[1]


class Listed(list):
    pass


class Counted(int):
    pass


class Newed:
    def __new__(cls, a, *, b):
        self = super().__new__(cls)
        self.ab = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.ab[0],), {'b': self.ab[1]}


def named():
    pass


shared = ['same']
values = [None, True, False, 0, 1, -1, 255, 256, 65536, -2147483648, 2147483647, 2147483648, -10**30, 1.5, -0.0, float('inf'), 1e100, '', 'text',
          'ä€😀\\ \n\r\0\x1a', b'', b'bytes\xff', bytearray(), bytearray(b'ab'), (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {'a': 1},
          {'a': 1, 'b': [2]}, [shared, shared], set(), {3}, frozenset(), frozenset([4]), 1 + 2j, ..., NotImplemented, int, type(None), named, len, Plain,
          Plain(3), Stated(4), Listed([1, 2]), Counted(5), range(3), slice(1, 2), ValueError('wrong'), KeyError('k'), FileNotFoundError('gone'),
          ModuleNotFoundError('m'), datetime.timedelta(1, 2), fractions.Fraction(1, 3), collections.OrderedDict(a=1), collections.deque([1]),
          collections.Counter('ab'), collections.defaultdict(list, a=[1]), list(range(3)) * 2, 'x' * 300]
for value in values:
    shown = repr(value)[:30].split(' at 0x')[0].split(' object')[0]
    for protocol in range(3):
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        print(shown, protocol, data if len(data) < 200 else len(data), repr(back) == repr(value) or back == value)

circle = []
circle.append((circle, {'in': circle}))
for protocol in range(6):
    data = pickle.dumps(circle, protocol)
    back = pickle.loads(data)
    print(protocol, data, back[0][0] is back, back[0][1]['in'] is back)
for value in (Slotted(1), Newed(1, b=2), lambda: 1):
    for protocol in range(3):
        try:
            data = pickle.dumps(value, protocol)
            back = pickle.loads(data)
            print(type(value).__name__, protocol, data, pickle.dumps(Newed.__new__, 3), getattr(back, 'a', None), getattr(back, 'ab', None))
        except Exception as error:
            print(type(value).__name__, protocol, type(error).__name__, str(error).split(' at 0x')[0])

for data in (b"S'abc'\np0\n.", b'U\x03abc.', b'T\x03\0\0\0abc.', b"(dp0\nS'a'\nI1\ns.", b'I01\n.', b'L12345678901234567890L\n.', b'F1.5\n.', b'(lp0\nI1\naI2\na.',
             b'c__builtin__\nxrange\n.', b'cexceptions\nValueError\n.', b'ccopy_reg\n_reconstructor\n.', b'(i__main__\nPlain\n.', b'(c__main__\nCounted\nI5\no.',
             b'(I1\nI2\nd.', b"S'abc\n.", b'Vtext\\u20ac\n.', b'p0\n.', b'g5\n.', b'~', b'', b'(.', b'I1'):
    try:
        found = pickle.loads(data)
        print(data, type(found).__name__, str(found if not isinstance(found, Plain) else vars(found)).split(' at 0x')[0])
    except Exception as error:
        print(data, type(error).__name__)
print(pickle.loads(b'U\x02\xc3\xa4.', encoding='utf-8'), pickle.loads(b'U\x02\xc3\xa4.', encoding='bytes'), pickle.loads(b'U\x01\xe4.', encoding='latin1'))


class Named(pickle.Pickler):
    def persistent_id(self, obj):
        return 'the-list' if obj is shared else None


class Found(pickle.Unpickler):
    def persistent_load(self, pid):
        return 'found ' + pid


for protocol in range(3):
    file = io.BytesIO()
    Named(file, protocol).dump([shared, 1])
    print(file.getvalue(), Found(io.BytesIO(file.getvalue())).load())
print([len(pickle.dumps({'name': 'Ada', 'tags': ['x', 'y'], 'n': 36}, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)])
print(pickle.dumps([int, ValueError], 2, fix_imports=False))
