def counter():
    count = 0

    def up(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = 0
    return up, reset


up, reset = counter()
print(up(), up(), up(5))
reset()
print(up())
print([f() for f in [lambda i=i: i * i for i in range(4)]])
print([f() for f in [lambda: i for i in range(3)]])
total = 10


def use_global():
    global total
    total += 1
    return total


print(use_global(), total)


def outer():
    x = "outer"

    def inner():
        def innermost():
            return x
        return innermost()
    x = "changed"
    return inner()


print(outer())


def unbound():
    print(late)
    late = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error)


def free():
    def inner():
        return missing
    if False:
        missing = 1
    return inner()


try:
    free()
except NameError as error:
    print(type(error).__name__, error)
try:
    print(undefined_name)
except NameError as error:
    print(error)


class A:
    x = 1
    y = [i for i in range(2)]

    def get(self):
        return __class__.__name__


print(A.y, A().get())


def deletes():
    a = 1
    del a
    try:
        a
    except UnboundLocalError as error:
        return str(error)


print(deletes())
