"""re._constants: the limits of patterns, and their error."""
from re import PatternError as error


class _NamedIntConstant(int):
    def __new__(cls, value, name):
        self = super().__new__(cls, value)
        self.name = name
        return self

    def __repr__(self):
        return self.name

    __reduce__ = None


MAXREPEAT = _NamedIntConstant(4294967295, 'MAXREPEAT')
MAXGROUPS = 0xFFFFFFF
MAXWIDTH = 1 << 64
