# __static_attributes__: what methods assign to self, and not what they only add to, annotate without a value, or assign elsewhere.
class Point:
    z: int

    def __init__(self, x, y):
        self.x, (self.y, *self.rest) = x, (y, 1)
        self.total: int = 0
        self.never: int

    def move(self):
        self.count += 1
        other = self
        other.hidden = 1
        for self.each in ():
            pass
        with open('f') as self.file:
            pass
        del self.x

    def inner(self):
        def deep(self):
            self.deep = 1
        return lambda: setattr(self, 'late', 1)


print(sorted(Point.__static_attributes__))


class Empty:
    def grow(me, amount):
        me.size = amount
        me.size += amount


print(Empty.__static_attributes__)
