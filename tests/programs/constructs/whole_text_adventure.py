"""A text adventure over match, an enum of directions, and a script of moves."""
from __future__ import annotations

import cmd
import enum
import io
import shlex
import sys
import textwrap
from collections import ChainMap, Counter, defaultdict, namedtuple
from dataclasses import dataclass, field, replace, KW_ONLY, asdict, astuple, fields
from typing import ClassVar, NamedTuple, Self


class Dir(enum.Enum):
    NORTH = (0, 1)
    SOUTH = (0, -1)
    EAST = (1, 0)
    WEST = (-1, 0)

    def __init__(self, dx, dy):
        self.dx, self.dy = dx, dy

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for member in cls:
                if member.name.lower().startswith(value.lower()):
                    return member
        return None

    def __neg__(self):
        return Dir((-self.dx, -self.dy))


class Flag(enum.IntFlag, boundary=enum.KEEP):
    DARK = enum.auto()
    LOCKED = enum.auto()
    WET = enum.auto()


class Pos(NamedTuple):
    x: int = 0
    y: int = 0

    def __add__(self, other: Dir) -> Pos:
        return Pos(self.x + other.dx, self.y + other.dy)


@dataclass(slots=True)
class Room:
    title: str
    text: str = ""
    _: KW_ONLY
    flags: Flag = Flag(0)
    items: list[str] = field(default_factory=list)
    seen: int = field(default=0, repr=False, compare=False)
    total: ClassVar[int] = 0

    def __post_init__(self):
        type(self).total += 1
        if not self.title:
            raise ValueError("a room needs a title")

    def describe(self) -> str:
        head = f"{self.title:-^40}"
        body = textwrap.fill(self.text, 40, initial_indent="  ", subsequent_indent="| ")
        tail = ", ".join(f"{n} {w}{'s' * (n > 1)}" for w, n in sorted(Counter(self.items).items())) or "nothing"
        return "\n".join([head, body, f"You see {tail}. [{self.flags!r}]"])


class Dead(Exception):
    """Raised when the story is over."""


class Game:
    def __init__(self):
        self.at = Pos()
        self.bag: list[str] = []
        self.turns = 0
        self.rooms = {
            Pos(0, 0): Room("Hall", "A long hall. Dust lies on everything and the clock stopped at noon.", items=["coin", "coin", "lamp"]),
            Pos(0, 1): Room("Cellar", "It drips from the ceiling.", flags=Flag.DARK | Flag.WET, items=["key"]),
            Pos(1, 0): Room("Vault", "Gold!", flags=Flag.LOCKED, items=["gold bar"]),
        }
        self.seen = defaultdict(int)

    @property
    def room(self):
        return self.rooms[self.at]

    def do(self, line: str) -> str:
        self.turns += 1
        match shlex.split(line.lower()):
            case []:
                return "Say something."
            case ["go", where] | [("n" | "s" | "e" | "w" | "north" | "south" | "east" | "west") as where]:
                return self.go(where)
            case ["look" | "l"]:
                return self.room.describe()
            case ["take", "all"] if self.room.items:
                taken = self.room.items[:]
                self.bag += taken
                self.room.items.clear()
                return f"Taken: {', '.join(taken)}"
            case ["take", *words] if (item := " ".join(words)) in self.room.items:
                self.room.items.remove(item)
                self.bag.append(item)
                return f"Taken: {item}"
            case ["take", first, *rest]:
                return f"There is no {first}{' ' if rest else ''}{' '.join(rest)} here."
            case ["use", "key"] if "key" in self.bag:
                for pos, room in self.rooms.items():
                    match room:
                        case Room(flags=flags, title=str(title)) if Flag.LOCKED in flags:
                            room.flags &= ~Flag.LOCKED
                            return f"{title} at {pos} opens: {room.flags!r} {room.flags.name}"
                return "Nothing to open."
            case ["bag"]:
                return f"{len(self.bag)}: {self.bag}"
            case ["die", *how]:
                raise Dead(*how)
            case [verb, *args]:
                return f"I don't know how to {verb!r} {args=}"

    def go(self, word):
        try:
            step = Dir(word)
        except ValueError as error:
            return f"Cannot: {error}"
        to = self.at + step
        match self.rooms.get(to):
            case None:
                return f"A wall. (not {step.name.title()}, try {(-step).name.title()}?)"
            case Room(flags=f) if f & Flag.LOCKED:
                return "It is locked."
            case Room(flags=Flag.DARK | Flag.WET) if "lamp" not in self.bag:
                return "Too dark."
            case Room() as room:
                room.seen += 1
                self.at = to
                self.seen[to] += 1
                return room.describe()


SCRIPT = """look
go up
n
take lamp
take sword of doom

n
take 'key'
s
e
use key
e
take gold bar
take all
w
take all
w
bag
sing "old song" loudly
die "of old age" 99
"""
game = Game()
for line in SCRIPT.splitlines():
    print(">", line)
    try:
        print(game.do(line))
    except Dead as end:
        print("You died", *end.args, repr(end))
        break
print(game.turns, dict(game.seen), Room.total)
print(asdict(game.room), astuple(Room("x", flags=Flag.WET)), sep="\n")
print([f.name for f in fields(Room)], Room.__slots__, Room.__match_args__)
for wrong in (lambda: Room(""), lambda: Room(), lambda: Room("a", "b", Flag.WET), lambda: replace(game.room, color=1), lambda: setattr(Room("t"), "z", 1), lambda: Dir((2, 2)), lambda: Dir["UP"], lambda: Flag["X"]):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(repr(Flag(0)), Flag(9), repr(Flag(9)), list(Flag(5)), ~Flag.DARK, Flag.DARK in Flag(3), Dir("no"), repr(-Dir.EAST))


class Shell(cmd.Cmd):
    prompt = "(adv) "
    intro = "Welcome"
    use_rawinput = False

    def do_go(self, arg):
        "go DIR: walk"
        print("going", arg, file=self.stdout)

    def do_quit(self, arg):
        "leave"
        return True

    def complete_go(self, text, line, begin, end):
        return [d.name.lower() for d in Dir if d.name.lower().startswith(text)]

    def emptyline(self):
        print("(nothing)", file=self.stdout)

    def postcmd(self, stop, line):
        print(f"[{line!r} {stop}]", file=self.stdout)
        return stop


shell = Shell(stdin=io.StringIO("go north\n\nhelp\nhelp go\n? quit\ndance\n!x\nquit\ngo on\n"), stdout=sys.stdout)
shell.cmdloop()
print(shell.complete_go("s", "go s", 3, 4), shell.onecmd("go x"), shell.parseline("go to there"), shell.completenames("q"))
