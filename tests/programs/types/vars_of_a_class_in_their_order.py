"""The names of a class's dictionary: the body's, then slots, __dict__, __weakref__, and what is missing of __doc__ and __hash__."""
import dataclasses


class Plain: pass


class Told:
    "doc"
    x = 1


class Equal:
    def __eq__(self, other): return True


class Slots:
    __slots__ = ('a', 'b')


class Both:
    __slots__ = ('__dict__', 'q', '__weakref__')

    def f(self): self.y = 1


class Derived(Plain):
    z: int = 3


class Number(int):
    __slots__ = ()

    def __eq__(self, other): return True


@dataclasses.dataclass
class Point:
    x: int = 0


for each in Plain, Told, Equal, Slots, Both, Derived, Number, Point:
    print(each.__name__, list(vars(each)))
