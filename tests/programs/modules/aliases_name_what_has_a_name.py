# The parts of an alias or union are written by name when they look like a class.
import functools, typing
def f(): pass
class C:
    def m(self): pass
class O:
    __qualname__ = 'Q'
    def __repr__(self): return 'O()'
class P:
    def __repr__(self): return 'P()'
p = P(); p.__qualname__ = 'pq'; p.__module__ = 'pm'
q = P(); q.__qualname__ = 'pq'; q.__module__ = None
r = P(); r.__qualname__ = 'pq'; r.__module__ = 'm'; r.__origin__ = 1; r.__args__ = ()
s = P(); s.__qualname__ = 5; s.__module__ = 7
class B:
    def __getattribute__(self, name):
        if name == '__qualname__': raise ValueError('no')
        return object.__getattribute__(self, name)
print(list[p], list[q], list[r], list[s], list[P()], dict[O, O()])
print(int | str | f, typing.Callable[[f], len])
print(list[[f, len, int]], list[(f,)], tuple[f, ...])
T = typing.TypeVar('T')
print(list[T], list[None], list['x'], list[1.5], list[typing.Any], list[list[f]], list[int | None], list[typing.List[int]])
try: print(list[B()])
except ValueError as e: print(e)
print(list[C().m].__args__[0].__qualname__)
print(list[print], type[f])
