import dataclasses, typing, copy, pickle, weakref
from dataclasses import *
def attempt(label, f, *a, **k):
    try: r = f(*a, **k); print(label, repr(r))
    except Exception as e: print(label, type(e).__name__, e)
class A: pass
@dataclass(slots=True, weakref_slot=True)
class B(A): pass
print(B.__slots__, hasattr(B(), '__weakref__'))
@dataclass(slots=True, weakref_slot=True)
class C: 
    x: int
print(C.__slots__, weakref.ref(C(1))() is None)
@dataclass(slots=True)
class D(C):
    y: int = 2
print(D.__slots__, D(1))
class RB: pass
T = typing.TypeVar('T')
@dataclass(slots=True, weakref_slot=True)
class G(typing.Generic[T], RB): pass
print(G.__slots__)
attempt('ws', lambda: dataclass(weakref_slot=True)(type('X', (), {})))
for ts in ('typing.ClassVar[int]', 'ClassVar[int]', 'typing.ClassVar', 'typing.ClassVar.[int]', 't.ClassVar[int]', ' ClassVar [ int ]', 'typing.ClassVar[', 'dataclasses.InitVar[int]', 'InitVar', 'dataclasses.InitVar.[int]', 'typings.ClassVar[int]', 'ClassVar1', 'dataclasses.InitVar+[int]', '_ClassVar[int]', 'typing.ClassVarx', 'KW_ONLY', 'dataclasses.KW_ONLY'):
    from typing import ClassVar
    try:
        @dataclass
        class S:
            x: ts
            y: int = 3
        print(ts, [f.name for f in fields(S)], [n for n in S.__dataclass_fields__], S.__init__.__annotations__ if 0 else '')
    except Exception as e: print(ts, type(e).__name__, e)
@dataclass(frozen=True, slots=True)
class F:
    s: str
    t: list = field(default_factory=list)
f = F('a'); print(copy.deepcopy(f), pickle.loads(pickle.dumps(f)), F.__getstate__(f))
print(F.__doc__, C.__doc__)
@dataclass
class N:
    a: 'int | None' = None
    b: typing.Optional[int] = None
    c: "typing.List['N']" = field(default_factory=list)
print(N.__doc__); print(repr(fields(N)[0])[:60])
attempt('mk', make_dataclass, 'X', ['for']); attempt('mk', make_dataclass, 'X', ['a', 'a']); attempt('mk', make_dataclass, 'X', [('a',)]); attempt('mk', make_dataclass, 'X', [1]); attempt('mk', make_dataclass, 'X', ['1a']); attempt('mk', lambda: make_dataclass('X', [('x', int), 'y', ('z', str, field(default='s'))], bases=(A,), namespace={'m': lambda s: 1})(1,2))
attempt('rep', replace, f, s='b'); attempt('rep', copy.replace, f, s='c'); attempt('rep', replace, f, q=1); attempt('rep', replace, 3)
@dataclass(order=True)
class O:
    a: int
    b: int = field(compare=False, default=0)
attempt('ord', lambda: O(1,2) < O(2,1)); attempt('ord', lambda: O(1) < 3); print(O(1,5)==O(1,6), O.__match_args__, O.__lt__.__qualname__)
attempt('def', lambda: dataclass(type('M', (), {'__annotations__': {'x': list}, 'x': []})))
@dataclass
class KW:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int = field(kw_only=False, default=3)
attempt('kw', KW, 1, 2); attempt('kw', KW, 1, 2, 3); attempt('kw', lambda: KW(1, b=4, c=5)); print(KW.__match_args__)
attempt('as', asdict, N()); attempt('as', astuple, N(c=[N()])); attempt('as', asdict, 3); attempt('fz', setattr, f, 's', 1); attempt('fz', delattr, f, 's'); attempt('fields', fields, 3); print(is_dataclass(F), is_dataclass(f), is_dataclass(3))
