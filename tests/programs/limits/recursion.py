import sys


def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as error:
    print(error)
print(sys.getrecursionlimit())


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))


class Bad:
    def __repr__(self):
        return repr(self)


try:
    repr(Bad())
except RecursionError as error:
    print("repr too deep")
nested = []
for _ in range(100000):
    nested = [nested]
del nested
print("deep list freed")
