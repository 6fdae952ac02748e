for n in range(2, 10):
    for x in range(2, n):
        if n % x == 0:
            print(n, "equals", x, "*", n // x)
            break
    else:
        print(n, "is a prime")
i = 0
while i < 5:
    i += 1
    if i == 2:
        continue
    if i == 4:
        break
    print(i)
else:
    print("not here")
while i:
    i -= 1
else:
    print("here", i)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 != 1, "a" < "b" in ["b"])
print(0 or "x", 1 and "y", not 0, None or 0, [] and 1, 5 if [] else 6)
print(1 if True else 2 if False else 3)
if (n := 10) > 5:
    print(n)
x = 5
x += 2
x **= 2
x //= 3
x %= 10
x <<= 3
x |= 1
x ^= 2
x &= 0xFF
x >>= 1
x -= 1
x *= 3
print(x, x / 2)


def noisy(v):
    print("noisy", v)
    return v


print(noisy(1) < noisy(2) < noisy(0) < noisy(9))
print([noisy(1), noisy(2)][noisy(0)])
d = {}
d[noisy("k")] = noisy("v")
d["n"] = 1
d["n"] += 5
print(d)


class Obj:
    n = 1


o = Obj()
o.n += 4
print(o.n, Obj.n)
del d["n"], o.n
print(d, o.n)
pass
...
lst = list(range(10))
del lst[2:5], lst[0]
lst[1:3] = "xyz"
print(lst, lst[::-1], lst[-3:], lst[::3])
print("%s" % "a", "a" "b", 'c' * 3, """tri
ple""", r"\n", b"by\x00te", "\u00e9\x41\101\N{BULLET}")
match [1, 2, 3]:
    case [1, *rest]:
        print("list", rest)
match {"a": 1, "b": (2, 3)}:
    case {"a": x, "b": (y, z), **others}:
        print(x, y, z, others)
for value in (0, "s", 3.5, None, [1, 2], Obj()):
    match value:
        case 0 | 1:
            print("small")
        case str(s) if s:
            print("text", s)
        case float():
            print("float")
        case None:
            print("none")
        case [a, b]:
            print(a, b)
        case _:
            print("other")
print(type(print), print.__name__, (lambda: 0).__name__)
