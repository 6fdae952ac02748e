"""Closures, nonlocal, global, late binding, class scope, comprehension scope, del, UnboundLocalError."""


def counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start
    increment.reset = reset
    return increment


c, d = counter(), counter(10)
print(c(), c(), d(5), c.reset(), c(), c.__closure__[0].cell_contents, c.__code__.co_freevars)
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
x = "global"


def outer():
    x = "outer"

    class K:
        x = "class"
        y = [x for _ in range(1)]

        def m(self):
            return x

    def inner():
        global x
        x = "changed"
        return x
    return K().m(), K.x, K.y, inner(), x


print(outer(), x)


def unbound():
    print(x)
    x = 1


def deleted():
    y = 1
    del y
    return y


def free():
    def use():
        return z
    if False:
        z = 1
    return use()


for f in (unbound, deleted, free, lambda: undefined_name, lambda: [i for i in range(2)] and i):
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
print([y := 10, y + 1, y ** 2], y)
if (n := len("abc")) > 2:
    print("n", n)
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3))


def make():
    funcs = []
    for i in range(3):
        def f(x, i=i):
            return x + i
        funcs.append(f)
    return funcs


print([f(10) for f in make()])


def defaults(x, acc=[], *, cache={}):
    acc.append(x)
    cache[x] = len(acc)
    return acc, cache


defaults(1)
print(defaults(2), defaults.__defaults__, defaults.__kwdefaults__)
print(locals() is globals(), "x" in globals(), sorted(k for k in locals() if len(k) == 1))
def loc(a, b=2):
    c = 3
    return locals()
print(loc(1))
