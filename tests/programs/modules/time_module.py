import time
t = time.time(); m = time.monotonic()
time.sleep(1.5)
print(round(time.time() - t, 3), round(time.monotonic() - m, 3), round(time.perf_counter() - m, 1) >= 0)
print(time.gmtime(0)[:6], time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(86400 * 365)), time.asctime(time.gmtime(0)), time.gmtime(0).tm_year, time.time_ns() > 0)
