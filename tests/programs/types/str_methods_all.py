"""Every str method, with its errors."""
s = "Hello, World"
print(s.lower(), s.upper(), s.swapcase(), s.title(), s.capitalize(), s.casefold(), s.center(20, "*"), s.ljust(15, "."), s.rjust(15), s.zfill(15), "-42".zfill(6), "+7".zfill(4))
print(s.find("o"), s.rfind("o"), s.find("z"), s.index("W"), s.rindex("l"), s.count("l"), s.find("o", 5), s.find("o", 5, 7), s.count(""), "".count(""), "aaaa".count("aa"))
print(s.split(","), s.split(), " a  b ".split(), " a  b ".split(" "), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "a\nb\r\nc\x0bd".splitlines(), "a\nb\n".splitlines(True), "".split(), "".split(","))
print(s.partition(", "), s.rpartition("o"), s.partition("x"), s.rpartition("x"), s.replace("l", "L"), s.replace("l", "L", 1), "aaa".replace("", "-"), s.startswith("He"), s.startswith(("x", "H")), s.endswith("ld", 3), s.removeprefix("Hello"), s.removesuffix("ld"), s.removeprefix("x"))
print("  x ".strip(), repr("  x ".lstrip()), repr("  x ".rstrip()), "xxaxx".strip("x"), "abcba".strip("ab"), "www.a.com".lstrip("w."), "-".join("abc"), "".join([]), ", ".join(str(i) for i in range(3)))
for name in ("isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isnumeric", "isdecimal", "isascii", "isprintable"):
    print(name, [getattr(t, name)() for t in ("", "abc", "ABC", "aB1", "123", "½", "²", " \t", "Title Case", "_x", "1x", "é", "\n", "٣", "ß", "Ǆ")])
print("a\tbc\td".expandtabs(), "a\tb".expandtabs(4), s.encode(), "é€".encode("utf-8"), "é".encode("latin-1"), "é".encode("ascii", "replace"), "é".encode("ascii", "ignore"), "é".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"))
print("abc".translate(str.maketrans("ab", "xy", "c")), "abc".translate({97: "AA", 98: None}), str.maketrans({"a": 1}), "ß".upper(), "ǆ".title(), "İ".lower(), "ΑΣ".lower(), "ﬁ".upper(), "ß".casefold())
print(s[0], s[-1], s[2:5], s[::-1], s[::2], s[-3:], s[5:2], s[100:], s[slice(1, 4)], s * 2, "a" in s, "lo, W" in s, s < "World", "a" < "B", "" < "a", "é" > "z", min(s), max(s), sorted("hello"), list("hi"), len("日本"))
for bad in ("s.index('z')", "s[50]", "s['a']", "s[1.0]", "s + 1", "1 + s", "s - 'a'", "s * 'a'", "s * 1.5", "s.join([1, 'a'])", "s.join(5)", "s.split('')", "s.split(1)", "s.replace('a')", "s.startswith(1)", "s.startswith([1])", "s.center('a')", "s.center(5, 'ab')", "s.find(1)", "1 in s", "s.foo", "s.encode('nope')", "'é'.encode('ascii')", "b'\\xff'.decode()", "b'\\xe9'.decode('ascii')", "ord('ab')", "chr(-1)", "chr(0x110000)", "int('1_0')", "int('0x1f', 16)", "int('z', 36)", "int('9', 8)", "int('', 10)", "int('1', 1)", "float('1e5')", "float(' inf ')", "float('1_000.5')", "s < 1", "'a' == 1", "s.x = 1", "'abc'[0] = 'x'", "del s[0]", "str(b'a')", "str(b'a', 'utf-8')", "str(1, 'utf-8')", "s.count()", "s.title(1)", "s.upper(x=1)", "'a'.zfill('x')", "s % 1", "''.join({'a': 1, 'b': 2})", "s.maketrans('a')", "s.maketrans('ab', 'c')", "s.expandtabs(tabsize=2)", "s.splitlines(keepends=True)", "s.split(sep=', ', maxsplit=1)", "'{}'.format", "s.__len__()", "s.__contains__('H')", "hash('a') == hash('a')", "s is s[:]", "repr('it\\'s')", "repr('a\"b\\'c')", "repr('\\n\\t\\\\\\x00\\x7f\\xa0\\u200b\\U0001f600')", "ascii('é😀')"):
    try:
        print(bad, "->", repr(eval(bad)))
    except SyntaxError as e:
        print(bad, "-> SyntaxError", e.msg)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
