# Pieces of f-strings that are ints, text of every width, or have their own formatting.
numbers = (0, -1, 5, -9, 10, 99, 100, -100, 2**31, 2**32 - 1, 2**32, -(2**32), 4294967295 * 10 + 9, 10**18, -(10**18),
           2**61, 2**62 - 1, -(2**62), 2**62, 10**19, -(10**19), 10**25)
for n in numbers:
    print(f"{n}:{n}-x{-n}", f"{n}{n}", f"{n}é{7}漢{n}", f"{n!r}|{n!s}|{n:>5}|{n=}", sep="#")
for x in (True, 1.5, "é", "漢", "", None, [1], "🐍"):
    print(f"{x}:{x}-x{12}", f"{x}{x}", f"{x}é{12}", f"{x!r}|{x!s}|{x=}", sep="#")


class Loud(int):
    def __format__(self, spec):
        print("format", repr(spec))
        return "loud"


print(f"{Loud(3)} and {3}", f"{Loud(3)}{Loud(4)}")
try:
    print(f"{1}{2}{missing}{3}")
except NameError as error:
    print(error)
n = 7
print(f"{n}{(n := n + 1)}{n}")
print("".join(["a", "bc", "d" * 40, "", "é"]), ", ".join(["x"] * 3 + ["y" * 20]), "–".join(["a", "b"]))
