"""while/for else, nested break, chained comparison, ternaries, boolean operators' values, enumerate, zip, range."""
for n in range(2, 10):
    for x in range(2, n):
        if n % x == 0:
            print(n, "=", x, "*", n // x)
            break
    else:
        print(n, "is prime")
i = 0
while i < 3:
    i += 1
    if i == 2: continue
    print(i, end=" ")
else:
    print("while else")
print(1 < 2 < 3 != 4, 3 > 2 > 5, not 0 and [] or "default", None or 0 or "x", 1 and 2, "a" if [] else "b", 5 if 0 else 6 if 0 else 7)
print(list(range(10, 0, -3)), list(zip("abc", range(2))), list(enumerate("ab", 5)), range(0, 10, 2)[2], range(5)[1:3], len(range(0, 100, 7)), 6 in range(0, 10, 2))
try:
    for k in {1: 1, 2: 2}.keys() | {3}:
        pass
    d = {1: 1}
    for k in d:
        d[k + 1] = 1
except RuntimeError as e:
    print(e)
l = [1, 2, 3, 4]
for x in l:
    if x % 2 == 0:
        l.remove(x)
print(l)
total = 0
for i in range(5):
    for j in range(5):
        if j > i: break
        if (i + j) % 2: continue
        total += i * j
print(total, i, j)
print(*[f"{a}{b}" for a in "xy" for b in "12" if a + b != "x2"], sep="-", end="!\n")
x = 5
x += 2; x -= 1; x *= 3; x //= 2; x **= 2; x %= 50; x <<= 2; x |= 1; x &= 0xff; x ^= 3; x >>= 1
print(x, 7 // 2, -7 // 2, 7 % -3, -7 % 3, 2 ** -1, 2 ** 0.5, 1e3, 0x1F, 0b101, 0o17, 1_000)
print(any(x > 2 for x in [1, 2, 3]), all([]), min("bca"), max([3, 1], key=lambda v: -v), sum([0.1] * 10), abs(-3), round(2.5), round(3.5), round(2.675, 2), divmod(17, 5), pow(2, 10, 7))
assert True, "not shown"
pass
if True: print("one line"); print("two")
for _ in "ab": print(_, end=","); print()
def nothing(): ...
print(nothing(), nothing.__name__, ... is Ellipsis)
del x
try: x
except NameError as e: print(e)
while True:
    try:
        break
    finally:
        print("finally on break")
print([x for x in range(3)], {x: x * x for x in range(3)}, {x % 2 for x in range(5)}, [[c for c in r] for r in ("ab", "c")])
