import dataclasses
from dataclasses import dataclass, field
import typing
@dataclass
class A:
    a: int
    b: str = 'b'
    c: list = field(default_factory=list)
    d: 'int' = 3
    e: typing.Optional[int] = None
    f: list[int] = field(default_factory=list, kw_only=True)
    g: dataclasses.InitVar[int] = 2
    h: int | None = None
    j: typing.ClassVar[int] = 3
print(A.__dataclass_params__)
print(repr(dataclasses.MISSING).split(' at ')[0])
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass(eq=True, frozen=True)
class H:
    x: int
    def __hash__(self): return 5
print(hash(H(1)))
def mk(**k):
    @dataclass(**k)
    class W:
        x: int = 1
        def __hash__(self): return 1
    return W.__hash__(W())
for k in ({}, {'unsafe_hash':True}, {'frozen':True}, {'eq':False}, {'weakref_slot':True}, {'slots':True,'weakref_slot':True}, {'slots': True, 'init': False}): t(lambda: mk(**k))
def mk2(**k):
    @dataclass(**k)
    class W:
        x: int = 1
        def __eq__(self, o): return True
        def __setattr__(self, n, v): pass
    return W.__hash__, W.__doc__
for k in ({}, {'unsafe_hash':True}, {'frozen':True}, {'eq':False}): t(lambda: str(mk2(**k)).split(' at 0x')[0])
@dataclass(init=False)
class N:
    x: int
    def __init__(self, q, *, r=1): pass
print(N.__doc__)
@dataclass(slots=True)
class S:
    x: int = 5
    y: int = field(init=False, default=9)
print(S(), S.__doc__)
print(A.__doc__)
