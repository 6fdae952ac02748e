# Constructs whose meaning lies in the special methods that the interpreter calls, and in what it does not call.
import copy
import enum
import functools
import itertools
import operator
import dataclasses
import collections


def part(name):
    print('--', name)


part('special methods are looked up on the type')
class T:
    pass
t = T()
t.__len__ = lambda: 5
t.__call__ = lambda: 1
try:
    len(t)
except TypeError as error:
    print(error)
T.__len__ = lambda self: 6
print(len(t), bool(t))

part('__bool__ and __len__')
class E:
    def __len__(self): return 0
print(bool(E()), not E(), 1 if E() else 2)

part('__eq__ takes __hash__ away')
class Q:
    def __eq__(self, o): return True
class R(Q):
    __hash__ = object.__hash__
print(Q.__hash__, R.__hash__ is object.__hash__, Q() == 1, Q() != 1)

part('identity before equality in containers')
nan = float('nan')
print(nan in [nan], [nan] == [nan], nan == nan, {nan: 1}[nan], [nan].index(nan), (nan,) == (float('nan'),))

part('comparison falls back to the other')
class Lo:
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return 'lo gt'
class Hi:
    def __lt__(self, o): return 'hi lt'
class Sub(Lo):
    def __gt__(self, o): return 'sub gt'
print(Lo() > Hi(), Hi() < 1, Lo() < Sub(), Sub() > Lo())

part('reflected of a subclass goes first')
class N:
    def __add__(self, o): return 'N add'
    def __radd__(self, o): return 'N radd'
class M(N):
    def __radd__(self, o): return 'M radd'
print(N() + N(), N() + M(), M() + N())

part('in-place falls back')
class Ip:
    def __add__(self, o): return 'added'
a = b = Ip(); a += 1
print(a, b is not a)
l = m = [1]; l += (2,); print(m); l = l + [3]; print(m)
t = (1,); u = t; t += (2,); print(u)

part('__getattr__ and __getattribute__')
class G:
    x = 1
    def __getattribute__(self, name):
        if name == 'hidden': raise AttributeError('hidden!')
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return f'got {name}'
print(G().x, G().hidden, G().y, hasattr(G(), 'anything'), getattr(T(), 'no', 'default'))

part('__setattr__, __delattr__, __dir__')
class Sd:
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
    def __dir__(self): return ['b', 'a']
s = Sd(); s.v = 4; print(s.v, dir(s), vars(s)); del s.v

part('callable classes and instances')
class C:
    def __new__(cls, *a, **k):
        self = super().__new__(cls); self.made = (a, k); return self
    def __init__(self, *a, **k): self.inited = (a, k)
    def __call__(self, *a, **k): return a, k
c = C(1, x=2)
print(c.made, c.inited, c(3, y=4), callable(c), callable(T()))
class Other:
    def __new__(cls): return 'a string'
    def __init__(self): print('never')
print(Other())

part('__index__, __int__, __float__, __complex__, __round__, __trunc__')
class I:
    def __index__(self): return 2
    def __round__(self, n=None): return f'round {n}'
    def __trunc__(self): return 7
    def __floor__(self): return 8
    def __ceil__(self): return 9
    def __abs__(self): return 10
    def __divmod__(self, o): return 'dm'
    def __pow__(self, o, m=None): return (o, m)
import math
i = I()
print([0, 1, 2][i], 'abc'[i], range(i), int(i), float(i), complex(i), bin(i), 'x' * i, round(i), round(i, 2), math.trunc(i), math.floor(i), math.ceil(i), abs(i), divmod(i, 1), pow(i, 2, 3), i ** 4)

part('__format__, __str__, __repr__, __bytes__')
class F:
    def __repr__(self): return 'REPR'
class F2(F):
    def __str__(self): return 'STR'
    def __format__(self, s): return f'FMT{s}'
    def __bytes__(self): return b'B'
print(F(), str(F()), f'{F()}', f'{F()!s:>6}', [F2()], str(F2()), f'{F2():q}', '%s %r' % (F2(), F2()), '{!r} {:z}'.format(F2(), F2()), bytes(F2()))

