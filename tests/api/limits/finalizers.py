"""__del__ without end, and in long chains: reported and ignored, called once for each object, in time."""
import gc


class Endless:
    made = 0

    def __del__(self):
        Endless.made += 1
        x = Endless()
        del x


x = Endless()
del x
print(Endless.made > 100)


class Node:
    count = 0

    def __init__(self, next):
        self.next = next

    def __del__(self):
        Node.count += 1


def chain(n, x=None):
    for _ in range(n):
        x = Node(x)
    return x


x = chain(50_000)
del x
print(Node.count)
ring = Node(None)
ring.next = chain(19_999, ring)
del ring
gc.collect()
print(Node.count)
kept = chain(20_000)  # finalized when the program ends
