# Constructs whose meaning lies in scopes, cells and class bodies.
def part(name):
    print('--', name)


part('class scope and comprehensions')
class A:
    n = 3
    rows = [i for i in range(n)]
    try:
        bad = [n for i in range(2)]
    except NameError as error:
        print(error)
    pairs = [(lambda: i)() for i in range(n)]
    items = {k: v for k, v in zip('ab', [n, n])}
print(A.rows, A.pairs, A.items)

part('lambda default with async comprehension')
import asyncio
async def numbers():
    for i in range(3):
        yield i
async def with_default():
    f = lambda v=[x async for x in numbers()]: v
    return f()
print(asyncio.run(with_default()))

part('global in a class body')
class G:
    global made_global
    made_global = 5
    local = 6
print(made_global, hasattr(G, 'made_global'), G.local)

part('class body sees the enclosing function, not the class')
def outer():
    x = 'outer'
    class C:
        x = 'class'
        def get(self):
            return x
        print(x)
    return C().get()
print(outer())

part('nonlocal through a class')
def counter():
    count = 0
    class C:
        def bump(self):
            nonlocal count
            count += 1
            return count
    return C()
c = counter()
print(c.bump(), c.bump())

part('__class__ cell')
class B:
    def who(self):
        return __class__.__name__
    @classmethod
    def cwho(cls):
        return super().__class__.__name__
    name_of = lambda self: __class__
class D(B):
    pass
print(D().who(), D.cwho(), D().name_of() is B)

part('super in nested functions')
class Base:
    def hello(self, n=1):
        return f'base{n}'
class Sub(Base):
    def hello(self, n=2):
        def inner(self):
            return super().hello(n)
        gen = [super(Sub, self).hello(i) for i in range(2)]
        return inner(self), gen, (lambda self: super().hello(9))(self)
print(Sub().hello())

part('zero argument super fails where it must')
class S(Base):
    def a(*args):
        return super().hello()
    def b():
        return super()
    def c(self):
        del self
        return super()
try:
    print(S().a())
except RuntimeError as error:
    print(error)
try:
    S.b()
except RuntimeError as error:
    print(error)
try:
    S().c()
except RuntimeError as error:
    print(error)

part('__prepare__ and an odd namespace')
class Names(dict):
    def __setitem__(self, key, value):
        print('set', key) if not key.startswith('__') else None
        super().__setitem__(key, value)
    def __missing__(self, key):
        if key.startswith('auto_'):
            return key[5:]
        raise KeyError(key)
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', name, bases, kw)
        return Names()
    def __new__(mcls, name, bases, ns, **kw):
        return super().__new__(mcls, name, bases, dict(ns))
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, sorted(k for k in ns if not k.startswith('__')), kw)
    def __call__(cls, *args):
        print('call', args)
        return super().__call__(*args)
class P(metaclass=Meta, flag=1):
    x = auto_hello
    def f(self): return 1
print(P.x, P().f())

part('__init_subclass__, __set_name__, order')
class Desc:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name
    def __get__(self, obj, owner):
        return (self.name, obj is None)
class Root:
    def __init_subclass__(cls, /, tag=None, **kw):
        print('init_subclass', cls.__name__, tag, hasattr(cls, 'd'))
        super().__init_subclass__(**kw)
class Leaf(Root, tag='t'):
    d = Desc()
    e = Desc()
print(Leaf.d, Leaf().e)

part('error in __set_name__ has a note')
class Bad:
    def __set_name__(self, owner, name):
        raise ValueError('no')
try:
    class X:
        b = Bad()
except ValueError as error:
    print(error, error.__notes__)

part('__mro_entries__ and __class_getitem__')
class Entry:
    def __mro_entries__(self, bases):
        print('entries', len(bases))
        return (Base, )
class FromEntry(Entry()):
    pass
print(FromEntry.__mro__[1].__name__, len(FromEntry.__orig_bases__))
class Item:
    def __class_getitem__(cls, key):
        return (cls.__name__, key)
print(Item[1], Item[1:2, ...])

part('name mangling everywhere')
class Mangled:
    __x = 1
    def __init__(self, __arg=2):
        self.__y = __arg
        __local = 3
        print(sorted(locals()))
    def get(self):
        return self.__x, self.__y, [self.__x for __i in range(2)]
    class __Inner:
        __z = 5
m = Mangled()
print(m.get(), sorted(n for n in dir(Mangled) + list(vars(m)) if 'M' in n))
print(sorted(vars(Mangled._Mangled__Inner))[-2:])

