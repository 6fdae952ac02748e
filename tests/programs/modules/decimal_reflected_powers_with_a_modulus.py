from decimal import Decimal
from fractions import Fraction


def told(*arguments):
    try:
        print(repr(pow(*arguments)))
    except TypeError as error:
        print(error)


told(2, Decimal(3), 5)
told(7, Decimal(3), Decimal(5))
told(Decimal(2), 3, 5)
told(2.0, Decimal(3), 5)
told("a", Decimal(3), 5)
told(2, Decimal(3), "x")
told(2, Fraction(3), 5)
told(Fraction(2), 3, 5)
