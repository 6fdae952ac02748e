import gc


class Kept:
    container = []

    def __del__(self):
        Kept.container.append(self)


one = Kept()
one.number = 1
del one
print(len(Kept.container), Kept.container[0].number)
del Kept.__del__
Kept.container.clear()
many = [Kept() for _ in range(20)]  # some of them where the first one was


class Below(Kept):
    def __del__(self):
        print('below', self.number)


for i, each in enumerate(many):
    each.__class__ = Below
    each.number = i
del each
many.clear()
gc.collect()
