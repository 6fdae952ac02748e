import copy
import itertools
a, b = itertools.tee("abcd")
print(type(a), next(a), list(b), type(a)("xy") is a, list(type(a)("xy")))
again = copy.copy(a)
print(list(a), list(again), itertools.tee(5, 0))
c, d, e = itertools.tee(again, 3)
print(c is again, list(d), list(e))
grouped = itertools.groupby("AABBC")
key, first = next(grouped)
print(key, type(first), next(first))
key, second = next(grouped)
print(key, list(first), list(second))
print([(k, list(g)) for k, g in itertools.groupby([1, 1.0, True, 2])])
for wrong in (lambda: itertools.tee(5), lambda: itertools.tee([], -1), lambda: list(itertools.groupby(5))):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Same:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print(self.name, "==", other.name)
        return True


for key, group in itertools.groupby([Same("a"), Same("b"), Same("c")]):
    print(key.name, [item.name for item in group])
