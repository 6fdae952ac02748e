print(abs(-3), all([1]), any([0]), ascii("é"), bin(3), bool(""), callable(print), chr(97), dir([])[-3:], divmod(7, 2), format(3.14159, ".2f"), hex(16), isinstance(1, int), len("abc"))
print(list("ab"), max(1, 2), min([3, 1]), next(iter([1])), oct(9), ord("a"), pow(2, 10), repr("x"), reversed, round(3.7), set([1]), sorted([2, 1]), str(5), sum(range(5)), tuple([1]), type(5), zip)
print("a", "b", sep="-", end="!\n"); print(); print(1, [2], {"3": 4}, None, True, 5.0)
print(getattr("x", "upper")(), hasattr(1, "real"), vars().get("nothing"), eval("1 + 2"), eval("x * 2", {"x": 4}))
ns = {}
exec("a = 5\nb = a + 1", ns)
print(ns["b"], globals()["ns"] is ns, __name__, list(locals())[:1])


def f():
    x = 1
    y = 2
    return locals()


print(f(), int.__name__, (5).__add__(3), [].__len__(), "a".__class__.__name__, int.__add__(1, 2), str.upper("abc"), list.append)
print(isinstance(ValueError(), Exception), issubclass(bool, int), isinstance(1, (str, int)), type(lambda: 0).__name__, type(f).__name__, print)
print(max("apple", "fig", key=len), min([(1, "b"), (0, "z")]), sorted({"b": 1, "a": 2}), sum([0.1, 0.2]), sum([1, 2], 10), list(map(max, [1, 5], [3, 2])))
print(complex(1, 2) * 2, 3j + 1, abs(3 + 4j), (1 + 2j).conjugate(), [1, 2].__iter__().__next__(), Ellipsis, NotImplemented)
import sys
print(sys.version_info[:2], sys.argv, sys.byteorder, type(sys.stdout.write("written\n")))
print(hash("a") == hash("a"), id(1) == id(1), help is not None, __builtins__ is not None, open is not None)
print(*[1, 2, 3], *"ab", sep=", ")
print("x", file=sys.stderr)
print(list(iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)), issubclass(int, object), object() != object())
