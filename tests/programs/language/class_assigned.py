def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def sc(o, c): o.__class__ = c; return o.__class__.__name__
class A:
    def f(self): return 'A'
class B:
    def f(self): return 'B'
a = A(); a.x = 1
t(lambda: sc(a, B)); print(a.f(), a.x, vars(a))
t(lambda: sc(a, int))
t(lambda: sc(1, A))
t(lambda: sc(a, 3))
t(lambda: sc(a, 'A'))
t(lambda: delattr(a, '__class__'))
class S:
    __slots__ = ('x',)
class S2:
    __slots__ = ('x',)
class S3:
    __slots__ = ('y',)
class S4:
    __slots__ = ('x', '__dict__')
s = S(); s.x = 5
t(lambda: sc(s, S2)); print(s.x)
t(lambda: sc(s, S3)); t(lambda: sc(s, S4)); t(lambda: sc(s, A)); t(lambda: sc(a, S))
class L(list): pass
class L2(list): 
    def f(self): return 'L2'
l = L([1]); l.y = 2
t(lambda: sc(l, L2)); print(l, l.f(), l.y)
t(lambda: sc(l, A)); t(lambda: sc([], L)); t(lambda: sc(l, list)); t(lambda: sc(a, L))
class I(int): pass
class I2(int): pass
i = I(3)
t(lambda: sc(i, I2)); print(i + 1, type(i))
t(lambda: sc(i, int)); t(lambda: sc(True, I)); t(lambda: sc(None, A)); t(lambda: sc(lambda: 1, A))
class T(tuple): pass
class T2(tuple): pass
tt = T((1, 2)); t(lambda: sc(tt, T2)); print(tt)
class St(str): pass
class St2(str): pass
st = St('x'); t(lambda: sc(st, St2)); print(st)
class E1(Exception): pass
class E2(ValueError): pass
class E3(KeyError): pass
class E4(OSError): pass
e = E1('q')
t(lambda: sc(e, E2)); print(repr(e)); t(lambda: sc(e, E3)); print(str(e)); t(lambda: sc(e, E4)); t(lambda: sc(e, ValueError)); t(lambda: sc(ValueError(), E2))
class M1(type): pass
class M2(type):
    def hello(cls): return 'hello ' + cls.__name__
class K(metaclass=M1): pass
t(lambda: sc(K, M2)); print(K.hello())
t(lambda: sc(A, M2)); t(lambda: sc(K, type)); t(lambda: sc(int, M2))
import types, sys
class Mod(types.ModuleType):
    def __getattr__(self, n): return 'dyn ' + n
m = types.ModuleType('m'); m.x = 1
t(lambda: sc(m, Mod)); print(m.x, m.y)
t(lambda: sc(m, types.ModuleType)); t(lambda: sc(m, A)); t(lambda: sc(a, Mod)); t(lambda: sc(sys, A)); t(lambda: sc(m, int))
class W(A):
    __slots__ = ()
w = W()
t(lambda: sc(w, A)); print(w.f())
class P(A):
    __slots__ = ('q',)
p = P()
t(lambda: sc(p, A)); t(lambda: sc(a, P))
class Both: 
    __slots__ = ('a', 'b')
class Both2:
    __slots__ = ('b', 'a')
t(lambda: sc(Both(), Both2))
class Sub1(S): __slots__ = ('z',)
class Sub2(S2): __slots__ = ('z',)
class Sub3(S): __slots__ = ('z',)
t(lambda: sc(Sub1(), Sub2)); t(lambda: sc(Sub1(), Sub3)); t(lambda: sc(Sub1(), S))
class Wk: __slots__ = ('__weakref__',)
class Dk: __slots__ = ('__dict__',)
class DW: __slots__ = ('__dict__', '__weakref__')
t(lambda: sc(Wk(), Dk)); t(lambda: sc(DW(), A)); t(lambda: sc(A(), DW)); t(lambda: sc(Dk(), A)); t(lambda: sc(object(), A)); t(lambda: sc(A(), object))
class Del:
    def __del__(self): print('del')
x = A(); sc(x, Del); del x
class Getattr:
    def __getattr__(self, n): return n.upper()
x = A()
def loop():
    r = []
    for k in range(6):
        if k == 3: x.__class__ = Getattr
        try: r.append(x.foo)
        except AttributeError: r.append(None)
    return r
print(loop())
def gen(): yield
g = gen(); t(lambda: sc(g, A))
class Own:
    def __setattr__(self, n, v): print('set', n); object.__setattr__(self, n, v)
o = Own(); t(lambda: sc(o, A))
class Prop:
    @property
    def __class__(self): return int
pr = Prop(); print(isinstance(pr, int), type(pr).__name__, pr.__class__); t(lambda: sc(pr, A))
object.__setattr__(a, '__class__', A); print(type(a))
