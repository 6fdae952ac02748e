import typing, sys, copy, pickle, collections.abc
from typing import *
def attempt(label, f, *a, **k):
    try: r = f(*a, **k); print(label, repr(r))
    except Exception as e: print(label, type(e).__name__, e)
def sub(base):
    class X(base): pass
    return 'made'
for n in 'ClassVar Final LiteralString Never NoReturn NotRequired Required Self TypeAlias TypeGuard TypeIs Unpack Union Optional Literal Concatenate Annotated Any TypeVar TypeVarTuple ParamSpec ForwardRef'.split():
    t = getattr(typing, n)
    attempt('sub '+n, sub, t); attempt('subtype '+n, lambda: sub(type(t)) if n not in('Any','Annotated') else '')
attempt('sub CV[int]', lambda: sub(ClassVar[int])); attempt('sub F[int]', lambda: sub(Final[int])); attempt('sub Req', lambda: sub(Required[int])); attempt('TG', lambda: sub(TypeGuard[int])); attempt('un', lambda: sub(Unpack[Tuple[int]])); attempt('U', lambda: sub(Union[int,str])); attempt('O', lambda: sub(Optional[int]));attempt('O', lambda: sub(Literal[1]))
attempt('empty', lambda: List['']); attempt('empty', lambda: Union['', int]); attempt('e', lambda: Optional[''])
attempt('x', lambda: List['1 +'])
def f(x: Tuple['1+']): pass
attempt('y', lambda: get_type_hints(f))
attempt('lam', lambda: no_type_check(lambda x: x).__no_type_check__)
T=TypeVar('T')
class G(Generic[T]): pass
attempt('issub', issubclass, G, G[int]); attempt('issub', issubclass, list, list[int]);attempt('issub', issubclass, G[int], G);attempt('issub', issubclass, List, List[int]);attempt('isi', isinstance, [], List[int])
attempt('barun', lambda: List[Union]); attempt('barun', lambda: Tuple[Optional]); attempt('b', lambda: G[ClassVar]); attempt('b', lambda: G[ClassVar[int]]);attempt('b', lambda: ClassVar[Final])
attempt('gth', get_type_hints, int); attempt('gth', get_type_hints, type); attempt('gth', get_type_hints, len)
class NT(NamedTuple, Generic[T]):
    x: T
attempt('NT', lambda: (NT.__bases__, NT.__mro__))
class A: pass
def mk():
    class X(NamedTuple, A): x: int
attempt('mi', mk)
attempt('kw', NamedTuple, 'X', None, x=int); attempt('kw', NamedTuple, 'X', x=int);attempt('kw', NamedTuple, 'X', None); attempt('kw', NamedTuple, 'X');attempt('kw', NamedTuple, 'X', [('x',int)], y=int)
class Van:
    def __set_name__(self, o, n): self.name=n
class Foo(NamedTuple):
    attr = Van()
attempt('sn', lambda: Foo.attr.name)
attempt('nd', lambda: (type(NoDefault)() is NoDefault, type(NoDefault).__doc__, NoDefault)); 
attempt('nd', setattr, NoDefault, 'foo', 3); attempt('nd', lambda: NoDefault.foo); attempt('nd', type(NoDefault), 1)
ns={}
exec('from typing import *\nT=TypeVar("T")\nP=ParamSpec("P")\nTs=TypeVarTuple("Ts")', ns)
print(ns['T'].__module__, ns['P'].__module__, ns['Ts'].__module__)
@runtime_checkable
class HasX(Protocol):
    x: int
class It(collections.abc.Iterable, Protocol): pass
attempt('prot', issubclass, A, HasX); attempt('prot', issubclass, 5, HasX); attempt('prot', isinstance, A(), HasX); attempt('p', issubclass, list, It)
for c in (collections.abc.Iterable, collections.abc.Awaitable, collections.abc.Sized, collections.abc.Buffer):
    class S(c, Protocol): pass
    attempt('coll', issubclass, list, runtime_checkable(S))
class P1(Protocol):
    def __init__(self): super().__init__(); print('P1')
class B(P1): 
    def __init__(self): super().__init__()
