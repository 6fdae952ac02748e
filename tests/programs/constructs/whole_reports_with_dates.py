"""Reports: csv in, formats out; dates, calendar, statistics, configparser, string methods."""
import calendar
import configparser
import csv
import datetime as dt
import difflib
import io
import itertools

import math
import random
import re
import statistics as st
import string
import sys
import textwrap
from collections import Counter, defaultdict
from pprint import pformat, pprint
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

CSV = '''date;who;"what, why";amount
2024-01-31;Ann;"rent; late";-750.00
2024-02-29;Bob;"says ""hi""";12,5
2024-02-30;Bob;bad date;1
2024-03-31;Cleo;;1e3
2023-12-25;Ann;gift;-49.9
'''
CONF = """
[DEFAULT]
base = /srv
width = 30
[report]
title = Monthly ${who}
who: everyone
path = ${base}/out
  /second
bold = yes
; comment
empty
[colours:dark]
fg = #fff
percent = 50%%
"""


class Row(dict):
    __getattr__ = dict.__getitem__


def read(text):
    reader = csv.DictReader(io.StringIO(text), delimiter=";")
    for number, record in enumerate(reader, 2):
        try:
            yield Row(date=dt.date.fromisoformat(record["date"]), who=record["who"], text=record["what, why"] or None, amount=float(record["amount"].replace(",", ".")))
        except ValueError as error:
            print(f"line {number}: {error}")
    print(reader.fieldnames, reader.line_num)


rows = list(read(CSV))
print(f"{'date':<12}|{'who':^7}|{'amount':>12}|note")
print(f"{'':-<12}+{'':-^7}+{'':->12}+{'':-<6}")
for r in sorted(rows, key=lambda r: (-r.amount, r.date)):
    print(f"{r.date:%d.%m.%y %a}|{r.who!s:^7}|{r.amount:>+12,.2f}|{r.text!r:.8}")
totals = defaultdict(float)
for r in rows:
    totals[r.who, r.date.year] += r.amount
pprint(dict(totals), width=30)
print(pformat(rows[:2], indent=2, width=60, sort_dicts=False, compact=True))
amounts = [r.amount for r in rows]
print(st.mean(amounts), st.median(amounts), round(st.pstdev(amounts), 3), st.mode("abracadabra"), st.multimode("aabbc"), st.harmonic_mean([40, 60]), st.geometric_mean([1, 10, 100]))
print(st.linear_regression([1, 2, 3], [2, 4, 6.5]), st.correlation([1, 2, 3], [1, 2, 3.5]), st.NormalDist.from_samples([1, 2, 3, 4]), st.NormalDist(100, 15).cdf(115), st.NormalDist(0, 1) + 3)
for bad in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.quantiles([1, 2], n=0), lambda: st.mode([])):
    try:
        print(bad())
    except st.StatisticsError as error:
        print(error)
conf = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True)
conf.read_string(CONF.replace("50%%", "50"))
print(conf.sections(), dict(conf["report"]), conf.getboolean("report", "bold"), conf.getint("report", "width"), conf.get("report", "no", fallback="-"), "base" in conf["colours:dark"])
for bad in (lambda: conf["nope"], lambda: conf.get("report", "nope"), lambda: conf.getint("report", "title"), lambda: configparser.ConfigParser().read_string("a=1"), lambda: configparser.ConfigParser().read_string("[a]\nx=1\nx=2"), lambda: configparser.ConfigParser().read_string("[a]\nx=%(y)s") or None, lambda: conf.add_section("report")):
    try:
        print(bad())
    except (configparser.Error, ValueError, KeyError) as error:
        print(type(error).__name__, str(error).replace("\n", "|"))
