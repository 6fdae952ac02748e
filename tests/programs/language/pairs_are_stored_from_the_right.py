"""In a function, a, b = x, y stores b first: what they held goes in that order."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def pair():
    a, b = Noisy("a"), Noisy("b")
    a, b = 1, 2
    print("end", a, b)


def three():
    a, b, c = Noisy("a"), Noisy("b"), Noisy("c")
    a, b, c = c, a, b
    a, b, c = Noisy("d"), Noisy("e"), Noisy("f")
    print("end")


def four():
    a, b, c, d = Noisy("a"), Noisy("b"), Noisy("c"), Noisy("d")
    a, b, c, d = 1, 2, 3, 4
    print("end")


def same():
    a = Noisy("a")
    a, a = 1, Noisy("b")
    print("end")


def kept():
    a, b = Noisy("a"), [Noisy("b")]
    a, b[0] = 1, 2
    print("end")


for function in pair, three, four, same, kept:
    function()
x, y = Noisy("x"), Noisy("y")
x, y = 1, 2
