# CPython compiles any(), all() and tuple() of a generator expression in two ways, and warns in both.
def look(v):
    a = list(n for n in [2, v] if n is 1)
    b = any(n for n in [2, v] if n is "x")
    c = all(n is 1 for n in [2, v])
    d = tuple(n for n in [v, (1)[0]] if n)
    e = tuple([n for n in [2, v] if n is 1])
    f = any((n for n in [2, v] if n is 1), *[])
    g = v.any(n for n in [2, v] if n is 1)
    return any(all(m is 1 for m in n) for n in v)


class Body:
    x = all(n is 2 for n in [2] for m in [4, 5] if m is 4)


print(any(n is 3 for n in [1, 2]), Body.x)
