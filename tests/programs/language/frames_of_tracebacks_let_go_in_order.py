"""A frame that a traceback kept lets go of its variables as one that returns does: the last first."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def fails(parameter):
    a, b = Noisy("a"), Noisy("b")
    c = Noisy("c")
    1 / 0


def yields():
    a, b, c = Noisy("a"), Noisy("b"), Noisy("c")
    yield 1
    1 / 0


for make in lambda: fails(Noisy("parameter")), lambda: list(yields()):
    try:
        make()
    except ZeroDivisionError as error:
        kept = error
    print("kept")
    del kept
