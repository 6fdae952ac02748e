print([x * y for x in range(3) for y in range(x)], {x % 3 for x in range(10)}, {k: v for k, v in zip("abc", range(3))})
print(sum(x for x in range(10) if x % 2), list(x for x in "hey"), [[c for c in r] for r in ("ab", "cd")])
x = "kept"
print([x for x in range(3)], x)
print([(lambda: i)() for i in range(3)], [y := 5, y * 2], y)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [a + b for a, b in [(1, 2), (3, 4)]])
print(any(n > 3 for n in [1, 5]), all(n > 3 for n in [4, 5]), [n if n % 2 else -n for n in range(5)])


def gen():
    return [z for z in range(3) if (lambda: z)() != 1]


print(gen())
g = (n * n for n in range(3))
print(next(g), next(g), next(g), next(g, "done"))
print({(a, b): a * b for a in range(2) for b in range(2)}, [*range(3), *"ab"], {**{"a": 1}, "b": 2}, (*[1], 2), {*[1, 2], 2})
print([i for i in range(20) if i % 2 == 0 if i % 3 == 0])
first, *middle, last = range(6)
print(first, middle, last)
(a, b), [c, *d] = (1, 2), "xyz"
print(a, b, c, d)
*start, end = [1]
print(start, end)
for i, (p, q) in enumerate([(1, 2), (3, 4)]):
    print(i, p, q)
a = b = []
a.append(1)
print(b)
a, b = 1, 2
a, b = b, a
print(a, b)
values = [1, 2, 3]
i = 0
i, values[i] = 2, 9
print(values)
try:
    a, b = 1, 2, 3
except ValueError as error:
    print(error)
try:
    a, b, c = 1, 2
except ValueError as error:
    print(error)
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)
try:
    a, b = 5
except TypeError as error:
    print(error)
