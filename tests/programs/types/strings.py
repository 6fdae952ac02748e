s = "Hello, World"
print(s.lower(), s.upper(), s.swapcase(), s.title(), s.capitalize(), s.casefold(), len(s), s[0], s[-1], s[2:5], s[::-1], s[::2])
print(s.find("o"), s.rfind("o"), s.find("zz"), s.index("W"), s.count("l"), s.replace("l", "L"), s.replace("l", "", 1), "o" in s, "xyz" not in s)
print("a,b,,c".split(","), " a  b ".split(), "a b c".split(" ", 1), "a-b-c".rsplit("-", 1), "l1\nl2\r\nl3".splitlines(), "x".join("abc"), "abc".partition("b"), "abcb".rpartition("b"))
print("  x ".strip() + "|", "xxaxx".strip("x"), "  l".lstrip(), "r  ".rstrip() + "|", "prefix".removeprefix("pre"), "suffix".removesuffix("fix"))
print("abc".startswith("ab"), "abc".endswith(("x", "c")), "abc".startswith("b", 1), "abc" < "abd", "a" * 3, "abc" == "abc", "Z" < "a")
print("ab".center(6, "*"), "ab".ljust(4) + "|", "ab".rjust(4), "42".zfill(5), "-42".zfill(5), "a\tb".expandtabs(4), "ß".upper(), "ǅ".lower(), "İ".lower())
print("123".isdigit(), "abc".isalpha(), "a1".isalnum(), " ".isspace(), "Ab".istitle(), "ab".islower(), "AB".isupper(), "x_1".isidentifier(), "é".isascii(), "½".isnumeric(), "²".isdigit(), "٣".isdecimal())
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\tnl\n\\ \x00 \x7f é \u200b 😀 \ud800"), ascii("é😀"))
print("héllo wörld", "日本語", "😀😃", len("😀"), "😀x"[1], "日本"[::-1], "é" == "\u00e9", [c for c in "añ😀"])
print("abc".encode(), "é".encode("utf-8"), b"caf\xc3\xa9".decode(), "é".encode("latin-1"), "x".encode("ascii"), b"abc"[0], b"abc"[1:], list(b"ab"), b"a" + b"b", bytes([65, 66]), bytes(3), b"x" in b"axb")
print("abc".translate({97: "x", 98: None}), "abc".translate(str.maketrans("ab", "yz", "c")), ord("A"), chr(8364), "a".join([]), str(b"x"), str(None), str([1, "a"]))
print("Mary had a little lamb".split("a"), "".join(sorted("hello")), "-".join(str(i) for i in range(5)), "abc".find(""), "".split(), "".split(","), "aXbXc".split("X", -1))
print(max("hello"), min("hello"), sorted("bca", reverse=True), list(enumerate("ab", 1)), list(zip("ab", "cd")), "hello world foo".title(), "it's".title())
t = ""
for i in range(5):
    t += str(i)
print(t, t.format(), "{}{}".format(1, 2), f"{t!r}", "%s" % t)
for bad in (lambda: s[100], lambda: s["a"], lambda: "a".join([1]), lambda: s.index("zz"), lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: "a".foo, lambda: s.replace(1, 2),
            lambda: "a" in 5, lambda: 5 in "a", lambda: "".join(5), lambda: s.split(""), lambda: bytes([256]), lambda: "a" % 1, lambda: "abc".center(), lambda: "x".ljust("a"), lambda: str(b"a", "nope"), lambda: s.__setitem__(0, "x")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
try:
    s[0] = "x"
except TypeError as error:
    print(error)
