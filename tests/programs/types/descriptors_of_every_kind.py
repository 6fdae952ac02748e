def t(f):
    try: print(__import__("re").sub(" at 0x[0-9a-f]+", "", str(f())))
    except BaseException as e: print(type(e).__name__, e)
def f(a, /, b, *, c): pass
t(lambda: f.__code__.co_varnames.index('b')); 
class A:
    x = 1
    __slots__ = ('s',)
    @property
    def p(self): return 1
    @classmethod
    def c(cls): pass
    @staticmethod
    def st(): pass
a = A()
for d in (A.s, A.p, A.__dict__['c'], A.__dict__['st'], A.c, int.real, type.__dict__['__name__'], f.__get__(1), f.__call__, (1).__add__, int.__add__, dict.fromkeys, [].append, list.append):
    r = repr(d).split(' at 0x')[0]
    print(r, type(d).__name__, hasattr(d, '__get__'), hasattr(d, '__set__'), getattr(d, '__name__', None), getattr(d, '__qualname__', None), getattr(d, '__objclass__', None), getattr(d, '__self__', None).__class__.__name__)
t(lambda: setattr(A.s, '__name__', 'x')); t(lambda: setattr(A.p, 'fget', None)); t(lambda: setattr(int.real, 'x', 1)); t(lambda: A.s.__get__(5)); t(lambda: A.s.__set__(a, 3)); t(lambda: a.s); t(lambda: A.s.__delete__(a)); t(lambda: a.s); t(lambda: A.s.__delete__(a)); t(lambda: int.real.__get__('x')); t(lambda: int.real.__set__(5, 5)); t(lambda: A.s()); t(lambda: int.real()); t(lambda: list.append()); t(lambda: list.append(5, 1)); t(lambda: list.append.__get__([], list)(1)); t(lambda: A.p.__get__(None, A) is A.p); t(lambda: A.p.__get__(a)); t(lambda: A.p.__set__(a, 1)); t(lambda: A.__dict__['c'].__func__); t(lambda: slice(1).start); t(lambda: setattr(slice(1), 'start', 2)); t(lambda: setattr(range(3), 'start', 2)); t(lambda: setattr(1j, 'real', 2)); t(lambda: setattr(1, 'real', 2)); t(lambda: delattr(range(3), 'start')); t(lambda: setattr(f, '__closure__', 1)); t(lambda: setattr(f.__code__, 'co_name', 1)); t(lambda: setattr(ValueError(), '__traceback__', 1)); t(lambda: setattr(ValueError(), '__cause__', 1)); t(lambda: setattr(StopIteration(1), 'value', 2)); t(lambda: setattr((i for i in []), 'gi_frame', 1)); t(lambda: setattr((i for i in []), 'gi_running', 1)); t(lambda: setattr((i for i in []), '__name__', 1)); t(lambda: setattr(type, '__name__', 1)); t(lambda: setattr(A, '__name__', 1)); t(lambda: setattr(A, '__mro__', 1)); t(lambda: setattr(A, '__bases__', 1)); t(lambda: setattr(A, '__bases__', ())); t(lambda: setattr(A, '__dict__', 1)); t(lambda: delattr(A, '__name__')); t(lambda: setattr(a, '__class__', int)); t(lambda: setattr(super(A, a), 'x', 1)); t(lambda: super(A, a).__thisclass__); t(lambda: setattr(super(A, a), '__thisclass__', 1)); t(lambda: setattr(f, '__get__', 1)); t(lambda: f.__get__(None)); t(lambda: f.__get__(None, A)); t(lambda: f.__get__()); 
