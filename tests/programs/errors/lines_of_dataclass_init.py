"""The line that a traceback tells of a dataclass's __init__."""
from dataclasses import dataclass, field
import traceback
def t(cls, *a):
    try: cls(*a)
    except ValueError as e: print([(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)])
def post(self): raise ValueError
@dataclass
class A:
    a: int
    __post_init__ = post
t(A, 1)
@dataclass
class B:
    a: int = 1
    b: list = field(default_factory=list)
    __post_init__ = post
t(B)
@dataclass(order=True)
class C:
    a: int
    b: int
    __post_init__ = post
t(C, 1, 2)
@dataclass(frozen=True)
class D:
    a: int
    b: int
    __post_init__ = post
t(D, 1, 2)
@dataclass
class E:
    a: int
    b: int = field(init=False)
    c: int = field(init=False, default=3)
    __post_init__ = post
t(E, 1)
@dataclass
class F:
    a: int
    b: int = field(default=3)
    c: list = field(default_factory=list, compare=False)
    __post_init__ = post
t(F, 1)
@dataclass
class G:
    a: int
    b: int = field(compare=False)
    c: int = field(compare=False, default=0)
    __post_init__ = post
t(G, 1, 2)
@dataclass
class H:
    __post_init__ = post
t(H)
@dataclass(kw_only=True)
class I:
    a: list = field(default_factory=list, init=False)
    b: int = 3
    __post_init__ = post
t(I)
