"""enum: members, flags, aliases, checks, the functional API, and what they say when something is wrong."""
import enum, pickle, copy
from enum import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:300])
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
class Animal(Enum):
    _ignore_ = ['tmp']
    tmp = 5
    DOG = auto()
    CAT = auto()
    def speak(self): return self.name.lower()
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return round(self.mass / self.radius ** 2, 3)
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
class IP(IntFlag):
    A = 1; B = 2
t(lambda: (Color.RED, repr(Color.RED), Color(1), Color['GREEN'], Color.CRIMSON, list(Color), len(Color), Color.RED in Color, 1 in Color, 9 in Color))
t(lambda: Color(7)); t(lambda: Color['NO']); t(lambda: Color.NO); t(lambda: Color.RED.BLUE)
t(lambda: Color.RED < Color.BLUE); t(lambda: Color.RED == 1); t(lambda: {Color.RED: 1}[Color.CRIMSON])
t(lambda: (Color.__members__, dir(Color)[:4], dir(Color.RED)))
t(lambda: [a.speak() for a in Animal]); t(lambda: hasattr(Animal,'tmp'))
t(lambda: (Planet.EARTH.g, Planet.EARTH.value, Planet.MARS))
t(lambda: (Perm.R | Perm.X, Perm.RW, Perm(0), ~Perm.R, list(Perm.RW), Perm.R in Perm.RW, Perm.RW & Perm.R, Perm.R ^ Perm.W, bool(Perm(0)), len(Perm.RW), Perm['RW'], Perm(7)))
t(lambda: Perm(9)); t(lambda: (IP.A | IP.B, IP(5), IP.A + 1, IP(0), ~IP.A, IP.A | 8))
t(lambda: pickle.loads(pickle.dumps(Color.RED)) is Color.RED); t(lambda: copy.deepcopy(Perm.RW) is Perm.RW)
def sub():
    class C2(Color): X = 4
t(sub)
def dup():
    class C3(Enum):
        A = 1
        A = 2
t(dup)
def assign(): Color.RED = 5
t(assign)
def assign2(): Color.RED.value = 5
t(assign2)
def uniq():
    @unique
    class U(Enum):
        A = 1; B = 1
t(uniq)
def ver():
    @verify(UNIQUE, CONTINUOUS)
    class V(IntEnum):
        A = 1; B = 3
t(ver)
def ver2():
    @verify(UNIQUE)
    class V(IntEnum):
        A = 1; B = 1
t(ver2)
def ver3():
    @verify(NAMED_FLAGS)
    class V(Flag):
        A = 1; B = 2; C = 12
    return V
t(ver3)
class S(StrEnum):
    A = auto(); B = 'x'
t(lambda: (S.A, repr(S.A), f'{S.B}', S.A == 'a', S('x'), S.A.upper()))
class W(Enum):
    @classmethod
    def _missing_(cls, value): return cls.A if value == 'dflt' else None
    A = 'a'
t(lambda: (W('dflt'), W('a'))); t(lambda: W('zz'))
class L(Enum):
    def _generate_next_value_(name, start, count, last): return name.title()
    N = auto(); E = auto()
t(lambda: list(L))
t(lambda: list(Enum('D', 'A B C'))); t(lambda: list(Flag('F', ['A', 'B']))); t(lambda: list(Enum('G', {'x': 1}))); t(lambda: list(StrEnum('SS', 'AA BB'))); t(lambda: repr(Enum('D','A')))
class M(int, Enum):
    A = 1
t(lambda: (M.A + 1, repr(M.A), str(M.A), f'{M.A}', M.A == 1, isinstance(M.A, int)))
class Op(Enum):
    ADD = member(lambda a, b: a + b)
    @nonmember
    class Inner: pass
    def __call__(self, *a): return self.value(*a)
t(lambda: (Op.ADD(1, 2), list(Op)[0].name, Op.Inner))
t(lambda: (isinstance(Color, EnumType), type(Color), Color.__doc__, Color.RED.__class__, Color.RED.__objclass__ if hasattr(Color.RED,'__objclass__') else 0))
match Color.RED:
    case Color.GREEN: print('g')
    case Color.RED: print('r')
t(lambda: (hash(Color.RED) == hash('RED'), Color.RED is Color(1), [c.name for c in reversed(Color)], sorted(Color, key=lambda c: -c.value)))
t(lambda: EnumCheck.UNIQUE); t(lambda: EnumDict); t(lambda: bool(Color.RED)); t(lambda: iter(Color.RED)); t(lambda: Color())
class H(Enum):
    A = 1
    B = A
    def describe(self): return f'{self.name}={self.value}'
    @staticmethod
    def default(): return H.A
    def __str__(self): return 'H!' + self.name
t(lambda: (H.B, H.A.describe(), H.default(), f'{H.A}', '%s' % H.A, format(H.A, '>6')))
class HTTP(IntEnum):
    OK = 200, 'fine'
    NO = 404, 'missing'
    def __new__(cls, v, phrase):
        o = int.__new__(cls, v); o._value_ = v; o.phrase = phrase; return o
t(lambda: (HTTP.OK.phrase, HTTP(404), HTTP.OK == 200, repr(HTTP.NO), HTTP(404).phrase))
class Al(Enum):
    A = 1
    A2 = 2
    def __init__(self, *a): self._add_alias_('alias_' + self.name) if hasattr(self, '_add_alias_') else None
t(lambda: Al['alias_A'])
