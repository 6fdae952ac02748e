"""time: strftime, localtime, gmtime, mktime, ctime, asctime, perf_counter, monotonic, sleep, errors."""
import time

t = time.gmtime(0)
print(t, t.tm_year, t[0], tuple(t), len(t), t.tm_gmtoff)
print(time.gmtime(1_000_000_000.7), time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1_700_000_000)))
g = time.gmtime(1_700_000_000)
print([time.strftime("%" + c, g) for c in "aAbBdHIjmMpSUwWyY%FTDeRuVGnt"], time.asctime(g), time.strftime("no directives", g), time.strftime("é %d", g))
print(time.mktime(time.localtime(1_700_000_000)), time.ctime(0) == time.asctime(time.localtime(0)), time.ctime(1_700_000_000), time.localtime(1_700_000_000).tm_isdst)
a = time.perf_counter(), time.monotonic(), time.time(), time.process_time() >= 0
time.sleep(1.25)
print(time.perf_counter() - a[0], time.monotonic() - a[1], round(time.time() - a[2], 6))
print(type(time.time()), type(time.time_ns()), type(time.perf_counter_ns()), time.monotonic_ns() > 0, isinstance(time.timezone, int), time.tzname[0] is not None)
for bad in ("time.strftime(5)", "time.gmtime('a')", "time.mktime((1,2))", "time.asctime(5)", "time.strftime('%Y', (1,))", "time.now()"):
    try:
        print(bad, "->", eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
print(time.struct_time((2020, 1, 2, 3, 4, 5, 6, 7, 0)), time.strptime("2024-02-29 10:11:12", "%Y-%m-%d %H:%M:%S"))
