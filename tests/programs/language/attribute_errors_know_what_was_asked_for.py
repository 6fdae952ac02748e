import traceback
class A:
    blech = 1
    def __getattr__(self, n): raise AttributeError(f'nothing like {n}')
class B:
    blech = 1
    @property
    def bluch(self): raise AttributeError('inner')
class C:
    blech = 1
    def __getattribute__(self, n): raise AttributeError
class M(type):
    blech = 1
    def __getattr__(cls, n): raise AttributeError('meta')
class D(metaclass=M): pass
class E:
    blech = 1
    def __getattr__(self, n): raise AttributeError('known', name='other', obj=3)
class F:
    blech = 1
    def __getattr__(self, n): return self._data[n] if n != '_data' else super().__getattribute__(n)
class G:
    def __init__(self): self.value = 1
    @property
    def vlaue(self): return self.valeu
for o in (A(), D, E(), F(), G()):
    for act in (lambda: o.bluch, lambda: o.bluch(), lambda: getattr(o, 'bluch'), lambda: o.vlaue):
        try: act()
        except AttributeError as e:
            print(type(o).__name__, e.name, e.obj is o, traceback.format_exception_only(e))
        except RecursionError: print('rec')
try:
    B().bluch
except AttributeError as e:
    print(e.name, type(e.obj), traceback.format_exception_only(e))
print(hasattr(A(), 'x'), getattr(A(), 'x', 5))
A().bluch
