"""What a finalizer brings back is behind the others when it goes at last; what it lets go of goes at once."""
import gc

gc.disable()
back = []


class Revived:
    def __init__(self, name, *others):
        self.name, self.me, self.others = name, self, others

    def __del__(self):
        print("finalized", self.name)
        if self.name in "bd":
            back.append(self)


class Holder:
    def __init__(self, name, held):
        self.name, self.me, self.held = name, self, held

    def __del__(self):
        print("holder", self.name)
        self.held = None


class Leaf:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("leaf", self.name)


made = [Revived(n) for n in "abcde"]
del made
gc.collect()
print([o.name for o in back])
fresh = Revived("f", *back)
back.clear()
del fresh
gc.collect()
print(len(back))

leaves = [Leaf(n) for n in range(4)]
holders = [Holder(3, leaves[3]), Holder(1, leaves[1]), Holder(0, leaves[0]), Holder(2, leaves[2])]
del leaves, holders
gc.collect()

print(gc.collect())


class Slots:
    __slots__ = "me", "name", "__weakref__"

    def __init__(self, name):
        self.me, self.name = self, name

    def __del__(self):
        print("slots", self.name)


class Items(list):
    def __del__(self):
        print("items", len(self))


a, b = Slots("a"), Items([1, 2])
b.append(b)
a.me = [b, a]
c = Slots("c")
del a, b, c
gc.collect()
