name, value, width, items = "Ada", 3.14159, 10, {"k": [1, 2]}
print(f"{name} {value:.2f} {value!r:>10} {name!s:^{width}}| {name:<6}|{width:05d}")
print(f"{name=} {value=:.1f} {width = } {1 + 1=}")
print(f"{items['k'][0]} {items["k"]} {f'{name.upper():*^11}'} {{literal}} {'nested ' + f'{width}'}")
print(f"{12345678:,} {0xff:#x} {255:b} {255:#o} {1e10:g} {0.5:%} {1234.5:,.1f} {-5:+d} {5: d} {True:d} {'x':>3}")
print(f"""multi
{name}
line""", rf"\d{name}", f"{'a' if name else 'b'}", f"{(lambda x: x * 2)(4)}", f"{name:{'>'}{8}}")
print(f"{3.0} {1e100} {1e16} {123456789.123:e} {0.1 + 0.2} {1/3:.10f} {float('inf')} {-0.0} {2**70} {1_000_000:_}")
print("{} {1} {0}".replace("{} ", "").format("a", "b"), "{a.real} {b[0]} {c!r:>5}".format(a=5, b=[6], c="q"), "{:>{w}}".format("r", w=4))
print("%d %5.2f %s %r %x %o %e %% %-5s| %05d %+d %c" % (3, 2.5, "s", "r", 255, 8, 12345.678, "l", 42, 7, "z"))
print("%(a)s-%(b)03d" % {"a": 1, "b": 2}, "%s" % (1,), "%s" % [1])
for bad in (lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "{} {}".format(1), lambda: f"{'x':d}", lambda: f"{1:s}", lambda: "{x}".format(), lambda: "%s" % (1, 2), lambda: format(1.5, "d")):
    try:
        print(bad())
    except (TypeError, ValueError, IndexError, KeyError) as error:
        print(type(error).__name__, error)
