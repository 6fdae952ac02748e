"""The log of a server, read by a pattern and by pipelines of generators."""
import re, sys
from collections import Counter, defaultdict, namedtuple
from itertools import groupby, islice, chain, tee, accumulate, pairwise, batched, takewhile, zip_longest
from datetime import datetime

LOG = '''127.0.0.1 - - [10/Oct/2023:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326 "-" "Mozilla/5.0"
10.0.0.5 - bob [10/Oct/2023:13:55:40 +0000] "POST /login HTTP/1.1" 302 0 "http://x/" "curl/7.68"
bad line here
127.0.0.1 - - [10/Oct/2023:13:56:01 +0000] "GET /missing HTTP/1.1" 404 512 "-" "Mozilla/5.0"
10.0.0.5 - bob [10/Oct/2023:14:01:00 +0100] "GET /img/a.png HTTP/1.0" 200 90210 "-" "Mozilla/5.0"
'''
LINE = re.compile(r'''
    (?P<ip>\S+)\s\S+\s(?P<user>\S+)\s
    \[(?P<when>[^\]]+)\]\s
    "(?P<method>[A-Z]+)\s(?P<path>\S+)\sHTTP/(?P<v>\d\.\d)"\s
    (?P<status>\d{3})\s(?P<size>\d+|-)
    (?:\s"(?P<ref>[^"]*)"\s"(?P<agent>[^"]*)")?$''', re.VERBOSE)
Hit = namedtuple("Hit", "ip user when method path status size agent")

def parse(lines):
    for n, line in enumerate(lines, 1):
        if not (m := LINE.match(line)):
            print(f"line {n}: cannot parse {line!r}", file=sys.stderr)
            continue
        d = m.groupdict()
        yield Hit(d["ip"], None if d["user"] == "-" else d["user"], datetime.strptime(d["when"], "%d/%b/%Y:%H:%M:%S %z"), d["method"], d["path"], int(d["status"]), int(d["size"]), d["agent"])

hits = list(parse(LOG.splitlines()))
for h in hits: print(h)
print(Counter(h.status for h in hits).most_common(), Counter(h.ip for h in hits))
for ip, g in groupby(sorted(hits, key=lambda h: h.ip), key=lambda h: h.ip):
    g = list(g); print(ip, len(g), sum(h.size for h in g), {h.user for h in g})
print([round((b.when - a.when).total_seconds()) for a, b in pairwise(hits)])

def grep(rx, lines): return (l for l in lines if re.search(rx, l))
def fields(lines, *idx): return (tuple(l.split()[i] for i in idx) for l in lines)
print(list(fields(grep("Mozilla", LOG.splitlines()), 0, 6, 8)))

def window(it, n):
    its = tee(it, n)
    for i, t in enumerate(its): next(islice(t, i, i), None)
    return zip(*its)
print(list(window("abcdef", 3)), list(batched("abcdefg", 3)), list(accumulate([3, 1, 4, 1, 5], max)), list(zip_longest("ab", "xyz", fillvalue="-")))
def primes():
    yield 2
    seen = []
    for n in count_from(3, 2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, seen)):
            seen.append(n); yield n
def count_from(a, s):
    while True: yield a; a += s
print(list(islice(primes(), 20)), list(chain.from_iterable([[1], [2, 3]])))
def averager():
    total = n = 0; avg = None
    while True:
        x = yield avg
        if x is None: return total, n
        total += x; n += 1; avg = total / n
def driver(results):
    while True:
        results.append((yield from averager()))
res = []; d = driver(res); next(d)
for x in (10, 20, 30, None, 5): print(d.send(x))
d.close(); print(res)
text = "The rain in Spain stays mainly in the plain; rain, rain go away"
print(re.sub(r"\b(\w)(\w*ain)\b", lambda m: m[1].upper() + m[2], text), re.split(r"[;,]\s*|\s+", text)[:6], re.findall(r"(\w)ain", text), [m.span() for m in re.finditer("ain", text)][:3])
print(re.sub(r"(?P<a>\d+)-(?P<b>\d+)", r"\g<b>-\g<a>", "10-20 30-40"), re.match(r"(a)|(b)", "b").groups(), re.fullmatch(r"(?i)HELLO|x", "hello"), re.compile("a+?b", re.I | re.M))
words = defaultdict(list)
for w in re.findall(r"\w+", text.lower()): words[len(w)].append(w)
print(dict(sorted(words.items())))
next(parse(["x"]))
