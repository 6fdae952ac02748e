import enum, re
from enum import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class Color(Enum):
    RED = 1
    GREEN = 2
class Empty(Enum): pass
t(lambda: type('X', (Color,), {})); t(lambda: type('X', (Empty,), {})); t(lambda: type('X', (Enum,), {})); t(lambda: type('X', (IntEnum,), {'A': 1}))
t(lambda: Enum('Y', 'A B')); t(lambda: list(Enum('Y', 'A B'))); t(lambda: list(Enum('Y', ['A', 'B'], start=5))); t(lambda: list(Enum('Y', {'A': 'x'}))); t(lambda: list(Enum('Y', [('A', 3)], type=int))); t(lambda: Empty('Z', 'P Q').P)
def sub():
    class More(Color): X = 3
t(sub)
def dup():
    class D(Enum): A = 1; A = 2
t(dup)
t(lambda: Color(3)); t(lambda: Color['BLUE']); t(lambda: Color.BLUE); t(lambda: setattr(Color, 'RED', 3)); t(lambda: delattr(Color, 'RED')); t(lambda: Color.RED.name); t(lambda: setattr(Color.RED, 'name', 1)); t(lambda: Color.RED < Color.GREEN); t(lambda: Color()); t(lambda: Color(1, 2)); t(lambda: Color.RED.RED); t(lambda: 1 in Color); t(lambda: 'RED' in Color); t(lambda: Color.RED in Color); t(lambda: len(Color)); t(lambda: bool(Empty)); t(lambda: Color.__members__); t(lambda: Color.RED.__class__); t(lambda: isinstance(Color.RED, Color)); t(lambda: repr(Color)); t(lambda: dir(Color.RED)); t(lambda: list(reversed(Color))); t(lambda: hash(Color.RED) == hash('RED')); t(lambda: Color.RED == 1); t(lambda: {Color.RED: 1}); t(lambda: f'{Color.RED} {Color.RED!r} {Color.RED:>12}')
class P(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
t(lambda: P.R | P.X); t(lambda: P.RW); t(lambda: P(7)); t(lambda: P(8)); t(lambda: ~P.R); t(lambda: P.R & P.W); t(lambda: list(P.RW)); t(lambda: P.R in P.RW); t(lambda: P(0)); t(lambda: bool(P(0))); t(lambda: len(P.RW)); t(lambda: P['RW']); t(lambda: P.R ^ P.RW); t(lambda: P.R | 1); t(lambda: list(P)); t(lambda: P.R.value); t(lambda: str(P.R | P.X)); t(lambda: P(-1)); t(lambda: P.__members__.keys())
class I(IntFlag): A = 1; B = 2
t(lambda: I.A | 4); t(lambda: I(9)); t(lambda: I.A + 1); t(lambda: ~I.A); t(lambda: I.A == 1); t(lambda: f'{I.A}'); t(lambda: str(I.A)); t(lambda: I.A | I.B)
class S(StrEnum): A = auto(); B = 'bee'
t(lambda: S.A); t(lambda: S.B.upper()); t(lambda: f'{S.B}'); t(lambda: S('bee')); t(lambda: S.A == 'a'); t(lambda: [s for s in S])
class M(str, Enum): X = 'x'
t(lambda: M.X); t(lambda: f'{M.X}'); t(lambda: str(M.X)); t(lambda: M.X + 'y'); t(lambda: '%s' % M.X)
class N(IntEnum): ONE = 1; TWO = 2
t(lambda: N.ONE + 1); t(lambda: f'{N.ONE}'); t(lambda: str(N.ONE)); t(lambda: sorted([N.TWO, N.ONE])); t(lambda: N(1) is N.ONE); t(lambda: [10, 20][N.ONE]); t(lambda: '%d' % N.TWO); t(lambda: N.ONE < N.TWO); t(lambda: int(N.TWO))
@unique
class U(Enum): A = 1; B = 2
def notunique():
    @unique
    class U2(Enum): A = 1; B = 1
t(notunique)
class Planet(Enum):
    MERCURY = (3.3e23, 2.4e6); EARTH = (5.9e24, 6.3e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return round(6.67e-11 * self.mass / self.radius ** 2, 2)
t(lambda: Planet.EARTH.g); t(lambda: Planet.EARTH.value); t(lambda: Planet((3.3e23, 2.4e6)))
class Alias(Enum): A = 1; B = 1; C = 2
t(lambda: Alias.B); t(lambda: list(Alias)); t(lambda: Alias.__members__)
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'a' else None
t(lambda: Miss('a')); t(lambda: Miss('b'))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    A = auto(); B = auto()
t(lambda: [x.value for x in Auto])
class Meth(Enum):
    A = 1
    def hello(self): return 'hi ' + self.name
    @classmethod
    def default(cls): return cls.A
    @staticmethod
    def st(): return 's'
    def __str__(self): return 'M' + self.name
t(lambda: Meth.A.hello()); t(lambda: Meth.default()); t(lambda: Meth.st()); t(lambda: str(Meth.A)); t(lambda: f'{Meth.A}')
class Nm(Enum):
    A = member(1); B = nonmember(2)
    def f(self): return 1
    @property
    def p(self): return self._value_
    class Inner: pass
t(lambda: list(Nm)); t(lambda: Nm.B); t(lambda: Nm.A.p); t(lambda: Nm.A._name_)
class Ig(Enum):
    _ignore_ = ['i']
    i = 5
    A = 1
t(lambda: Ig.i); t(lambda: list(Ig))
class V(Enum):
    _value_: int
    A = 1
    def __new__(cls, v): o = object.__new__(cls); o._value_ = v * 10; return o
t(lambda: V.A.value); t(lambda: V(10)); t(lambda: V(1))
class B(Flag, boundary=KEEP): A = 1
t(lambda: B(5)); t(lambda: verify(UNIQUE)(Color) is Color)
class B2(Flag, boundary=EJECT): A = 1
t(lambda: B2(5))
class B3(Flag, boundary=CONFORM): A = 1
t(lambda: B3(5))
def vcont():
    @verify(CONTINUOUS)
    class C(Enum): A = 1; B = 3
t(vcont)
match Color.RED:
    case Color.RED: print('matched')
