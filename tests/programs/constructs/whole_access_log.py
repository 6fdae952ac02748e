"""Regex log analysis, csv in and out, json, statistics, heap of slow requests, a histogram, datetime buckets."""
import bisect, collections, csv, datetime as dt, io, itertools, json, math, re, statistics, string, sys, textwrap
from dataclasses import dataclass, astuple
from operator import attrgetter, itemgetter
LOG = """\
10.0.0.1 - alice [12/Mar/2024:09:15:03 +0100] "GET /index.html?x=1&y=%20 HTTP/1.1" 200 5123 0.120
10.0.0.2 - - [12/Mar/2024:09:15:59 +0100] "POST /api/v1/items HTTP/1.1" 201 88 0.340
10.0.0.1 - alice [12/Mar/2024:09:16:01 +0000] "GET /logo.png HTTP/1.1" 304 - 0.002
192.168.7.33 - bob [12/Mar/2024:10:02:44 -0530] "DELETE /api/v1/items/42 HTTP/1.1" 500 312 2.017
garbage line here
10.0.0.9 - - [31/Feb/2024:10:02:44 +0000] "GET / HTTP/1.1" 200 1 0.1
10.0.0.2 - - [12/Mar/2024:10:59:59 +0100] "GET /api/v1/items?page=2 HTTP/2" 404 0 0.051
10.0.0.3 - "o'neil" [12/Mar/2024:11:00:00 +0100] "GET /wiki/Caf\u00e9 HTTP/1.1" 200 20480 0.998
"""
PAT = re.compile(r"""
    ^(?P<ip>\d{1,3}(?:\.\d{1,3}){3})\s+\S+\s+(?P<user>-|"[^"]*"|\S+)\s+
    \[(?P<when>[^\]]+)\]\s+"(?P<method>[A-Z]+)\s(?P<path>[^\s?]*)(?:\?(?P<query>\S*))?\s(?P<proto>HTTP/[\d.]+)"\s
    (?P<status>\d{3})\s(?P<size>\d+|-)\s(?P<took>[\d.]+)$""", re.VERBOSE)
@dataclass(order=True)
class Hit:
    when: dt.datetime; ip: str; user: str | None; method: str; path: str; query: dict; status: int; size: int; took: float
    @classmethod
    def parse(cls, line):
        if not (m := PAT.match(line)): raise ValueError(f"no match: {textwrap.shorten(line, 14, placeholder='…')}")
        g = m.groupdict(default="")
        return cls(dt.datetime.strptime(g["when"], "%d/%b/%Y:%H:%M:%S %z"), g["ip"], None if g["user"] == "-" else g["user"].strip('"'), g["method"], g["path"],
                   dict(p.split("=", 1) for p in g["query"].split("&") if p), int(g["status"]), 0 if g["size"] == "-" else int(g["size"]), float(g["took"]))
hits = []
for no, line in enumerate(LOG.splitlines(), 1):
    try: hits.append(Hit.parse(line))
    except ValueError as e: print(f"line {no}: {e}")
