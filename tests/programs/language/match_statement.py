"""Pattern matching: values, sequences, mappings, classes, guards, captures, or, star, nested."""
from dataclasses import dataclass
from enum import Enum


@dataclass
class Point:
    x: int
    y: int


class Color(Enum):
    RED = 1
    BLUE = "b"


class Custom:
    __match_args__ = ("a", "b")
    def __init__(self, a, b): self.a, self.b = a, b


def what(v):
    match v:
        case 0 | 1:
            return "zero or one"
        case -5:
            return "minus five"
        case True:
            return "never"
        case None:
            return "none"
        case "hello":
            return "greeting"
        case str(s) if len(s) > 5:
            return f"long {s}"
        case str() as s:
            return f"str {s}"
        case Color.RED:
            return "red"
        case [] | ():
            return "empty"
        case [x]:
            return f"one {x}"
        case [Point(x=0, y=y), *_]:
            return f"starts on axis {y}"
        case [int(a), int(b), *rest] if a < b:
            return f"ints {a} {b} {rest}"
        case ["go", ("north" | "south") as d]:
            return f"go {d}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case {"type": "circle", "r": r, **rest}:
            return f"circle {r} {rest}"
        case {"x": {"y": [_, z]}}:
            return f"deep {z}"
        case {}:
            return "mapping"
        case Point(0, 0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "point"
        case Custom(1, b=q):
            return f"custom {q}"
        case float() | complex():
            return "number"
        case _:
            return "else"


for v in (0, True, -5, None, "hello", "goodbye", "hi", Color.RED, Color.BLUE, [], (), [7], [Point(0, 3), 1], (1, 2, 3), [2, 1], ["go", "south"], ["go", "up"],
          {"type": "circle", "r": 2, "c": "red"}, {"x": {"y": [1, 2]}}, {}, Point(0, 0), Point(2, 2), Point(1, 2), Custom(1, 9), Custom(2, 9), 1.5, {1, 2}, b"ab", range(3)):
    print(v if not isinstance(v, Custom) else "Custom", "->", what(v))
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as e:
    print(e)
try:
    match 5:
        case int(1, 2):
            pass
except TypeError as e:
    print(e)
