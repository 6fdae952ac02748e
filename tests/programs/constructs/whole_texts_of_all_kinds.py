"""JSON with own types, dates, differences, hashes, escapes, patterns."""
import json, re, datetime as dt, calendar, difflib, pprint, hashlib, base64, uuid, struct, zlib, html, urllib.parse, shlex, fnmatch, unicodedata, time
from dataclasses import dataclass, asdict, is_dataclass
from enum import Enum
class Color(Enum): RED = "r"
@dataclass
class P: x: int; when: dt.date; c: Color = Color.RED
class Enc(json.JSONEncoder):
    def default(self, o):
        if is_dataclass(o): return {"__type__": type(o).__name__, **vars(o)}
        if isinstance(o, (dt.date, dt.datetime)): return o.isoformat()
        if isinstance(o, Enum): return o.value
        if isinstance(o, set): return sorted(o)
        return super().default(o)
def hook(d):
    return P(d["x"], dt.date.fromisoformat(d["when"]), Color(d["c"])) if d.pop("__type__", "") == "P" else d
s = json.dumps({"p": P(1, dt.date(2024, 2, 29)), "s": {3, 1, 2}, "f": [1.0, 1e100, float("inf")], "u": "é\u2028😀", "n": None}, cls=Enc, indent=2); print(s)
print(json.loads(s, object_hook=hook), json.dumps("é", ensure_ascii=False), json.dumps({1: 2, None: 3, True: 4, 1.5: 6}), json.loads("[1.10, 2]", parse_float=str), json.dumps([1, [2, {"a": []}]], indent="\t", separators=(",", ":")))
try: json.dumps({"a": [object()]}, cls=Enc)
except TypeError as e: print(e, getattr(e, "__notes__", None))
try: json.loads('{"a": [1, 2,\n 3}')
except json.JSONDecodeError as e: print(e, e.lineno, e.colno, e.pos, e.msg)
d = dt.datetime(2024, 2, 29, 13, 45, 6, 789)
print(d.replace(year=2023, day=28), d + dt.timedelta(weeks=1, hours=-5), d.isocalendar(), d.strftime("%A %d %B %y %I:%M %p %j %U %%"), d.timetuple().tm_yday, dt.datetime.strptime("1 Jan 99", "%d %b %y"), d.astimezone(dt.timezone(dt.timedelta(hours=5, minutes=30), "IST")) if 0 else d.isoformat(" ", "minutes"))
print(dt.timedelta(days=-1, seconds=5), repr(dt.timedelta(1.5)), dt.timedelta(minutes=90) / dt.timedelta(hours=1), divmod(dt.timedelta(days=3), dt.timedelta(hours=7)), sum((dt.timedelta(i) for i in range(3)), dt.timedelta()), max(dt.date(2024, 1, 1), dt.date.min), dt.date(2024, 3, 31) - dt.date(2024, 1, 1), dt.date(2024, 12, 30).isocalendar().week)
print(calendar.month(2024, 2), calendar.isleap(1900), calendar.monthrange(2023, 2), [str(x) for x in calendar.Calendar().itermonthdates(2024, 2)][:2], calendar.day_name[0])
print("".join(difflib.unified_diff("a\nb\nc\n".splitlines(1), "a\nx\nc\nd\n".splitlines(1), "old", "new")), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), round(difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), 3), "\n".join(difflib.ndiff(["one", "two"], ["ore", "two"])))
pprint.pprint({"name": "x" * 30, "list": list(range(30)), "nested": {"k" + str(i): (i, [i] * 3) for i in range(6)}, "set": {3, 1, 2}}, width=60); pprint.pp([{"a": 1}, "word " * 20], compact=True)
print(hashlib.sha256(b"abc").hexdigest()[:16], hashlib.md5("é".encode()).hexdigest(), base64.b64encode(b"\x00\xffhi"), base64.urlsafe_b64decode("_-8="), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), struct.pack(">IhB3s", 1, -2, 3, b"ab"), struct.unpack("<d", struct.pack("<d", 1.5)), zlib.crc32(b"abc"), zlib.decompress(zlib.compress(b"x" * 100))[:3])
print(html.escape('<a href="x">&'), html.unescape("&lt;&eacute;&#39;"), urllib.parse.urlparse("https://u@h.org:80/p;x?q=1&r=a%20b#f"), urllib.parse.parse_qs("a=1&a=2&b="), urllib.parse.quote("a b/é"), urllib.parse.urlencode({"q": "x y", "z": [1, 2]}, doseq=True), urllib.parse.urljoin("http://a/b/c", "../d"))
print(shlex.split("cp 'a b' \"c\\\"d\" e\\ f # no"), shlex.quote("it's"), fnmatch.filter(["a.py", "b.txt", "c.PY"], "*.py"), unicodedata.normalize("NFD", "é") == "e\u0301", unicodedata.name("ß"), unicodedata.category("A"))
print(time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(86400)[:6], calendar.timegm((1970, 1, 2, 0, 0, 0)), dt.datetime.fromtimestamp(0, dt.UTC))
class Tmpl(dict):
    def __missing__(self, k): return "{" + k + "}"
print("{a} {b}".format_map(Tmpl(a=1)), "{:>{w}.{p}f}|{!r:^9}|{:,}".format(3.14159, "x", 12345, w=8, p=2), f"{d:%H:%M}", f"{'a' 'b'}", f"{ {'x': 1}['x'] }", f"{1 + 1 = }", f"{d!r}")
x = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)"); print([m.groupdict() for m in x.finditer("2024-01 and 2023-12")], x.sub(lambda m: f"{m['m']}/{m['y']}", "on 2024-01"), x.pattern, x.groupindex, re.sub("(?i)X", "y", "xX"), re.split("(,)", "a,b"), re.findall(r"\b\w", "the quick"))
json.loads("[1, 2")
