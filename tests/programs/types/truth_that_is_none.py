"""__bool__ = None: the object has no truth."""


class A: __bool__ = None
class B: __len__ = None
class C:
    __bool__ = None
    def __len__(self): return 3
class D(A): pass
class M(type): __bool__ = None
class E(metaclass=M): pass
class F(int): __bool__ = None
class G: __bool__ = 3
class H: __len__ = 3


asks = [bool, lambda o: not o, lambda o: 1 if o else 0, lambda o: o and 1, lambda o: any([o]), lambda o: list(filter(None, [o])),
        lambda o: o.__bool__, lambda o: [1 for x in [o] if x], len]
for make in (A, B, C, D, F, G, H, lambda: E):
    for ask in asks:
        try:
            print(make.__name__, ask(make()))
        except Exception as error:
            print(make.__name__, type(error).__name__, error)
