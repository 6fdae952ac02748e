"""pow() with three arguments asks base, exponent and modulus in turn; a class's __rpow__ is asked with the modulus."""


class Both:
    def __pow__(self, *others):
        print("Both.__pow__", others)
        return NotImplemented

    def __rpow__(self, *others):
        print("Both.__rpow__", others)
        return NotImplemented

    def __repr__(self):
        return type(self).__name__


class Below(Both):
    def __rpow__(self, *others):
        print("Below.__rpow__", others)
        return NotImplemented


class Right:
    def __rpow__(self, *others):
        print("Right.__rpow__", others)
        return "right"

    def __repr__(self):
        return "Right"


class Int(int):
    def __rpow__(self, *others):
        print("Int.__rpow__", others)
        return NotImplemented


class Short:
    def __rpow__(self, other):
        return "no modulus"


class Complex(complex):
    pass


def told(make, *arguments):
    try:
        print(make(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


things = (Both(), Below(), Right(), Int(3), 2, 2.5, 1j, Complex(2), "x")
for base in things:
    for exponent in things:
        for modulus in (Both(), 5, 2.5, 1j):
            told(pow, base, exponent, modulus)
told(pow, 2, Short(), 5)
told(pow, 2, Short())
told(complex.__pow__, 1j, 2, 3)
told(complex.__pow__, 1j, "a", 3)
told(complex.__pow__, 1j, 2, None)
told(complex.__rpow__, 1j, 2, 3)
told(float.__rpow__, 2.0, 2, 3)
told(int.__rpow__, 2, 3, 5)
