def f[*Ts = *tuple[int, str]](): pass
print(f.__type_params__[0].__default__)
type X[*Ys = *list[undefined]] = int
try:
    X.__type_params__[0].__default__
except NameError as error:
    print(error)
from dataclasses import dataclass
@dataclass
class Own:
    a: int = 1
    def __init__(self, *args):
        print("own init", args)
Own(1, 2)
import enum
print(list(enum.Flag("F", "A B", boundary=enum.KEEP)), enum.Flag("F", "A B", boundary=enum.KEEP)(9), enum.IntFlag("F", "A B", boundary=enum.EJECT)(9))
