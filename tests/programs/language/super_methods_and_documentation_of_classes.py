import types


def attempt(label, f, *a, **k):
    try:
        print(label, repr(f(*a, **k)))
    except Exception as error:
        print(label, type(error).__name__, error)


class mysuper(super):
    def __init__(self, *args): super().__init__(*args)
class A:
    def meth(self, a): return f'A({a})'
class E(A):
    def meth(self, a):
        s = self.__super
        return f'E[{type(s).__name__}]' + s.meth(a)
E._E__super = mysuper(E)
attempt('sup', lambda: E().meth(3))
class M1:
    def meth(self): return self
class B: pass
a, b = M1(), B()
b.meth = a.meth.__get__(b, B); print(b.meth() is a)
attempt('doc', lambda: type(list).__dict__['__doc__'].__set__(list, 'x')); attempt('doc', setattr, list, '__doc__', 'x')
class Doc: "doc"
attempt('doc', lambda: type(Doc).__dict__['__doc__'].__delete__(Doc)); attempt('doc', delattr, Doc, '__doc__'); Doc.__doc__ = 'new'; print(Doc.__doc__)
attempt('verre', object.__setattr__, str, 'foo', 42); attempt('verre', object.__delattr__, str, 'lower'); attempt('verre', type.__setattr__, str, 'lower', str.upper); attempt('ver', object.__setattr__, Doc, 'x', 1)
m = types.ModuleType('foo')
class Ld: pass
m.__loader__ = Ld; print(repr(m)); del m.__name__; print(repr(m)); m.__loader__=None; m.__file__ = '/tmp/foo.py'; print(repr(m)); m.__name__='n'; print(repr(m))
