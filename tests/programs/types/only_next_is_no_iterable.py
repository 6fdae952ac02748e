"""A class with __next__ alone, or whose __iter__ gives no iterator, can be iterated over nowhere."""


class Next:
    def __next__(self):
        return 1


class Three:
    __iter__ = staticmethod(lambda: 3)

    def __next__(self):
        return 1


for thing in Next(), Three():
    for walk in list, tuple, set, sum, max, any, sorted, "".join, lambda o: [*o], lambda o: [k for k in o], lambda o: dict(o), iter:
        try:
            print(walk(thing))
        except TypeError as error:
            print(error)
