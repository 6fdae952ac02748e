# Int keys beside keys of other types that equal them or share their hash; iteration while the dict changes.
d = {}
for i in range(-5, 5):
    d[i] = i * i
d[1.0], d[True], d[2.0] = "f", "t", 3
print(d, d[1], d[1.0], d[-1], d[-2])


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        print("eq", self.n, other)
        return other == self.n if isinstance(other, int) else NotImplemented


e = {Key(3): "k"}
print(e[3])
e[3] = "n"
print(len(e), list(e.values()))
e[4] = 1
e[Key(4)] = 2
print(len(e))
del e[4]
e[4] = 5
e[2**61 - 1], e[2**61], e[0], e[2**61 + 2**40] = 1, 2, 3, 9
print(list(e.values()), e[0], e[2**61 - 1], e.get(77))
try:
    e[78]
except KeyError as error:
    print(repr(error))
for k in d:
    if k == 3:
        break
try:
    for k in d:
        d[k + 100] = 1
except RuntimeError as error:
    print(error)
try:
    for k in d:
        del d[k]
        d[object()] = 1
except RuntimeError as error:
    print(error)
half = {i: i for i in range(10)}
for i in range(0, 10, 2):
    del half[i]
print([k for k in half], [half[k] for k in half])
keys = iter(half)
print(next(keys), [k for k in keys], list(keys))
