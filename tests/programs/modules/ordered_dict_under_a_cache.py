# A cache whose own __getitem__ moves what was asked for to the end, and one whose __setitem__ drops the eldest.
from collections import OrderedDict


class LRU(OrderedDict):
    def __init__(self, capacity, *args, **kwargs):
        self.capacity = capacity
        super().__init__(*args, **kwargs)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.capacity:
            del self[next(iter(self))]


cache = LRU(2)
cache["a"] = 1
cache["b"] = 2
cache["a"]
cache["c"] = 3
print(cache, list(cache))
try:
    cache["zz"]
except KeyError as e:
    print(repr(e))


class Counting(OrderedDict):
    def __missing__(self, key):
        return f"no {key}"

    def __len__(self):
        return 7

    def __iter__(self):
        return iter("xyz")

    def __delitem__(self, key):
        print("deleting", key)
        super().__delitem__(key)


c = Counting([("a", 1), ("b", 2), ("c", 3)])
c.move_to_end("a")
c.move_to_end("c", last=False)
print(OrderedDict.keys(c) == {"a", "b", "c"}, c["q"])
try:
    c.move_to_end("q")
except KeyError as e:
    print(repr(e))
d = OrderedDict.fromkeys("abcd")
d.move_to_end("a")
d.move_to_end("d", last=False)
print("".join(d), d.popitem(last=False), d.popitem(), "".join(d))
for last in (True, False):
    try:
        OrderedDict().popitem(last)
    except KeyError as e:
        print(e)
