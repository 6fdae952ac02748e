"""A wrong slice is told of before a wrong value, and the value's iterator may change the list."""


def told(change):
    for things in [1, 2, 3], bytearray(b"abc"):
        try:
            change(things)
            print(things)
        except Exception as error:
            print(type(error).__name__, error)


def zero(things):
    things[::0] = 5


def text(things):
    things["a":2:2] = 5


def wrong(things):
    things[1:2] = [300]


def shrinks(things):
    def items():
        things.clear()
        yield 65
    things[1:3] = items()


for change in zero, text, wrong, shrinks:
    told(change)
