class AbstractClass(object):
    def __init__(self, bases): self.bases = bases
    def getbases(self): return self.bases
    __bases__ = property(getbases)
    def __call__(self): return AbstractInstance(self)
class AbstractInstance(object):
    def __init__(self, klass): self.klass = klass
    def getclass(self): return self.klass
    __class__ = property(getclass)
S = AbstractClass(bases=()); C = AbstractClass(bases=(S,)); D = AbstractClass((C, S))
print(isinstance(C(), S), isinstance(S(), C), isinstance(D(), (int, S)), issubclass(C, S), issubclass(S, C), issubclass(D, D), issubclass(int, C), issubclass(C, int))
print(isinstance(5, S))
class Proxy:
    def __init__(self, obj): self.__obj = obj
    def __getattribute__(self, name):
        if name.startswith("_Proxy__"): return object.__getattribute__(self, name)
        return getattr(self.__obj, name)
print(isinstance(Proxy([1]), list), isinstance(Proxy([1]), (int, dict)), isinstance(Proxy(3), int), isinstance(Proxy(3), Proxy))
def attempt(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
class I:
    @property
    def __bases__(self): raise RuntimeError('no')
class E:
    __bases__ = 5
attempt(isinstance, 1, I()); attempt(issubclass, I(), int); attempt(issubclass, E(), int); attempt(isinstance, 1, E()); attempt(issubclass, int, E()); attempt(issubclass, 1, 1); attempt(issubclass, int, 1)
class L:
    @property
    def __class__(self): raise ValueError('lost')
attempt(isinstance, L(), int)
class M:
    @property
    def __class__(self): raise AttributeError('lost')
attempt(isinstance, M(), int); attempt(isinstance, M(), S)
attempt(type.__instancecheck__, int, Proxy(3)); attempt(type.__subclasscheck__, int, C)
