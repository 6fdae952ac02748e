# partial objects as they are copied and shown, partial methods of every kind of callable, what update_wrapper needs.
from functools import *
import copy, pickle, functools
def tell(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def cap(*a, **k): return a, k
p=partial(cap, 1, x=2)
p.attr=[5]
q=copy.copy(p); print(q(), q.attr is p.attr, copy.deepcopy(p).attr, pickle.loads(pickle.dumps(partial(print,1))).args)
p.__setstate__((cap,(3,),{'k':4},{'z':9})); print(p(), p.z, p.__dict__)
tell(lambda: p.__setstate__((cap,(),{})) ); tell(lambda: p.__setstate__('a')); tell(lambda: p.__setstate__((cap,None,{},None)))
print(p.__reduce__()[1][0] is cap, p.__reduce__()[2][1:])
class Sub(partial): pass
print(repr(Sub(print,1,k=2)), repr(p).startswith('functools.partial('))
p2=partial(cap); p2.__setstate__((p2,(),{},{})); print(repr(p2)[:40])
p3=partial(print, **{'':['sth']}); print(repr(p3)[-14:])
class A:
    nothing = partialmethod(cap)
    pos = partialmethod(cap, 1)
    nested = partialmethod(pos, 5)
    over = partialmethod(partialmethod(cap, a=1), b=2)
    static = partialmethod(staticmethod(cap), 8)
    cls = partialmethod(classmethod(cap), d=9)
    ofp = partialmethod(partial(cap, 3), 4)
    built = partialmethod(int, base=2) if False else None
a=A()
def no(r): return (len(r[0]), r[0][1:], r[1])
print(no(a.nothing()), no(a.pos(2)), no(a.nested(6)), no(a.over(b=3)), a.static(5), no(a.cls(1)), no(A.cls()), a.ofp(5)[0][0], A.pos(a, 2)[0][1:], A.static(3))
print(repr(A.__dict__['pos'])[:40], a.pos.func.__name__, a.pos.args, a.pos.__self__ is a if hasattr(a.pos,'__self__') else None)
tell(lambda: partialmethod(None))
import abc
class Ab(abc.ABC):
    @abc.abstractmethod
    def add(self, x, y): pass
    add5 = partialmethod(add, 5)
print(Ab.add5.__isabstractmethod__, sorted(Ab.__abstractmethods__))
def f(x): 'doc'
def w(): pass
for n in ('__name__','__doc__'):
    pass
class NoDict:
    __slots__=()
tell(lambda: update_wrapper(w, NoDict()).__wrapped__.__class__)
tell(lambda: update_wrapper(w, f, (), ('missing',)))
tell(lambda: update_wrapper(NoDict(), f))
print(update_wrapper(w, max).__name__)
@lru_cache
def g(x: int) -> str: 'gdoc'
print(g.__type_params__, g.__name__)
print(g.cache_parameters())
@singledispatch
def sd(x): return 'base'
@sd.register(int)
def _(x): return 'int'
tell(lambda: sd.register(42)); tell(lambda: sd.register(list[int])); tell(lambda: sd())
tell(lambda: sd.register(bad))
def bad(x: list[int]): pass
tell(lambda: sd.register(bad))
def good(x: float|str): return 'fs'
sd.register(good); print(sd(1.5), sd('a'), sd(True), sd([]))
@total_ordering
class T:
    def __init__(s,x): s.x=x
    def __lt__(s,o): return s.x<o.x
    def __eq__(s,o): return s.x==o.x
print(T.__gt__.__name__)
tell(lambda: total_ordering(type('Z',(),{})))
k=cmp_to_key(lambda a,b: a-b)
print(k(3)<k(4), k(obj=3).obj, type(k)); tell(lambda: hash(k(3))); tell(lambda: k()); tell(lambda: k(1)<5)
class CP:
    @cached_property
    def x(self): return 5
class NoD:
    __slots__=()
    @cached_property
    def x(self): return 5
tell(lambda: NoD().x)
print(CP.x.__class__.__name__, CP().x)


class Name:
    """Its text changes the partial that is being shown."""

    def __str__(self):
        shown.keywords[self] = ['other']
        return 'name'


shown = partial(print)
shown.keywords[Name()] = ['first']
print(repr(shown)[-16:], list(shown.keywords.values()))
