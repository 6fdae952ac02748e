"""State machines, abstract classes, protocols, models with checked fields, flags."""
import enum, sys
from abc import ABC, abstractmethod
from typing import Protocol, Generic, TypeVar, Self, Callable, Any, ClassVar, overload, runtime_checkable
class State(enum.StrEnum):
    IDLE = enum.auto(); RUNNING = enum.auto(); PAUSED = enum.auto(); STOPPED = enum.auto()
class TransitionError(Exception):
    def __init__(self, state, event):
        super().__init__(f"cannot {event} while {state}")
        self.state, self.event = state, event
class Machine:
    table: ClassVar[dict] = {(State.IDLE, "start"): State.RUNNING, (State.RUNNING, "pause"): State.PAUSED, (State.PAUSED, "resume"): State.RUNNING, (State.RUNNING, "stop"): State.STOPPED}
    def __init__(self): self.state = State.IDLE; self.history = []; self.hooks = {}
    def on(self, state):
        def deco(f): self.hooks.setdefault(state, []).append(f); return f
        return deco
    def fire(self, event):
        try: new = self.table[self.state, event]
        except KeyError: raise TransitionError(self.state, event) from None
        self.history.append((self.state, event, new)); self.state = new
        for h in self.hooks.get(new, ()): h(self)
        return self
    def __getattr__(self, name):
        if name in {e for _, e in self.table}: return lambda: self.fire(name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)
m = Machine()
@m.on(State.RUNNING)
def announce(m): print("now", m.state, repr(m.state))
m.start().pause().resume()
print(m.history[-1], m.state == "running", f"{m.state:>10}", [*State])
try: m.resume()
except TransitionError as e: print(e, e.state, e.__cause__, e.__suppress_context__)
try: m.strat
except AttributeError as e: print(e)
class Shape(ABC):
    registry = {}
    def __init_subclass__(cls, /, name=None, **kw): super().__init_subclass__(**kw); cls.registry[name or cls.__name__.lower()] = cls
    @property
    @abstractmethod
    def area(self): ...
    @abstractmethod
    def scale(self, k) -> Self: ...
    def __lt__(self, o): return self.area < o.area
class Square(Shape, name="sq"):
    def __init__(self, s): self.s = s
    @property
    def area(self): return self.s ** 2
    def scale(self, k): return type(self)(self.s * k)
    def __repr__(self): return f"Square({self.s})"
class Half(Shape):
    area = 3
print(Shape.registry, sorted([Square(3), Square(1)]), Square(2).scale(3))
for c in (Shape, Half):
    try: c()
    except TypeError as e: print(e)
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self): self._i: list[T] = []
    def push(self, x: T) -> Self: self._i.append(x); return self
    def pop(self) -> T: return self._i.pop()
    def __bool__(self): return bool(self._i)
s = Stack[int](); s.push(1).push(2); print(s.pop(), bool(s), Stack[int], s.__orig_class__)
class Box[T: (int, str)]:
    def __init__(self, v: T): self.v = v
    def map[U](self, f: Callable[[T], U]) -> "Box[U]": return Box(f(self.v))
print(Box(3).map(str).v, Box.__type_params__, Box[int].__args__)
@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...
class R:
    def close(self): pass
print(isinstance(R(), Closeable), isinstance(3, Closeable), issubclass(R, Closeable))
class Meta(type):
    def __new__(m, n, b, d, **k):
        c = super().__new__(m, n, b, {k: v for k, v in d.items() if not k.startswith("tmp")})
        c.fields = [k for k, v in d.items() if isinstance(v, Field)]
        return c
    def __call__(cls, *a, **k): print("make", cls.__name__); return super().__call__(*a, **k)
class Field:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, o, n): self.name = n; self.key = "_" + n
    def __get__(self, o, t=None): return self if o is None else getattr(o, self.key, None)
    def __set__(self, o, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(v).__name__}")
        setattr(o, self.key, v)
class Model(metaclass=Meta):
    tmp1 = 3
    name = Field(str); age = Field(int)
    def __init__(self, **k):
        for n, v in k.items(): setattr(self, n, v)
    def __eq__(self, o): return vars(self) == vars(o)
p = Model(name="x", age=3); print(p.name, Model.fields, hasattr(Model, "tmp1"), vars(p), Model.name.kind, p == Model(name="x", age=3))
try: p.age = "y"
except TypeError as e: print(e)
try: hash(p)
except TypeError as e: print(e)
class Perm(enum.Flag):
    R = enum.auto(); W = enum.auto(); X = enum.auto(); RW = R | W
print(Perm.R | Perm.X, Perm.RW, ~Perm.R, Perm(7), list(Perm.RW), Perm.R in Perm.RW, Perm["X"].value, Perm.RW & Perm.W)
class Planet(enum.Enum):
    EARTH = (5.97e24, 6.37e6); MARS = (6.4e23, 3.4e6)
    def __init__(self, mass, r): self.mass, self.r = mass, r
    @property
    def g(self): return 6.67e-11 * self.mass / self.r ** 2
    @classmethod
    def _missing_(cls, v): return cls.EARTH if v == "home" else None
print(Planet.EARTH, round(Planet.MARS.g, 2), Planet("home"), Planet.__members__.keys(), Planet.MARS.name)
for bad in (lambda: Planet(3), lambda: Planet["X"], lambda: setattr(Planet, "MARS", 1), lambda: Planet.VENUS):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
def undo_stack():
    done, undone = [], []
    def do(f, g): f(); done.append((f, g)); undone.clear()
    def undo(): f, g = done.pop(); g(); undone.append((f, g))
    return do, undo
l = []; do, undo = undo_stack(); do(lambda: l.append(1), l.pop); do(lambda: l.append(2), l.pop); undo(); print(l)
match {"type": "move", "to": [1, 2], "x": {"k": 1}}:
    case {"type": "move", "to": [x, y], **rest} if x < y: print("move", x, y, rest)
m.launch()
