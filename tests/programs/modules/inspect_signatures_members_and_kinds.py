import inspect, functools, types, abc, pickle, collections
from inspect import *
def attempt(label, f, *a, **k):
    try: r = f(*a, **k); print(label, repr(r))
    except Exception as e: print(label, type(e).__name__, e)
p = Parameter('spam', Parameter.KEYWORD_ONLY)
attempt('imm', setattr, p, 'foo', 1); attempt('imm', setattr, p, 'name', 1); attempt('rep', p.replace, name=p.empty); attempt('rep', p.replace, kind=p.empty); attempt('impl', Parameter, '.0', Parameter.POSITIONAL_ONLY); attempt('impl', Parameter, '.0', Parameter.POSITIONAL_OR_KEYWORD)
print(p == 42, p != 42, p == p)
s = signature(lambda x, y: 0)
attempt('imm', setattr, s, 'foo', 1); attempt('imm', setattr, s, 'parameters', 1)
print(s.parameters == signature(lambda y, x: 0).parameters, Signature().parameters)
class My(Signature): pass
print(type(My.from_callable(lambda a: 0)), type(My.from_callable(len)), type(My.from_callable(My)))
class S1:
    __signature__ = '(a, b=2)'
    def __call__(self): pass
attempt('s', signature, S1); attempt('s', signature, S1())
class S2:
    @classmethod
    def __signature__(cls): return '(a, b=3)'
attempt('s', signature, S2)
class S3:
    @staticmethod
    def __signature__(): return Signature([Parameter('x',1)])
class S4:
    __signature__ = 5
attempt('s', signature, S4)
class FL:
    def __init__(self, f):
        self.__name__=f.__name__; self.__code__=f.__code__; self.__annotations__=f.__annotations__; self.__defaults__=f.__defaults__; self.__kwdefaults__=f.__kwdefaults__; self.f=f
    def __call__(self, *a, **k): return self.f(*a, **k)
def fl(a, b, *args, kwonly=True, kwonlyreq, **kw): pass
attempt('fl', signature, FL(fl))
class C:
    @staticmethod
    def st(a, b): pass
    @classmethod
    def cm(cls, a): pass
attempt('st', signature, C.__dict__['st']);  attempt('st', signature, C.st); attempt('cm', signature, C.cm)
attempt('t', signature, staticmethod); attempt('t', signature, classmethod); attempt('t', signature, property); attempt('t', signature, type); attempt('t', signature, object)
def fake(a): pass
fake.__partialmethod__ = 'spam'; attempt('f', signature, fake)
def ts(a): pass
ts.__text_signature__ = '($self, a, b=1, *args)'; attempt('ts', lambda: str(signature(ts)))
ts.__text_signature__ = '(self, x=nothing)'
try: signature(ts)
except ValueError as e: print(str(e).partition('>')[2])
for kind in (classmethod, staticmethod):
    class M(type):
        __call__ = kind(lambda *a: a)
    class CM(metaclass=M):
        def __init__(self, b): pass
    attempt(kind.__name__, signature, CM)
    class CI:
        __init__ = kind(lambda a, b=1: None)
    attempt(kind.__name__, signature, CI)
    class CN:
        __new__ = kind(lambda cls, cls2, a: a)
    attempt(kind.__name__, signature, CN)
class CP:
    __init__ = functools.partial(lambda x, self, a: None, 2)
attempt('par', signature, CP)
class CP2:
    __new__ = functools.partial(lambda x, cls, a: (x, a), 2)
attempt('par', signature, CP2)
class CP3:
    __call__ = functools.partial(lambda x, self, a: (x, a), 2)
