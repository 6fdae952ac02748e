class A:
    def f(self): return 'A.f'
    def __len__(self): return 1
class B:
    def f(self): return 'B.f'
    def __len__(self): return 2
    def __getattr__(self, n): return 'B.' + n
class C(A):
    pass
class D(C): pass
c, d = C(), D()
def calls():
    r = [c.f(), d.f(), len(c), len(d), isinstance(d, B)]
    try: r.append(d.zork)
    except AttributeError as e: r.append(str(e))
    return r
print(calls(), calls())
C.__bases__ = (B,)
print(calls(), calls(), C.__mro__, D.__mro__, C.__base__, A.__subclasses__(), B.__subclasses__())
C.__bases__ = (A, B)
print(calls(), D.__mro__, C.__base__)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def sb(cls, b): cls.__bases__ = b
t(lambda: sb(C, ()))
t(lambda: sb(C, [A]))
t(lambda: sb(C, 3))
t(lambda: sb(C, (3,)))
t(lambda: sb(C, (C,)))
t(lambda: sb(C, (D,)))
t(lambda: sb(C, (int,)))
t(lambda: sb(C, (dict,)))
t(lambda: sb(C, (object,)))
t(lambda: sb(C, (A, A)))
t(lambda: sb(C, (bool,)))
t(lambda: sb(int, (object,)))
t(lambda: sb(object, (object,)))
t(lambda: delattr(C, '__bases__'))
t(lambda: delattr(int, '__bases__'))
t(lambda: sb(A, (B,)))
class S:
    __slots__ = ('x',)
class E(S):
    __slots__ = ()
t(lambda: sb(E, (A,)))
class S2:
    __slots__ = ('x',)
t(lambda: sb(E, (S2,)))
class S3:
    __slots__ = ('y',)
t(lambda: sb(E, (S3,)))
class L(list): pass
class L2(list):
    def append(self, x): super().append(x * 2)
class M(L): pass
m = M([1])
t(lambda: sb(M, (L2,)))
m.append(2); print(m)
class X: pass
class Y(X): pass
class Z(Y): pass
class O: pass
class P(O): pass
t(lambda: sb(O, (Z,)))
print(P.__mro__)
class Q(P, X): pass
t(lambda: sb(X, (P,)))
print(Q.__mro__, X.__bases__, X.__subclasses__(), P.__subclasses__())
t(lambda: sb(X, (Q,)))
class Meta(type):
    def mro(cls):
        print('mro', cls.__name__)
        return super().mro()
class W(metaclass=Meta): pass
class V(W): pass
class U(metaclass=Meta): pass
V.__bases__ = (U,)
print(V.__mro__)
class Desc:
    def __get__(self, o, t): return 'desc'
class G: a = 1
class H(G): pass
h = H()
def loop():
    out = []
    for i in range(4):
        out.append(h.a)
        if i == 1: 
            H.__bases__ = (I,)
    return out
class I: a = Desc()
print(loop())
class EqA: pass
class EqB:
    def __eq__(self, o): return True
    __hash__ = None
class K(EqA): pass
k = K()
print(k == 3, hash(k) == hash(k))
K.__bases__ = (EqB,)
print(k == 3)
t(lambda: hash(k))
K.__bases__ = (EqA,)
print(k == 3, hash(k) == hash(k))
class CallA:
    def __call__(self): return 'called'
t(lambda: k())
K.__bases__ = (EqA, CallA)
t(lambda: k())
class Exc1(Exception): pass
class Exc2(Exc1): pass
try:
    raise Exc2('x')
except Exception as e:
    t(lambda: sb(Exc2, (ValueError,)))
    print(isinstance(e, ValueError), repr(e))
class Init1:
    def __init__(self): self.v = 1
class Init2:
    def __init__(self): self.v = 2
    def __new__(cls): print('new2'); return object.__new__(cls)
class J(Init1): pass
print(J().v)
J.__bases__ = (Init2,)
print(J().v)
J.__bases__ = (Init1,)
print(J().v)
class Super1:
    def m(self): return 's1'
class Super2:
    def m(self): return 's2'
class T(Super1):
    def m(self): return 't' + super().m()
t1 = T()
print(t1.m()); T.__bases__ = (Super2,); print(t1.m())
