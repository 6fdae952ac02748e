"""In which order a call that is refused lets go of its arguments"""


class Told:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("gone", self.n)


def one(a):
    pass


def three(a, b, c):
    pass


def named(*, k):
    pass


def both(a, *rest, k):
    pass


def open_ended(a, **more):
    pass


class Thing:
    def method(self):
        pass


class Made:
    def __init__(self):
        pass


calls = [
    lambda: one(Told(1), Told(2), Told(3)),
    lambda: one(Told(1), Told(2), k=Told(3), l=Told(4)),
    lambda: one(a=Told(1), b=Told(2), c=Told(3)),
    lambda: one(Told(1), a=Told(2)),
    lambda: three(Told(1), Told(2)),
    lambda: three(b=Told(1), a=Told(2)),
    lambda: three(Told(1), Told(2), Told(3), Told(4), Told(5)),
    lambda: three(Told(1), c=Told(2), b=Told(3), d=Told(4)),
    lambda: named(Told(1), Told(2)),
    lambda: named(Told(1), k=Told(2)),
    lambda: both(Told(1), Told(2), Told(3)),
    lambda: open_ended(b=Told(1), c=Told(2)),
    lambda: Thing().method(Told(1), Told(2)),
    lambda: Thing().method(Told(1), x=Told(2)),
    lambda: Made(Told(1), Told(2)),
    lambda: len(Told(1), Told(2)),
    lambda: (lambda x, y=Told(0): x)(Told(1), Told(2), Told(3)),
]
for call in calls:
    try:
        call()
    except TypeError as error:
        print(error)
        del error
    print("--")
