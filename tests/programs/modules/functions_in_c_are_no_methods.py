# What CPython has in C is not bound where a class has it as an attribute: no instance is put before the arguments.
import bisect
import cmath
import heapq
import math
import operator
import struct
from functools import reduce


class Tools:
    root = cmath.sqrt
    floor = math.floor
    add = operator.add
    push = heapq.heappush
    size = struct.calcsize
    place = bisect.bisect_left
    fold = reduce
    length = len
    kind = type
    __call__ = operator.mul
    __getitem__ = math.factorial

    def own(self):
        return self.add(1, 2), self.root(4)


tools = Tools()
heap = []
print(tools.root(-4), tools.floor(2.5), tools.add(2, 3), tools.push(heap, 5), heap, tools.size('ib'))
print(tools.place([1, 3], 2), tools.fold(operator.add, [1, 2, 3]), tools.length([1]), tools.kind(3), tools.own())
print(tools(3, 4), tools[5], Tools.add(1, 2), tools.add is operator.add, callable(tools))


class Dispatch:
    compare = operator.lt
    by = {'+': operator.add}

    def __init__(self, compare=None):
        if compare:
            self.compare = compare

    def holds(self, a, b):
        return self.compare(a, b)


print(Dispatch().holds(1, 2), Dispatch(operator.gt).holds(1, 2), Dispatch.by['+'](1, 2))
