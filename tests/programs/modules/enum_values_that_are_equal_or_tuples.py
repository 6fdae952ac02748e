import enum


class Same(enum.Enum):
    ONE = 1
    TRUE = True
    FLOAT = 1.0
    ZERO = 0
    FALSE = False
    TEXT = '1'


class Pair(tuple, enum.Enum):
    FIRST = 1, 2
    SECOND = 'a', 'b', 'c'
    EMPTY = ()
    AGAIN = 1, 2
    LIST = [5, 6],


class Plain(enum.Enum):
    PAIR = 1, 2
    LIST = [1, 2]
    ALIAS = [1, 2]
    NAN = float('nan')


print(list(Same), Same(1.0), Same(True), Same.__members__)
print(list(Pair), Pair.FIRST[0], Pair((1, 2)), Pair.FIRST + (3,), Pair.AGAIN is Pair.FIRST, Pair.SECOND._value_, len(Pair.EMPTY))
print(list(Plain), Plain([1, 2]), Plain((1, 2)))
for wrong in ('Pair(1, 2)', 'Pair([1, 2])', 'Plain(3)', 'Same("x")', 'Plain(float("nan"))'):
    try:
        print(eval(wrong))
    except (TypeError, ValueError) as error:
        print(wrong, error)