attempt('init', lambda: type(B()))
attempt('fr', lambda: (ForwardRef.__module__, ForwardRef.__name__, ForwardRef.__qualname__))
for t in (str|int, Union[int,str], Union, Callable, Callable[..., T], List, List[int], Optional[int], Any, Tuple[int, ...], Literal[1]):
    attempt('iter', lambda: type(iter(t))) if type(t).__name__ != 'type' else None
    print(isinstance(t, collections.abc.Iterable))
attempt('bound', TypeVar, 'X', bound=Union); attempt('bound', TypeVar, 'X', bound=ClassVar[int]); attempt('bound', TypeVar, 'X', str, bound=int); attempt('c', TypeVar, 'X', str)
attempt('bad', lambda: G[Union]); attempt('bad', lambda: List[T][Union]); attempt('bad', lambda: List[T][Final])
def g(*args: Unpack[Tuple[int,str]]): pass
attempt('un', get_type_hints, g)
def g2(*args: *tuple[int,str]): pass
attempt('un', get_type_hints, g2)
Ts=TypeVarTuple('Ts')
def g3(*args: '*Ts'): pass
attempt('un', get_type_hints, g3, globals())
def g4(*args: 'Unpack[Ts]'): pass
attempt('un', get_type_hints, g4, globals())
print(repr(Union), repr(Union[int, 'a']), Union[g, int] if 0 else '')
attempt('r', lambda: str(Union[A, int])); attempt('cbl', lambda: Union[Tuple, Callable]); 
class TD1(TypedDict): a: int
class TD2(TypedDict): a: str
def mk2():
    class TD3(TD1, TD2): pass
    return TD3.__annotations__
attempt('td', mk2)
for s in ('collections.abc.Mapping','x'):
    pass
x=tuple[*tuple[int,...]]
print(x, copy.copy(x)==x, pickle.loads(pickle.dumps(x)), copy.deepcopy(x).__args__, x.__args__[0].__unpacked__, 0)
@overload
def ov(x: int): ...
@overload
def ov(x: str): ...
def ov(x): ...
print(len(get_overloads(ov))); clear_overloads(); print(len(get_overloads(ov)))
attempt('len', get_overloads, len)
attempt('never', assert_never, 'x'*300)
print(sorted(n for n in typing.__all__ if not hasattr(typing,n)))
attempt('hash', lambda: hash(ForwardRef('A'))==hash(ForwardRef('A')))
attempt('eq', lambda: (ForwardRef('A')==ForwardRef('A'), ForwardRef('A', module='m')==ForwardRef('A')))
attempt('lit', lambda: Literal[1,2,1,True]); attempt('lit', lambda: Literal[Literal[1],2].__args__); attempt('lit', lambda: Literal[[]]==Literal[[]])
attempt('f', get_type_hints, {'x': Final[str]} if 0 else (lambda: 0))
class WithFinal:
    x: 'Final[str]'
    y: 'ClassVar[int]' = 3
attempt('hints', get_type_hints, WithFinal)
def ff(x: 'Final[str]'): pass
attempt('hints', get_type_hints, ff)
class N1:
    x: 'None'
    y: "'int'"
    z: List['None']
attempt('none', get_type_hints, N1)
def n2(x: 'None', y: "Optional['N1']", z: 'ClassVar[int]'): pass
attempt('none', get_type_hints, n2)
def mk5():
    class Y(A, NamedTuple): x: int
attempt('mi', mk5)
class NT2(Generic[T], NamedTuple): x: T
attempt('NT2', lambda: (NT2.__bases__, NT2[int](1)))
class C5: pass
@runtime_checkable
class PNC(Protocol): x = 1
attempt('a', issubclass, C5, PNC); attempt('a', isinstance, C5(), PNC)
PNC.register(C5); attempt('a', issubclass, C5, PNC); attempt('a', isinstance, C5(), PNC)
class D5(PNC): pass
attempt('a', issubclass, C5, D5); attempt('a', isinstance, C5(), D5); D5.register(C5); attempt('a', issubclass, C5, D5); attempt('a', isinstance, C5(), D5)
class Q(Protocol): x: int
class FooQ(Q):
    def __init__(self): super().__init__()
attempt('q', lambda: type(FooQ()).__name__)
