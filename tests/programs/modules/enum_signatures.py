"""The signature of an Enum class: of a member's look-up, or of the functional API where there are no members."""

import enum
import inspect


class Empty(enum.Enum):
    pass


class Number(enum.IntFlag):
    A = 1


class Word(enum.StrEnum):
    B = "b"


class Own(enum.Enum):
    A = 1, 2

    def __init__(self, x, y):
        self.x, self.y = x, y


for each in (enum.Enum, enum.IntEnum, Empty, Number, Word, Own):
    print(each.__name__, inspect.signature(each))
print(Empty.__signature__, Own.__signature__.parameters["values"].kind)
