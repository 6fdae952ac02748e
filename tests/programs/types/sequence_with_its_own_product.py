# A class that writes one of __mul__ and __rmul__ is repeated by its methods alone: nobody else repeats what they refuse.


class Reflected(tuple):
    def __rmul__(self, other):
        print("rmul", other)
        return NotImplemented


class Forward(tuple):
    def __mul__(self, other):
        print("mul", other)
        return NotImplemented


class Grown(list):
    def __rmul__(self, other):
        print("rmul", other)
        return NotImplemented

    def __imul__(self, other):
        print("imul", other)
        return NotImplemented


class Text(str):
    def __rmul__(self, other):
        print("rmul", other)
        return NotImplemented


class Summed(tuple):
    def __radd__(self, other):
        print("radd", other)
        return NotImplemented


class Twice(int):
    def __index__(self):
        return 2


def show(text):
    try:
        print(text, "=", eval(text))
    except TypeError as error:
        print(text, "!", error)


for n in (Reflected((1, 2)), Forward((1, 2)), Grown([1]), Text("ab"), Summed((3,))):
    print(type(n).__name__)
    for text in ("2 * n", "n * 2", "True * n", "n * n", "2.5 * n", "n * 2.5", "Twice(2) * n", "n * Twice(2)", "(0,) + n"):
        show(text)
    try:
        m = 2
        m *= n
        print(m)
    except TypeError as error:
        print(error)
    m = n
    try:
        m *= 2
    except TypeError as error:
        print(error)
    print(m)
