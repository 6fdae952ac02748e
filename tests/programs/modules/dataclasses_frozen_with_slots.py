from dataclasses import dataclass
def each(*fs):
    for i, f in enumerate(fs):
        try: print(i, f())
        except BaseException as e: print(i, type(e).__name__, e)
@dataclass(frozen=True, slots=True)
class A: a: int
@dataclass(frozen=True)
class B: a: int
class C(B): pass
class D(A): pass
for x in (A(1), B(1), C(1), D(1)):
    each(lambda: setattr(x, 'a', 2), lambda: setattr(x, 'zz', 1), lambda: delattr(x, 'a'), lambda: delattr(x, 'zz'), lambda: x.zz)
    print(x)
