"""Survivors of a collection: who was held only by something younger moves behind all others."""
import gc

gc.disable()


class Noted:
    def __init__(self, name, *held):
        self.name, self.held, self.me = name, held, self

    def __del__(self):
        print("finalized", self.name)


def gone(title, make, before=()):
    print("---", title)
    kept = make()
    for step in before:
        gc.collect()
        step(kept)
    del kept
    gc.collect()


def in_order():
    return [Noted(n) for n in "abc"]


def held_by_younger():
    a, b, c = [Noted(n) for n in "abc"]
    return Noted("holder", c, a), Noted("second", b)


def chain():
    last = None
    for n in "abcdef":
        last = Noted(n, last)
    return last


def by_dict():
    made = {n: Noted(n) for n in "abcd"}
    return dict(reversed(made.items()))


def by_list():
    return [Noted(n) for n in "wxyz"]


def nothing(kept):
    pass


def hold_first(kept):
    globals()["first"] = kept[0]


def let_go(kept):
    globals().pop("first", None)


for make in in_order, held_by_younger, chain, by_dict, by_list:
    gone(make.__name__, make)
    gone(make.__name__ + " once", make, [nothing])
    gone(make.__name__ + " twice", make, [nothing, nothing])
gone("first held", by_list, [hold_first, let_go, nothing])


def generators():
    def numbers(name):
        try:
            me = yield
            yield me
        finally:
            print("closed", name)

    made = []
    for name in "pqr":
        g = numbers(name)
        next(g)
        g.send(g)
        made.append((g, Noted("with " + name)))
    made[0][1].other = made[2]
    made[2][1].other = made[0]
    return made


gone("generators", generators)
gone("generators once", generators, [nothing])


def closures():
    def make(name):
        noted = Noted(name)
        noted.f = lambda: (noted, make)
        return noted.f
    return [make(n) for n in "ijk"]


gone("closures", closures)
gone("closures once", closures, [nothing])


def errors():
    made = []
    for n in "st":
        try:
            here = Noted(n)
            raise ValueError(n)
        except ValueError as error:
            here.error = error
            made.append(error)
    return made


gone("errors", errors)
gone("errors once", errors, [nothing])