part('metaclass with __getattr__, __iter__, __contains__, __len__')
class M2(type):
    def __getattr__(cls, name): return f'{cls.__name__}:{name}'
    def __iter__(cls): return iter('ab')
    def __contains__(cls, x): return x == 1
    def __len__(cls): return 7
    def __bool__(cls): return False
    def __add__(cls, other): return (cls, other)
    def __instancecheck__(cls, x): return x == 'me'
    def __subclasscheck__(cls, x): return x is int
class T2(metaclass=M2):
    pass
print(T2.foo, list(T2), 1 in T2, len(T2), bool(T2), (T2 + 1)[1], isinstance('me', T2), issubclass(int, T2), issubclass(str, T2))

part('slots and inheritance')
class Sl:
    __slots__ = ('a', '__dict__')
class Sl2(Sl):
    __slots__ = {'b': 'doc of b'}
s = Sl2(); s.a = 1; s.b = 2; s.c = 3
print(s.a, s.b, vars(s), Sl2.b.__doc__, Sl2.__slots__)

part('descriptor priorities')
class Data:
    def __get__(self, o, t): return 'data'
    def __set__(self, o, v): print('set', v)
class NonData:
    def __get__(self, o, t): return 'nondata'
class Pr:
    d = Data()
    n = NonData()
    def __getattr__(self, name): return f'missing {name}'
p = Pr(); p.__dict__.update(d=1, n=2, z=3)
p.d = 5
print(p.d, p.n, p.z, p.q, type(p).n)

part('properties with all parts')
class Temp:
    def __init__(self): self._c = 0
    @property
    def c(self): "the doc"; return self._c
    @c.setter
    def c(self, v): self._c = v
    @c.deleter
    def c(self): print('deleted')
t = Temp(); t.c += 5; print(t.c, Temp.c.__doc__, Temp.c.fget.__name__, Temp.c.__name__); del t.c

part('decorator order and evaluation')
def deco(n):
    print('eval', n)
    def apply(f):
        print('apply', n, getattr(f, '__name__', f))
        return f
    return apply
def default():
    print('default')
    return 1
@deco(1)
@deco(2)
def decorated(a=default(), *, b=default()): pass
@(lambda c: [c.__name__])
class Listed: pass
print(Listed)

part('function attributes and defaults shared')
def memo(x, seen=[]):
    seen.append(x)
    return seen
print(memo(1), memo(2), memo.__defaults__)
memo.__defaults__ = ([9],)
print(memo(3), memo.__code__.co_varnames, memo.__code__.co_argcount)
memo.tag = 'x'
print(memo.__dict__)

part('closures capture variables, not values')
fs = [lambda: i for i in range(3)]
gs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [g() for g in gs])
def cell_demo():
    x = 1
    def get(): return x
    x = 2
    print(get.__closure__[0].cell_contents, get.__code__.co_freevars)
    get.__closure__[0].cell_contents = 7
    return x
print(cell_demo())

part('exec and eval with namespaces')
ns = {'y': 10}
exec('x = y + 1\ndef f(): return x', ns)
print(ns['f'](), sorted(k for k in ns if k != '__builtins__'))
loc = {}
exec('a = 1\nb = [a for _ in range(2)]', {}, loc)
print(loc)
def in_function():
    v = 1
    exec('v = 2')
    return v, eval('v + 1'), sorted(locals())
print(in_function())
print(eval('(lambda: z)()', {'z': 4}))
class Chain(dict):
    def __missing__(self, k): return k * 2
print(eval('abc', {}, Chain()))

part('del, unbound and rebound')
def rebound():
    x = 1
    del x
    try:
        x
    except UnboundLocalError as error:
        print(error)
    x = 2
    return x
print(rebound())
def free_unbound():
    def get(): return val
    try:
        get()
    except NameError as error:
        print(type(error).__name__, error)
    val = 1
free_unbound()

part('type parameters')
def first[T: (int, str), *Ts, **P](x: T, *a: *Ts) -> T:
    return x
print(first.__type_params__, [type(p).__name__ for p in first.__type_params__], first.__type_params__[0].__constraints__)
class Box[T, U = list[T]]:
    def get[V](self, v: V) -> tuple[T, V]: return v
print(Box.__type_params__, Box[int], Box.__type_params__[1].__default__, Box.get.__annotations__)
type Alias[T] = list[T] | dict[str, Alias[T]]
print(Alias, Alias.__value__, Alias[int], Alias.__type_params__)

part('lazy annotations')
class Node:
    next: Node | None
    value: undefined_name
try:
    Node.__annotations__
except NameError as error:
    print(error)
def order():
    n: print('never')
    m: int = 3
    return m
print(order())
