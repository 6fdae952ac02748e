"""Star-args, keyword-only, positional-only, unpacking targets, and the exact messages of wrong calls."""


def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


def g(x, /, y, *, z=0):
    return x, y, z


print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{"c": 3, "z": 4}), f(1, *(2, 3), c=0, *[4]))
print(g(1, 2), g(1, y=2, z=3))
first, *middle, last = range(5)
(p, q), r = [1, 2], 3
*head, tail = "abc"
[m, *n] = {1: 2, 3: 4}
print(first, middle, last, p, q, r, head, tail, m, n)
a, b = b, a = 1, 2
print(a, b)
print([*range(3), *"ab"], {**{"x": 1}, "y": 2, **{"x": 3}}, {*[1, 2], *[2, 3]}, (*[1],))
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x, y)
for bad in ("f()", "f(1)", "f(1, c=1, a=2)", "g(1)", "g(x=1, y=2)", "g(1, 2, 3)", "g(1, 2, w=3)", "g()", "f(1, **{'c': 1, 1: 2})",
            "f(1, **5)", "f(*5)", "f(1, c=1, **{'c': 2})", "len()", "len(1, 2)", "int(1, 2, 3)", "'a'.join()", "[].append()",
            "print(1, foo=2)", "sorted()", "sorted([1], 5)", "(lambda x: x)()", "(lambda x, y: x)(1)", "(lambda: 0)(1)",
            "(lambda *, k: k)()", "(lambda *, k, l: k)()", "(lambda a, b, c: 0)(1)", "(lambda a, b=1: 0)(1, 2, 3)", "object(1)", "dict(1)", "list(1)", "int([])", "float('x')", "int('12x')", "int(None)"):
    try:
        print(eval(bad))
    except (TypeError, ValueError) as e:
        print(bad, "->", type(e).__name__, e)
for code in ("a, b = 1", "a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "a, b = 'x'", "(a, b), c = 1, 2", "for a, b in [1]: pass",
             "[a, b, c] = {1, 2}", "a, b = None", "a, b = iter([1,2,3])", "x = *[1]", "a, b = {}"):
    try:
        exec(code)
    except (TypeError, ValueError, SyntaxError) as e:
        print(code, "->", type(e).__name__, e)


class C:
    def m(self, x): return x
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return x
    def __init__(self, v=None): pass


for bad in ("C().m()", "C.m(1)", "C().m(1, 2)", "C.s()", "C.c()", "C(1, 2)", "C(w=1)", "C().m(y=1)", "C().s(1, 2)", "C().m(1, x=2)"):
    try:
        print(eval(bad))
    except TypeError as e:
        print(bad, "->", e)
