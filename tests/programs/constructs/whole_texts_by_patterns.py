"""Regular expressions as tokenizers, validators, templates, and in every corner; text wrangling of logs, CSV by hand, markdown to HTML, INI by hand."""
import re, sys, json, string, textwrap, html, collections, itertools, unicodedata, functools
from typing import NamedTuple
class Token(NamedTuple): kind: str; value: str; line: int; column: int
def tokenize(code):
    spec = [("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("END", r";"), ("ID", r"[A-Za-z]+"), ("OP", r"[+\-*/]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("MISMATCH", r".")]
    line, start = 1, 0
    for mo in re.finditer("|".join("(?P<%s>%s)" % p for p in spec), code):
        kind, value, column = mo.lastgroup, mo.group(), mo.start() - start
        if kind == "NUMBER": value = float(value) if "." in value else int(value)
        elif kind == "ID" and value in {"IF", "THEN", "ENDIF", "FOR"}: kind = value
        elif kind == "NEWLINE": start, line = mo.end(), line + 1; continue
        elif kind == "SKIP": continue
        elif kind == "MISMATCH": raise RuntimeError(f"{value!r} unexpected on line {line}")
        yield Token(kind, value, line, column)
print(*tokenize("IF quantity THEN\n total := total + 3.5 * price;\nENDIF;"), sep="\n")
try: list(tokenize("a ?= 1"))
except RuntimeError as e: print(e)
MD = "# Title *here*\n\nSome **bold** and `code <x>` [link](http://a.b/c?d=1&e) text\ncontinues.\n\n- one\n- two *it*\n\n## Sub\n> quote\n\n```\nraw **x**\n```\n1. first\n2. second"
def inline(s): 
    s = html.escape(s, quote=False)
    for pat, rep in ((r"`([^`]+)`", r"<code>\1</code>"), (r"\*\*(.+?)\*\*", r"<b>\1</b>"), (r"\*(.+?)\*", r"<i>\1</i>"), (r"\[([^\]]+)\]\(([^)\s]+)\)", r'<a href="\2">\1</a>')): s = re.sub(pat, rep, s)
    return s
def markdown(text):
    for block in re.split(r"\n{2,}(?![^`]*```(?:[^`]*```[^`]*```)*[^`]*\Z)", text):
        for part in re.findall(r"```\n.*?```|(?:^(?:- |\d+\. ).*\n?)+|[^\n]+(?:\n(?![-#>`]|\d+\.).+)*", block, re.S | re.M) if "```" in block else [block]:
            if m := re.match(r"(#+)\s+(.*)", part): yield f"<h{len(m[1])}>{inline(m[2])}</h{len(m[1])}>" + ("\n" + "".join(markdown(part[m.end():].strip())) if part[m.end():].strip() else "")
            elif part.startswith("- "): yield "<ul>" + "".join(f"<li>{inline(l)}</li>" for l in re.findall(r"^- (.*)", part, re.M)) + "</ul>"
            elif re.match(r"\d+\. ", part): yield "<ol>" + re.sub(r"^\d+\. (.*)\n?", lambda m: f"<li>{inline(m[1])}</li>", part, flags=re.M) + "</ol>"
            elif part.startswith(">"): yield f"<q>{inline(part[1:].strip())}</q>"
            else: yield f"<p>{inline(part)}</p>"
print(*markdown(MD), sep="\n")
for pat, text in [(r"(a+)+b", "aaaaaaaaaaab"), (r"(?P<y>\d{4})-(?P<m>\d\d)(?:-(?P<d>\d\d))?", "on 2024-05"), (r"(?<=\$)\d+(?!\d|\.)", "$15 $3.2"), (r"(?<!\w)x(?=y)", "xy axy"), (r"(\w)\1", "hello"), (r"(?i:A)b", "ab Ab aB"), (r"^\s*$", "a\n\nb"), (r"(?m)^\w", "ab\ncd"), (r"(?s)a.b", "a\nb"), (r"(?x) a \s # c\n b", "a b"), (r"\bfoo\b", "foo food"), (r"a{2,3}?", "aaaa"), (r"a*+b", "aaab"), (r"(?>a+)b", "aab"), (r"[^\W\d_]+", "été_1"), (r"\d+", "٣٤"), (r"(?a)\w+", "été"), (r"(a)|(b)", "ba"), (r"(<)?a(?(1)>|$)", "<a>"), (r"\Aab\Z", "ab"), (r"[\[\]]+", "[]"), (r"[a\-z]", "-"), (r"\x41\u00e9\N{BULLET}", "Aé•"), (r"(?P<q>['\"])(.*?)(?P=q)", "say 'it' "), (r"", "ab"), (r"x*", "axb"), (r"(?:ab|a)(?:c|bcd)", "abcd"), (r"\S+@\S+\.\w{2,}", "me: a.b@c.org!"), (r"(\d+)(?=(?:\d{3})+$)", "1234567"), (r"[\w.-]+", "a-b.c d"), (r"(?u)\s", "a\u2003b"), (r"(a(b)?)+", "aba")]:
    m = re.search(pat, text); print(pat, m and (m.group(), m.groups(), m.groupdict(), m.span(), m.lastindex, m.lastgroup), re.findall(pat, text), re.split(pat, text), re.subn(pat, "<\\g<0>>", text))
m = re.match(r"(?P<a>.)(.)(?P<c>z)?", "xyq", re.I); print(m, m[0], m["a"], m.group("a", 2, "c"), m.groups("-"), m.start("c"), m.regs, m.re.groupindex, m.string, m.pos, m.endpos, m.expand(r"\2\g<a>\1"), repr(m.re), m.re.flags, bool(m))
p = re.compile(r"(\w+)=(\d+)"); print(p.sub(lambda m: f"{m[1].upper()}={int(m[2]) * 2}", "a=1, b=22"), p.findall("x=1y=2"), p.search("a=1 b=2", 3), p.fullmatch("a=1"), p.match("zz"), p.pattern, p.groups, p.flags, [m.span(2) for m in p.finditer("a=1 b=2")], p == re.compile(r"(\w+)=(\d+)"), re.escape("a.b*c[d]é \n"), re.sub("a", r"\\n\n", "a"), re.sub(r"(?P<n>x)", r"[\g<n>\g<1>\1]", "x"), re.sub("", "-", "abc"), re.sub("b*", "-", "abc"), re.sub("a", "b", "aaa", count=2), re.split("(,)", "a,b,c", maxsplit=1), re.split(r"\b", "a b"), re.RegexFlag(10), re.I | re.M, re.purge())
for bad in ("(", ")", "[a", "a{2,1}", "*a", "a**", "(?P<1>a)", "(?P<a>x)(?P<a>y)", "(?P=zz)", "\\1", "(?<=a*)b", "[z-a]", "(?q)", "\\", "(?P<a", "a(?i)b", "(?i", "[\\d-z]", "\\N{nope}", "\\u12", "(?(2)a)", "(?(1)a|b|c)(x)", "a{99999999999}", "\\y", "(?:a", "x{,}y", "(?P>a)", "[[:alpha:]]", "(?#", "\\g"):
    try: print(bad, re.compile(bad).pattern)
    except re.error as e: print(f"{bad}: {e.msg} | {e.pos} {e.lineno} {e.colno} | {e}")
for bad in (lambda: re.sub("a", r"\2", "a"), lambda: re.sub("(a)", r"\g<x>", "a"), lambda: re.sub("a", "\\", "a"), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.compile(3), lambda: m.group(9), lambda: m["zz"], lambda: re.sub("a", 3, "a"), lambda: re.compile("a", "i"), lambda: re.split("a"), lambda: re.findall("a", None), lambda: m.group("c").x, lambda: re.sub("a", r"\q", "a"), lambda: re.compile(p, re.I), lambda: re.match("a", "a").nope):
    try: print("fine", bad())
    except Exception as e: print(type(e).__name__, e)
words = re.findall(r"[\w']+", textwrap.dedent("""\
    It was the best of times, it was the worst of times; it's "the" age — l'été.
    """).lower()); freq = collections.Counter(words); print(freq.most_common(3), len(freq), sorted(freq, key=lambda w: (-freq[w], w))[:5], max(words, key=len), {k: len([*g]) for k, g in itertools.groupby(sorted(words, key=len), len)})
camel = lambda s: re.sub(r"_(\w)", lambda m: m[1].upper(), s); snake = lambda s: re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", s).lower()
print(camel("some_long_name"), snake("parseHTTPResponse2Xml"), re.sub(r"(\d)(?=(\d{3})+(?!\d))", r"\1,", "1234567.891"), re.fullmatch(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}", "192.168.1.255") is not None, " ".join(w[::-1] for w in "abc def".split()), "".join(dict(zip("()[]{}", ")(][}{")).get(c, c) for c in "(a[b]"), [m.start() for m in re.finditer("(?=aa)", "aaaa")], "%s" % re.sub(r"\s+", " ", " a \t b\n").strip(), re.sub(r"(?P<first>\w+) (?P<second>\w+)", r"\g<second> \g<first>", "hello world again"))
template = re.compile(r"\{\{\s*(\w+)(?:\|(\w+))?\s*\}\}"); filters = {"upper": str.upper, "len": len}; ctx = {"name": "ann", "n": 3}
def fill(t): return template.sub(lambda m: str(filters.get(m[2], str)(ctx[m[1]])), t)
print(fill("Hi {{ name|upper }} {{n}} {{name|len}}")); print(fill("{{ nope }}"))
