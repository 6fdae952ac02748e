# __dir__() gives the object's names, then its class's, then each base's with all of its own: only dir() sorts them.
class Root:
    root = 0


class Left(Root):
    left = 1


class Right(Root):
    right = 2
    root = 3


class Both(Left, Right):
    both = 4

    def method(self):
        pass


def names(found):
    return [name for name in found if not name.startswith('__')]


both = Both()
both.mine = 5
print(names(both.__dir__()))
print(names(object.__dir__(both)))
print(names(type.__dir__(Both)))
print(names(Right().__dir__()))
print(both.__dir__().index('both') < both.__dir__().index('__repr__'))
print(names(dir(both)))
for at in range(300):
    Both = type(f'C{at}', (Both, Left), {})
print(names(Both().__dir__()))
