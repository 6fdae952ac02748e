"""functools: wraps, caches, partial, total_ordering, singledispatch."""
import functools
@functools.wraps(len)
def w(x): "doc"; return 1
print(w.__name__, w.__doc__, w.__wrapped__)
def deco(f):
    @functools.wraps(f)
    def inner(*a,**k): return f(*a,**k)
    return inner
@deco
def foo(a: int, b=2) -> str:
    "foo doc"
    return a+b
print(foo(1), foo.__name__, foo.__doc__, foo.__qualname__, foo.__module__)
@functools.lru_cache(maxsize=2)
def sq(x): print('calc',x); return x*x
print(sq(1),sq(2),sq(1),sq(3),sq(2),sq.cache_info()); sq.cache_clear(); print(sq.cache_info(), sq.cache_parameters())
@functools.lru_cache
def kw(a,b=1,*,c=2): return (a,b,c)
print(kw(1),kw(a=1),kw(1,c=3),kw.cache_info())
try: sq([])
except TypeError as e: print(e)
@functools.cache
def fact(n): return n*fact(n-1) if n else 1
print(fact(50), fact.cache_info().hits); print(functools.reduce(lambda a,b:a+b,'abc','>'))
try: functools.reduce(max,[])
except TypeError as e: print(e)
class C:
    def __init__(s): s.n=0
    @functools.cached_property
    def v(s): s.n+=1; return s.n
    @functools.lru_cache
    def m(s,x): return x
    pm=functools.partialmethod(lambda s,a,b: (a,b), 1)
o=C(); print(o.v,o.v,o.n,o.__dict__, o.m(3), o.pm(2)); del o.v; print(o.v)
p2=functools.partial(print,'a',sep='-'); p2('b'); print(p2.func, p2.args, p2.keywords); p3=functools.partial(p2,'c',end='.\n'); p3(); print(functools.partial(sorted,reverse=True)([1,2]))
@functools.total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(T(1)<=T(1),T(2)>T(1),T(1)>=T(2),sorted([T(3),T(1)],key=functools.cmp_to_key(lambda a,b:a.v-b.v))[0].v)
@functools.singledispatch
def show(x): return f'? {x}'
@show.register(int)
def _(x): return f'int {x}'
@show.register
def _(x: list): return f'list {len(x)}'
print(show(1),show([1,2]),show('a'),show(True), show.dispatch(bool)(True))