attempt('par', signature, CP3()); attempt('par', CP3(), 1)
class MT(type): pass
class MT2(MT): pass
attempt('mt', signature, MT); attempt('mt', signature, MT2)
class D0: pass
class D1(D0): pass
attempt('d', signature, D1)
class E0(Exception): pass
attempt('e', signature, E0); attempt('e', signature, dict); attempt('e', signature, int)
print(isroutine(functools.partial(len)), ismethoddescriptor(functools.partial(len)), ismethoddescriptor(C.__dict__['st']), ismethoddescriptor(C.st), isroutine(types.MethodType(len, 1)), isroutine(type))
checks=[]
class Abs(abc.ABC):
    @abc.abstractmethod
    def foo(self): pass
    def __init_subclass__(cls): checks.append(isabstract(cls))
class A1(Abs): pass
class A2(A1):
    def foo(self): pass
print(checks, isabstract(Abs), isabstract(A1), isabstract(A2))
class NU:
    def __getattr__(self, n): return self
attempt('unw', unwrap, int); attempt('unw', lambda: unwrap(staticmethod) is staticmethod)
# getcallargs
def f(a, b=2, *c, d, e=5, **g): pass
def h(a, b, c, *, k): pass
def q(): pass
for fn, args, kw in ((f,(1,),{'d':3}),(f,(),{}),(f,(1,),{}),(h,(),{}),(h,(1,),{}),(h,(1,2,3,4),{'k':1}),(h,(1,2,3,4),{}),(h,(1,2,3),{}),(h,(1,2),{'c':3,'k':1,'z':1}),(h,(1,),{'a':1}),(q,(1,),{}),(lambda a,b=1:0,(1,2,3),{}),(lambda a,*b:0,(),{}),(q,(1,2),{})):
    attempt('gca', getcallargs, fn, *args, **kw)
attempt('gca', getcallargs, C().cm, 1, 2)
class Th:
    def m(self, x): pass
attempt('gca', getcallargs, Th().m)
# getattr_static
class Desc:
    def __get__(self, *a): return 'got'
class Data(Desc):
    def __set__(self, *a): pass
class GA:
    d = Desc(); e = Data()
    @property
    def prop(self): 1/0
    def __getattr__(self, n): return 'dyn'
g = GA(); g.__dict__['d'] = 1; g.__dict__['e'] = 2
print(getattr_static(g, 'd'), type(getattr_static(g, 'e')).__name__, type(getattr_static(g, 'prop')).__name__, getattr_static(g, 'nope', 'default'), getattr_static(GA, 'd') is GA.__dict__['d'])
attempt('gas', getattr_static, g, 'nope')
class Sl:
    __slots__ = ('x',)
sl = Sl(); sl.x = 3
print(type(getattr_static(sl, 'x')).__name__)
class DP:
    a = 3
    @property
    def __dict__(self): 1/0
print(getattr_static(DP(), 'a'))
class Meta(type):
    attr = 'meta'
    @types.DynamicClassAttribute
    def dyn(cls): return 1
class WM(metaclass=Meta):
    x = 1
    @property
    def p(self): pass
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
    def m(self): pass
    @types.DynamicClassAttribute
    def ham(self): return 'eggs'
print(getattr_static(WM, 'attr'))
print([(a.name, a.kind, a.defining_class.__name__) for a in classify_class_attrs(WM) if not a.name.startswith('__')])
print([(n) for n, v in getmembers(WM) if not n.startswith('__')], [n for n, v in getmembers(WM(), callable) if not n.startswith('__')], [n for n,v in getmembers_static(WM) if not n.startswith('__')])
class Dup:
    attr = 1
    def __dir__(self): return ['attr', 'attr']
print(getmembers(Dup()))
ba = signature(lambda a, *b, c=1: 0)
print(getfullargspec(lambda a, b=1, *c, d=2, **e: 0), getfullargspec(Th().m), getfullargspec(Th))
def gc(): return print, undefined_name, inspect
print(getclosurevars(gc).builtins, getclosurevars(gc).unbound)
attempt('file', getfile, 5); attempt('file', getfile, int); 
print(formatannotation(int | None), formatannotation('x'), formatannotation(collections.OrderedDict))
