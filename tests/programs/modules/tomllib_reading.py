import tomllib, io, decimal
DOC = '''
# This is a TOML document
title = "TOML Example"

[owner]
name = "Tom Preston-Werner"
dob = 1979-05-27T07:32:00-08:00 # First class dates

[database]
enabled = true
ports = [ 8000, 8001, 8002 ]
data = [ ["delta", "phi"], [3.14] ]
temp_targets = { cpu = 79.5, case = 72.0 , "a b".c = 1}

[servers]
[servers.alpha]
ip = "10.0.0.1"
role = 'front\\end'
[servers.beta]
ip = "10.0.0.2"
[[products]]
name = "Hammer"
sku = 738594937
[[products]]
[[products]]
name = "Nail"
color = "gray"
[products.size]
w = 1
[[products.tags]]
t = 1
'''
import pprint
pprint.pprint(tomllib.loads(DOC), sort_dicts=False)
vals = ["1_000", "+99", "-0", "0xDEAD_beef", "0o755", "0b1101", "1e3", "6.626e-34", "-0.5E+2", "inf", "-nan", "+inf", "1979-05-27", "07:32:00.999999999", "1979-05-27 00:32:00.5", "1979-05-27T07:32:00Z", "1979-05-27T07:32:00+05:30", '"a\\tb\\u00e9\\U0001F600\\""', "'c:\\\\x'", '"""\nRoses\nViolets"""', '"""a \\\n   b\\\n\n  c"""', "'''\nraw \\n\n'''", '"""x"y""z"""""', "'''it's'''''", "[1, 2,\n # c\n 3,]", "[]", "[[1], ['a', {x = 1}]]", "{}", "{a.b = 1, a.c = 2}", "1.", ".5", "01", "1__0", "0x", "tru", "'abc", '"abc', '"a\nb"', "[1 2]", "[1,,2]", "{a=1,}", "{a=1 b=2}", "{a=1, a=2}", '"\\q"', '"\\u12"', '"\\ud800"', "1979-13-01", "1979-02-30", "25:00:00", "1 2", "", "\x01", '"""abc', "'''abc", '"\x7f"', "true#c", "0e5", "-", "2020-01-01T", "nan1", "[1", "{a=1", '"\\', "'a\tb'", "{ a = { b = 1 }, a.c = 2}", "'\x01'"]
for v in vals:
    try: print(repr(v), "->", repr(tomllib.loads("v = " + v)["v"]))
    except tomllib.TOMLDecodeError as e: print(repr(v), "!!", e)
docs = ["a = 1\na = 2", "[a]\n[a]", "[a]\nb=1\n[a.b]", "a.b = 1\na.c = 2\n[a]", "[a.b]\n[a]\nx=1\n[a]", "a = []\n[[a]]", "a = {}\n[a.b]", "a = {b=1}\na.c = 1", "[[a]]\n[a]", "[a]\n[[a]]", "[a.b.c]\nx=1\n[a]\nb.d=1", "[a]\nb.c=1\n[a.b]", "[a]\nb.c=1\n[a.b.d]", "a.b=1\na.b.c=2", "=1", "a", "a =", "a = 1 b = 2", "[a", "[]", "[a]]", "[[a]", "[ a . 'b c' . \"d\" ]\nx=1", "a b = 1", "'' = 1", '"a\\tb" = 1', "a = 1 # c\r\nb = 2\r\n", "# \x00", "1 = 2", "-a_ = 1", "é = 1", "a.1.b = 3", "[x.y]\na=1\n[x]\nb=2\n[x.z]", "\ufeffa=1", "a=1\rb=2", "[[a]]\nb=1\n[[a.c]]\nd=1\n[a.c.e]\n[[a.c]]", "[a]\nx=1\n\n[b]  # c\n\ty=2", "fruit = []\n[[fruit]]\n", "a = [1]\n[a.b]", "a=1\n[a.b]"]
for d in docs:
    try: print(repr(d), "->", tomllib.loads(d))
    except tomllib.TOMLDecodeError as e: print(repr(d), "!!", e, e.lineno, e.colno, e.pos, e.msg)
print(tomllib.load(io.BytesIO(b"x = 1.10"), parse_float=decimal.Decimal), tomllib.loads("x = 1.5", parse_float=str))
for f in (lambda: tomllib.load(io.StringIO("x=1")), lambda: tomllib.loads(b"x"), lambda: tomllib.loads("x=1.5", parse_float=lambda s: [])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