part('recursion in repr')
l = [1]; l.append(l); d = {}; d['d'] = d; o = collections.OrderedDict(); o['o'] = o; q = collections.deque(); q.append(q)
print(l, d, o, q, ([],))
@dataclasses.dataclass
class Rec:
    r: object = None
r = Rec(); r.r = r; print(r)

part('copying')
class Cp:
    def __init__(self): self.l = [1]
    def __deepcopy__(self, memo): print('deep', type(memo).__name__); return 'copied'
x = [Cp(), {'k': [1, 2]}, (1, [2])]
y = copy.deepcopy(x); x[1]['k'].append(3); print(y)
z = copy.copy(x); print(z[1] is x[1], z is x)
cyc = []; cyc.append(cyc); k = copy.deepcopy(cyc); print(k[0] is k, k is cyc)

part('slices of every kind')
s = list(range(10))
print(s[-3:], s[::-2], s[8:2:-3], s[100:], s[:-100], s[5:5], s[slice(None, None, 4)])
s[2:5] = 'abcde'; print(s); s[::4] = [0] * len(s[::4]); print(s); del s[1::2]; print(s); s[len(s):] = [9]; s[:0] = [8]; print(s)
print(slice(1, 10, 3).indices(6), slice(-1, None).indices(4), range(10)[2:8:2], range(10)[::-1][1], 'abcdef'[4:1:-1])