hits.sort()
for h in hits[:2]: print(h)
print(hits[0].when.astimezone(dt.timezone.utc), hits[-1].when.utcoffset(), hits[0].when.tzinfo, repr(hits[-1].when))
by_hour = collections.Counter(h.when.astimezone(dt.UTC).replace(minute=0, second=0) for h in hits)
for hour, n in sorted(by_hour.items()): print(f"{hour:%H:%M %Z}", "█" * n, n)
status = collections.defaultdict(list)
for h in hits: status[f"{h.status // 100}xx"].append(h)
for k in sorted(status): print(f"{k}: {len(status[k]):>2d} {sum(h.size for h in status[k]):>8,d} B  {statistics.fmean(h.took for h in status[k]):.3f}s  {'/'.join(sorted({h.method for h in status[k]}))}")
took = sorted(h.took for h in hits)
print(f"{statistics.median(took)=} {statistics.pstdev(took)=:.4f} {statistics.quantiles(took, n=4)=}", [round(q, 3) for q in statistics.quantiles(took, n=10, method="inclusive")])
limits, labels = [.01, .1, .5, 1], ["instant", "fast", "ok", "slow", "awful"]
print(collections.Counter(labels[bisect.bisect(limits, t)] for t in took).most_common())
buf = io.StringIO(newline="")
w = csv.DictWriter(buf, ["ip", "user", "path", "note"], restval="?", extrasaction="ignore", quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
w.writeheader(); w.writerows({"ip": h.ip, "user": h.user, "path": h.path, "note": 'said "hi", left\n' if h.user == "bob" else h.took} for h in hits)
print(buf.getvalue()); buf.seek(0)
for row in itertools.islice(csv.DictReader(buf), 2, 4): print(row)
class Dialect(csv.excel): delimiter = ";"; quotechar = "'"; doublequote = False; escapechar = "\\"
out = io.StringIO(); cw = csv.writer(out, Dialect); cw.writerow(["a;b", "it's", 1.5, None, "x\\y"]); cw.writerow([]); cw.writerow([""])
print(repr(out.getvalue()), list(csv.reader(io.StringIO(out.getvalue()), Dialect)))
try: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"])
except csv.Error as e: print("csv.Error:", e)
try: list(csv.reader(["a,\"b"], strict=True))
except csv.Error as e: print("csv.Error:", e)
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n4;5;6\n").delimiter, csv.list_dialects())
doc = json.loads(json.dumps({"hits": [dict(zip(("ip", "took"), (h.ip, h.took))) for h in hits], "nan": math.nan, "uni": "Café \u2028 \U0001f600", 3: None, True: [1e20, 1e-7, 10**20]}))
print(json.dumps(doc, indent=2, ensure_ascii=True)[-150:], list(doc)[-2:])
for bad in ['{"a": 1,}', '[1 2]', '{"a" 1}', '"\\x"', '[NaN, tru]', '', '{"k": "unclosed', "[1]]", '{1: 2}', '"\t"']:
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(f"{bad!r:18} {e.msg} | line {e.lineno} col {e.colno} pos {e.pos} | {e}")
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, dt.datetime): return o.isoformat(timespec="minutes")
        if isinstance(o, (set, frozenset)): return sorted(o)
        return super().default(o)
print(json.dumps({"t": hits[0].when, "s": {3, 1, 2}}, cls=Enc), json.dumps([1, 2], cls=Enc, indent="\t"))
try: json.dumps({"x": [object]}, cls=Enc)
except TypeError as e: print(e, e.__notes__)
t = string.Template("$ip used ${method}s $$5 ${un-known}")
print(t.safe_substitute(ip="1.1.1.1", method="GET"))
try: t.substitute(ip=1, method=2)
except ValueError as e: print(e)
ip_key = lambda h: tuple(int(x) for x in h.ip.split("."))
for ip, group in itertools.groupby(sorted(hits, key=ip_key), key=attrgetter("ip")): print(f"{ip:<15}", *(f"{h.method[:3]}{h.status}" for h in group))
top = sorted(hits, key=lambda h: (-h.size, h.ip))[:3]
width = max(len(h.path) for h in top)
print("\n".join(f"{h.path:.<{width + 3}}{h.size / 1024:>7.2f} KiB {h.size:#x} {h.took:+.1e} {h.took * 1000:,.0f}ms" for h in top))
print(re.sub(r"(?P<a>\d+)\.(?P<b>\d+)", r"\g<b>-\g<a>", "1.2 33.44"), re.split(r"([,;])\s*", "a, b;c,d"), re.findall(r"(\w)(\d)?", "a1b"), re.fullmatch(r"(?i)(caf).", "CAFÉ").span(1))
hits[0].size = "big"
print(sum(map(itemgetter(7), map(astuple, hits))))
