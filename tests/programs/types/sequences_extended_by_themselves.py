# A list grows by itself once, of whatever class it is; a bytearray that lends its bytes cannot grow.
from array import array
from collections import deque


class Plain(list):
    pass


class Told(list):
    def __iter__(self):
        return iter([7])


for made in ([1, 2], Plain([1, 2]), Told([1, 2])):
    made += made
    print(type(made).__name__, made)
    made.extend(made)
    print(made)
    made[1:1] = made
    print(made)
    list.__iadd__(made, made)
    print(len(made))

inner = Told([1, 2])
outer = [0]
outer += inner
outer.extend(inner)
print(outer, [*inner], list(inner))

lent = bytearray(b"ab")
for grow in (lent.extend, lent.__iadd__):
    try:
        print(grow(lent))
    except BufferError as error:
        print(error)
lent[1:1] = lent
print(lent)

for made in (deque([1, 2]), array("i", [1, 2])):
    made += made
    made.extend(made)
    print(made)
