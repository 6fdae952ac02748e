# Scopes of programs that are given to exec, of what a class's type parameters see, and small things that builtins refuse.
import sys, types
def tell(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
# globals in nested functions of exec
def outer():
    code = '''
def f():
    y = 1
    def g():
        global y
        return y
    def h():
        return y + 1
    return g, h
y = 9
g, h = f()
result9 = g()
result2 = h()
'''
    ns = {}
    exec(code, ns)
    print(ns['result2'], ns['result9'])
outer()
# type params in class scopes
T = 'global'
def outer2():
    T = 'nonlocal'
    class C:
        T = 'class'
        class Inner[U: T, V](dict):
            x = T
        def meth[U: T](self, a: T) -> U: return T
        type Alias = T
        type Al2[Q] = (T, Q)
    return C
C = outer2()
print(C.Inner.__type_params__[0].__bound__, C.Inner.x, C.meth.__type_params__[0].__bound__, C().meth(1), C.Alias.__value__, C.Al2.__value__, C.meth.__annotations__)
class D:
    T = int
    type A = T
    T = float
print(D.A.__value__)
def mk():
    class G:
        T = 'class'
        def f(self):
            return T
        class H[X]:
            y = T
            z = X
    return G
print(mk()().f(), mk().H.y)
class K:
    class_T = 'x'
    global T
    class B[U: T]: pass
print(K.B.__type_params__[0].__bound__)
# exec closures
def three():
    result = 0
    def a(): nonlocal result; result = 6
    def b(): pass
    return a, b, lambda: result
a,b,r = three()
exec(a.__code__, {}, closure=a.__closure__); print(r())
tell(lambda: exec(a.__code__, closure=None)); tell(lambda: exec('1', closure=())); tell(lambda: exec(b.__code__, closure=a.__closure__)); tell(lambda: exec(a.__code__, closure=(1,)))
tell(lambda: exec(a.__code__)); tell(lambda: eval(a.__code__))
g = {}; l = {}
exec("global a; a=1; b=2", g, l); g.pop('__builtins__', None); print(g, l)
exec('z = 1+1', {'z':0}); gg={'__builtins__':{}}; tell(lambda: exec('print(1)', gg))
tell(lambda: eval('1', globals=[], locals={}))
exec(source='q=5', globals=(n:={})) if False else None
tell(lambda: sum([], b'')); tell(lambda: sum([], '')); tell(lambda: sum([b'a'], bytearray())); tell(lambda: sum(1)); tell(lambda: sum([1], start='a')); print(sum([0.1]*10), sum([1e308,1e308,-1e308]), sum([1, 2.5, 3j]))
class R: 
    __dict__ = 8
tell(lambda: dir(R()))
class S:
    def __dir__(s): return 7
tell(lambda: dir(S()))
class U:
    def __dir__(s): return ['b','a',3]
tell(lambda: dir(U()))
tell(lambda: bool(NotImplemented)); tell(lambda: vars(5)); tell(lambda: map(len, [1], foo=1)); tell(lambda: type('A', (), {}, x=1)); tell(lambda: type('A\0', (), {})); tell(lambda: type('A', (), {'__qualname__': 5}))
X = type('X', (), {}); X.__doc__ = 'new'; print(X.__doc__)
def setdoc(): X.__name__ = 'a\0b'
tell(setdoc)
def setq(): X.__qualname__ = 5
tell(setq)
def deln(): del X.__name__
tell(deln)
X.__type_params__ = (1,); tell(lambda: X.__type_params__)
def dt(): del X.__type_params__
tell(dt); 
print(range(5).count(True), range(3).count('a'), range(10).index(3.0))
class AE:
    def __eq__(s,o): return True
print(range(10).count(AE()), range(5).index(AE()), AE() in range(2), [1,2].count(AE()))
