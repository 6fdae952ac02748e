"""getclosurevars tells names that are read from those of attributes"""
import inspect
import os

x = 3


def reads(a):
    print(x, len, os.path.join, a.upper(), a.max, undefined, os.sum)

    def inner():
        return x + a + min(1, 2)
    return [each.abs for each in range(a.int)], a.set.list, inner


def outer(y):
    def inner():
        global x, z
        x = y.format(1)
        del x
        import json.decoder
        z = 1
        return y + sum([1])
    return inner


class Shape:
    def area(self):
        return self.sum * round(x)


for function in (reads, outer(3), Shape().area, lambda: None):
    found = inspect.getclosurevars(function)
    print(sorted(found.globals), sorted(found.builtins), found.nonlocals, sorted(found.unbound))