part('dict order, views and merging')
d = {'b': 1, 'a': 2}; d['c'] = 3; d['b'] = 4; del d['a']; d['a'] = 5
print(d, list(reversed(d)), d.keys() & {'a', 'z'}, d.items() - {('a', 5)}, d | {'z': 0, 'b': 1}, d.keys() == {'a', 'b', 'c'})
v = d.values(); d['n'] = 6; print(list(v), len(v), d.popitem(), d.setdefault('s', []), dict.fromkeys('xy', 0))
class Dm(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
dm = Dm(); print(dm[4], dm, dm.get(5), 5 in dm)
print({1: 'a', True: 'b', 1.0: 'c'}, {**{'a': 1}, 'a': 2})

part('sets and frozensets')
print({1, 2} <= {1, 2, 3}, {1} < {1}, {1, 2} ^ {2, 3}, frozenset([1]) | {2}, {frozenset([1]): 'f'}[frozenset([1])], {1, 2}.isdisjoint([3]), len({1, 1.0, True}))

part('sorting is stable, keys once')
data = [('b', 1), ('a', 1), ('c', 0)]
calls = []
print(sorted(data, key=lambda p: calls.append(p) or p[1]), len(calls), sorted('bca', reverse=True), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
print(min('ccab', key=str.lower), max([1, 1.0, True], key=lambda v: v), min([], default='none'), max([[1], [1, 2]], key=len))

part('numbers at their edges')
print(-7 // 2, -7 % 2, 7 // -2, 7 % -2, divmod(-7, 2), -7 >> 1, ~5, -5 & 3, -1 ** 2, 2 ** -1, 0 ** 0, round(2.5), round(3.5), round(-2.5), round(1234, -2), int(-3.9))
print(1e16 + 1, 0.1 + 0.2, 1e308 * 10, -0.0, 0.0 == -0.0, 5e-324, 1 / 3, 1e22, 1e21 + 1, 123456789012345678, float('1e-400'), 2 ** 64, -2 ** 63, 10 ** 25)
print((1 << 100) % 97, hash(-1), hash(1.0) == hash(1), True + True, 3 .real, 0b101.bit_length(), (255).to_bytes(2), 1_000_000, int('-0x1f', 0), complex('1+2j') ** 2)
print(1 == 1.0 == True, 2 ** 53 == 2 ** 53 + 1.0, 10 ** 20 < 1e20 + 1, float('inf') > 10 ** 400, math.inf - math.inf, 7.0 // 0.1, 1e300 % 7)

part('strings')
print('a,b,,c'.split(','), ' a  b '.split(), 'a\nb\r\nc\x0bd'.splitlines(), 'abc'.partition('b'), 'x'.join('abc'), 'ß'.upper(), 'İ'.lower() == 'i̇', 'ǆ'.title(), 'ﬁ'.casefold(), 'A'.zfill(3), '-5'.zfill(4))
print('%5.1f|%-5s|%+d|%#x|%05d|%e|%g|%c|%%|%r' % (3.14159, 'ab', 5, 255, -42, 12345.678, 1e-5, 'z', 'q'))
print('{:>{w}}|{:*^9}|{:,}|{:_x}|{:.3%}|{:+.2e}|{0!r:>5}|{1:}'.format('a', 'mid', 1234567, 65535, 0.1234, 12345.6789, w=4) if False else '{0:>{w}}|{1:*^9}|{2:,}|{3:_x}|{4:.3%}|{5:+.2e}|{0!r:>5}'.format('a', 'mid', 1234567, 65535, 0.1234, 12345.6789, w=4))
print('abc'.translate({97: 'x', 98: None}), 'tab\tx'.expandtabs(4), 'Hello World'.swapcase(), 'x' in 'xyz', 'aXbX'.replace('X', '-', 1), 'abcabc'.rfind('bc'), '12'.isdecimal(), '²'.isdigit(), '½'.isnumeric(), 'a1_'.isidentifier())
print(ascii('é\u20ac\U0001f600'), repr('it\'s "q"'), repr('\x00\x7f\xa0\u200b'), 'é' == 'e\u0301', len('👍🏽'))

part('bytes')
print(b'abc'[0], b'abc'[1:], bytes([65, 66]), b'a' + bytearray(b'b'), bytearray(b'xyz')[::-1], b'%d %s' % (1, b'q'), bytes.fromhex('61 62'), b'ab'.hex(':'), b'a\xff'.decode('latin-1'), memoryview(b'abc')[1:].tobytes())

part('itertools and functools')
print(list(itertools.groupby('aabbc', str.upper))[0][0], [(k, list(g)) for k, g in itertools.groupby([1, 1, 2, 3, 3], lambda v: v % 2)], list(itertools.pairwise('abc')), list(itertools.batched('abcde', 2)))
print(functools.reduce(operator.mul, [1, 2, 3, 4], 10), functools.partial(int, base=2)('101'), list(itertools.accumulate([1, 2, 3], initial=10)), list(itertools.product('ab', repeat=2))[1], list(itertools.combinations('abc', 2)))
@functools.lru_cache(maxsize=2)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30), fib.cache_info())
@functools.singledispatch
def sd(x): return 'object'
@sd.register
def _(x: int | float): return 'number'
@sd.register(list)
def _(x): return 'list'
print(sd(1), sd(1.5), sd([]), sd('s'), sd(True), sd.dispatch(int) is sd.registry[int])

part('enumerations')
class Color(enum.Enum):
    RED = 1
    GREEN = enum.auto()
    CRIMSON = 1
    def shout(self): return self.name + '!'
    @classmethod
    def default(cls): return cls.GREEN
print(list(Color), Color.CRIMSON is Color.RED, Color(2), Color['RED'].shout(), Color.default(), Color.__members__.keys(), Color.RED in Color, 1 in Color, repr(Color.RED), hash(Color.RED) == hash('RED'))
class Perm(enum.Flag):
    R = 4; W = 2; X = 1
    RW = R | W
print(Perm.R | Perm.X, Perm.RW, ~Perm.R, Perm(7), list(Perm.RW), Perm.R in Perm.RW, bool(Perm(0)), Perm(0))
class Planet(enum.Enum):
    EARTH = (5.97e24, 6.37e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def dense(self): return self.mass > 1e24
print(Planet.EARTH.dense, Planet.EARTH.value, Planet((5.97e24, 6.37e6)))
class St(enum.StrEnum):
    A = enum.auto(); B = 'bee'
class In(enum.IntEnum):
    ONE = 1
print(St.A, St.B == 'bee', f'{St.B:>5}', In.ONE + 1, f'{In.ONE}', sorted([In.ONE, 0]))

part('data classes')
@dataclasses.dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = dataclasses.field(default_factory=list, compare=False, repr=False)
    total: int = dataclasses.field(init=False)
    def __post_init__(self): self.total = self.x + self.y
p, q = P(1), P(1, 2, ['t'])
print(p, p < q, p == P(1, 0, ['z']), dataclasses.replace(q, x=5), dataclasses.asdict(q), [f.name for f in dataclasses.fields(P)], P.__match_args__)
@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Z:
    a: int
    b: str = 'b'
z = Z(a=1)
print(z, hash(z) == hash(Z(a=1)), Z.__slots__, {z: 1}[Z(a=1)])
@dataclasses.dataclass
class Child(P):
    z: int = 9
print(Child(1, 2), Child.__mro__[1].__name__)
Nt = collections.namedtuple('Nt', 'a b', defaults=[5])
n = Nt(1); print(n, n._replace(b=2), n._asdict(), n[0], *n, Nt._fields, Nt._field_defaults, n == (1, 5))

part('multiple inheritance')
class A:
    def f(self): return ['A']
class B(A):
    def f(self): return ['B'] + super().f()
class Cc(A):
    def f(self): return ['C'] + super().f()
class D(B, Cc):
    def f(self): return ['D'] + super().f()
print(D().f(), [k.__name__ for k in D.mro()], isinstance(D(), Cc), super(B, D()).f())

part('abstract base classes and virtual subclasses')
import abc
class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...
    @classmethod
    def __subclasshook__(cls, c): return True if hasattr(c, 'area') else NotImplemented
class Duck:
    area = 1
@Shape.register
class Registered: pass
print(issubclass(Duck, Shape), isinstance(Registered(), Shape), Shape.__abstractmethods__, isinstance(1, Shape))
from collections.abc import Mapping, Sequence, Hashable, Callable, Iterable
class Mp(Mapping):
    def __getitem__(self, k): return k
    def __iter__(self): return iter('ab')
    def __len__(self): return 2
mp = Mp(); print(dict(mp), 'q' in mp, mp == {'a': 'a', 'b': 'b'}, list(mp.items()), isinstance([], Sequence), isinstance([], Hashable), isinstance(len, Callable))

part('context managers that are classes, decorators that are classes')
class Count:
    def __init__(self, f): functools.update_wrapper(self, f); self.f, self.n = f, 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
    def __get__(self, o, t=None): return self if o is None else functools.partial(self, o)
class Uses:
    @Count
    def m(self, x): "doc of m"; return x * 2
u = Uses(); print(u.m(2), Uses.m.n, Uses.m.__doc__, Uses.m.__name__)

part('iterators are exhausted once')
it = iter([1, 2, 3]); print(list(zip(it, it)), list(it)); z = zip([1], [2]); print(list(z), list(z))
g = (x for x in [1, 2]); print(2 in g, list(g)); e = enumerate('ab', 1); print(next(e), list(e)); print(list(map(lambda a, b: a + b, [1, 2], [3])), list(filter(None, [0, 1, '', 'a'])))
l = [1, 2, 3, 4]
for v in l:
    if v % 2: l.remove(v)
print(l)

part('unpacking anything iterable')
a, (b, *c), d = 'x', range(3), {'k': 1}
print(a, b, c, d); [a, b] = {1: 0, 2: 0}; print(a, b); a, b = b, a; print(a, b)
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, x=7), f(*[1, 2], **{'d': 3, 'a': 4, 'b': 5}))

part('exceptions as objects')
e = ValueError('a', 1); e.add_note('n1'); e.extra = 5
print(e.args, str(e), repr(e), e.__notes__, e.extra, ValueError() .args, str(KeyError('k')), str(OSError(2, 'msg', 'file')), repr(OSError(2, 'msg')).startswith('FileNotFound') or True)
class Custom(Exception):
    def __init__(self, code): self.code = code; super().__init__(f'code {code}')
try:
    raise Custom(5)
except Custom as error:
    print(error, error.code, error.args)
g = ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [TypeError(2)])])
print(g.subgroup(TypeError), g.split(ValueError), g.derive([KeyError()]), repr(g))
