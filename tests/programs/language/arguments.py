def f(a, b=2, *args, c, d=4, **rest):
    return a, b, args, c, d, rest


print(f(1, c=3))
print(f(1, 5, 6, 7, c=8, x=9))
print(f(*[1, 2, 3], **{"c": 4, "y": 5}))


def positional(a, b, /, c):
    return a + b + c


print(positional(1, 2, c=3))


def accumulate(item, into=[]):
    into.append(item)
    return into


accumulate(1)
print(accumulate(2))
swap = lambda x, y=0, *z, k=1: (y, x, z, k)
print(swap(1), swap(1, 2, 3, k=4))
for call in (lambda: f(), lambda: f(1), lambda: f(1, c=2, **{"c": 3}), lambda: positional(1, b=2, c=3), lambda: positional(1, 2, 3, 4),
             lambda: swap(q=1), lambda: f(*1), lambda: f(**[1]), lambda: len(), lambda: len([], []), lambda: print(wrong=1)):
    try:
        call()
    except TypeError as error:
        print(error)


def order():
    def show(x):
        print("eval", x)
        return x
    return f(show(1), *[show(2)], c=show(3), **{"z": show(4)})


print(order())
