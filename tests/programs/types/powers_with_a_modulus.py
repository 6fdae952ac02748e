"""pow() with three arguments asks the class of the base, and __pow__ takes a modulus too."""


def told(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Int(int):
    def __pow__(self, *others):
        return "own", others


told(lambda: pow(Int(2), 2.5, 5))
told(lambda: pow(Int(2), 3, 5))
told(lambda: pow(Int(2), 3))
told(lambda: (255).__pow__(-1, 7))
told(lambda: (0).__pow__(-1, 7))
told(lambda: (2).__pow__(5, None))
told(lambda: (2).__pow__(5, 1.5))
told(lambda: pow(2.0, 5, 7))


class Float(float):
    pass


told(lambda: pow(Float(2.5), 2, 5))
told(lambda: (2.5).__pow__(2, 5))
