"""Aliases that typing remembers do not keep the program's names when it is over."""
from typing import Generic, ParamSpec, TypeVar


class Told:
    def __del__(self):
        print('gone')


told = Told()
print(Generic[ParamSpec('P', default=[int])], Generic[TypeVar('T', default=Told)])


class Own[**P = [int]]:
    pass


class Bounded[T: Told]:
    pass


print(Own.__parameters__, Bounded[Told], Bounded.__parameters__[0].__bound__)
