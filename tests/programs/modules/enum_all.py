"""enum: Enum, IntEnum, StrEnum, Flag, auto, aliases, methods, lookups, errors."""
from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @property
    def pretty(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.GREEN

    def __str__(self):
        return f"color {self.value}"


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Mode(StrEnum):
    READ = auto()
    WRITE = auto()


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.4e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius ** 2, 2)


class State(Enum):
    IDLE = auto()
    BUSY = auto()
    DONE = "d"


print(Color.RED, repr(Color.RED), Color["GREEN"], Color(3), Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED.pretty, Color.default(), Color.RED in Color, Color.__members__)
print(Level.HIGH > 5, Level.LOW + 1, sorted([Level.HIGH, Level.LOW]), f"{Level.LOW}", str(Level.HIGH), repr(Level.HIGH), Level(10), [0, 7][Level.LOW], max(Level))
print(Mode.READ, repr(Mode.WRITE), Mode.READ == "read", Mode("write"), f"{Mode.READ:>6}", Mode.READ.upper())
print(Perm.R | Perm.W, repr(Perm.R | Perm.X), Perm.RW, Perm.R in Perm.RW, ~Perm.R, Perm(0), repr(Perm(0)), bool(Perm.R & Perm.W), list(Perm.RW), Perm(7), Perm.R.value, Perm.RW ^ Perm.R)
print(Planet.EARTH.gravity, Planet.MARS.value, Planet.EARTH, State.IDLE.value, State.BUSY, repr(State.DONE), State("d").name)
print(Color.RED == 1, Color.RED == Color.RED, Color.RED != Color.BLUE, hash(Color.RED) == hash(Color.RED), {Color.RED: "x"}[Color.RED], isinstance(Color.RED, Color), type(Color.RED), Color.RED.name, Color, Color.RED is Color(1))
for bad in ("Color(9)", "Color['NOPE']", "Color.NOPE", "Color.RED < Color.BLUE", "setattr(Color, 'RED', 5)", "setattr(Color.RED, 'value', 5)", "Color.RED + 1", "Color()", "int('x', Level)", "Perm('a')", "Color.RED.BLUE", "delattr(Color, 'RED')"):
    try:
        print(bad, "->", eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as e:
    print(e)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.CAT.value, Enum("N", {"X": 5}).X, Enum("M", ["P", "Q"]).Q.value)
match Color.BLUE:
    case Color.RED:
        print("red")
    case Color.BLUE:
        print("blue matched")


class Auto(IntFlag):
    A = auto()
    B = auto()


print(Auto.A | Auto.B, Auto.A | 8, repr(Auto.A | Auto.B), Auto.A + 1, int(Auto.B), f"{Auto.B}")


class Weekday(Enum):
    MON = 1

    @classmethod
    def _missing_(cls, value):
        return cls.MON if value == "monday" else None


print(Weekday("monday"))


class Suit(str, Enum):
    HEART = "h"
    SPADE = "s"

    def symbol(self):
        return {"h": "♥", "s": "♠"}[self.value]


print(Suit.HEART, repr(Suit.SPADE), f"{Suit.HEART}", Suit.HEART == "h", Suit("s"), Suit.HEART.symbol(), Suit.HEART.upper(), len(Perm), list(reversed(Perm)), Perm.RW.name)
class Number(float, Enum):
    PI = 3.14
print(Number.PI, Number.PI * 2, repr(Number.PI))
