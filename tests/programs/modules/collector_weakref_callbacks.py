"""Callbacks of weak references: the newest first, and all references are dead when the first runs."""
import gc
import weakref

gc.disable()


class Node:
    def __init__(self, name):
        self.name, self.me = name, self

    def __del__(self):
        print("finalized", self.name, seen())


def seen():
    return [r() and r().name for r in plain]


def note(text):
    return lambda ref: print(text, ref(), seen())


plain = []
nodes = [Node(n) for n in "abcd"]
first = [weakref.ref(n, note("first of " + n.name)) for n in reversed(nodes)]
plain = [weakref.ref(n) for n in nodes]
second = [weakref.ref(n, note("second of " + n.name)) for n in nodes]
finalizers = [weakref.finalize(nodes[i], print, "finalizer", i) for i in (2, 0)]
del nodes
gc.collect()
print(seen())

lonely = Node("lonely")
lonely.me = None
refs = [weakref.ref(lonely, note(f"{i} of lonely")) for i in range(4)]
plain = [weakref.ref(lonely)]
del refs[1], lonely

inside = Node("inside")
inside.ref = weakref.ref(inside, note("never called"))
outside = weakref.ref(inside, note("called"))
del inside
gc.collect()

numbers = weakref.WeakValueDictionary()
for i in range(3):
    numbers[i] = Node(f"value {i}")
gc.collect()
print(dict(numbers))