out = io.StringIO()
conf["report"]["width"] = "99"
conf.write(out, space_around_delimiters=False)
print(out.getvalue().strip().splitlines()[:6])
today = dt.datetime(2024, 2, 29, 13, 5, 9, 120)
print(today.strftime("%A %-d %B %Y, %I:%M %p | %j %U %w %y %% %f %H:%M:%S | %c | %x | %X | %G-W%V-%u"), today.isocalendar(), today.timetuple().tm_yday)
print(dt.datetime.strptime("29 Feb 2024 01:05 PM +0530", "%d %b %Y %I:%M %p %z"), today.replace(tzinfo=dt.timezone.utc).astimezone(dt.timezone(dt.timedelta(hours=-5), "EST")), today + dt.timedelta(weeks=1, hours=-14.5))
for bad in (lambda: dt.datetime.strptime("2024-13-01", "%Y-%m-%d"), lambda: dt.datetime.strptime("1 2", "%d"), lambda: dt.date(2023, 2, 29), lambda: today - dt.datetime.now(dt.UTC), lambda: dt.date.fromisoformat("2024-1-1"), lambda: dt.timedelta(days=10**10), lambda: today.replace(hour=24), lambda: dt.time(1) < dt.time(2, tzinfo=dt.UTC)):
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError, ZoneInfoNotFoundError) as error:
        print(type(error).__name__, error)
print(calendar.month(2024, 2), calendar.isleap(1900), calendar.monthrange(2024, 2), list(calendar.Calendar(6).itermonthdays(2024, 2))[:6])
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 10, w=3))
print(max((dt.timedelta(1), dt.timedelta(hours=25))), dt.timedelta(seconds=-1), repr(dt.timedelta(1, 2, 3)), dt.timedelta(hours=5) // dt.timedelta(minutes=7), divmod(dt.timedelta(hours=5), dt.timedelta(minutes=7)))
a, b = "one two three four".split(), "one 2 three five".split()
print(*difflib.unified_diff(a, b, "old", "new", lineterm=""), sep="\n")
print(difflib.get_close_matches("appel", ["ape", "apple", "peach"]), list(difflib.ndiff(["abc"], ["abd"])), difflib.SequenceMatcher(None, "abcd", "bcde").ratio())
random.seed(42)
print(random.sample(range(100), 5), random.choices("abc", weights=[5, 1, 1], k=8), random.gauss(0, 1), random.triangular(1, 5, 2), random.betavariate(1, 2), random.shuffle(a), a, random.randbytes(3), random.binomialvariate(10, 0.3))
print(textwrap.dedent("""
    para one is long enough to be wrapped somewhere
      indented
    """).strip(), textwrap.shorten("Hello  world of wonders", width=15, placeholder="..."), textwrap.indent("a\n\nb", "> "), textwrap.wrap("a-very-long-hyphenated word", 10), sep="\n")
print("{0:>{w}.{p}f}|{1!r:^10}|{k[a]}|{o.real:#x}|{0:_^+15,.3e}|{2:%}|{3:08.3f}|{4:,}".format(math.pi, "x", 0.256, -3.14159, 10**9, w=10, p=2, k={"a": 1}, o=255))
print("ß".upper(), "İ".lower().encode(), "ﬁ".casefold(), "a\tb".expandtabs(4), "title case's".title(), string.capwords("a  b c"), "x=1=2".partition("="), "a,b,,c".rsplit(",", 2), "abc".translate(str.maketrans("ab", "xy", "c")), "%-5s|%05d|%+.1e|%%|%r" % ("a", 42, 12345.678, "q"), "12".zfill(5), "é".isidentifier(), "x".center(5, "*"), "a\u2028b\x0bc".splitlines())
w = csv.writer(sys.stdout, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
w.writerow(["a", 1, 2.5, None, 'q"q', "l\nl"])
dw = csv.DictWriter(sys.stdout, ["x", "y"], extrasaction="raise", restval="-", dialect="unix")
dw.writeheader(); dw.writerow({"x": 1})
try:
    dw.writerow({"z": 1})
except ValueError as error:
    print(error)
print(csv.Sniffer().sniff("a;b\n1;2\n").delimiter, csv.list_dialects())
