for x in (0.1, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1.5e300, 5e-324, 1.7976931348623157e308, 100.0, -0.0, 2.5, 1/3, 2/3, 1e22, 1e21, 9007199254740993.0, 0.30000000000000004):
    print(x, repr(x), str(-x), f"{x:.3f}"[:40], f"{x:g}", f"{x:.10e}", "%.2f" % x if x < 1e20 else "")
print(float("inf"), float("-inf"), float("nan"), float("  3.5 "), float("1_0.5"), float("1e3"), float(5))
print(3.7 // 1, -3.7 // 1, 3.7 % 1, -3.7 % 1, divmod(7.5, 2), 2 ** 0.5, 2.0 ** 3, 7.0 / 2)
print((0.5).as_integer_ratio(), (3.0).is_integer(), (2.5).hex(), float.fromhex("0x1.8p1"))
print(round(0.5), round(1.5), round(2.675, 2), round(1e20), round(-0.5), round(1234.5678, -2), round(1.25, 1), round(1.35, 1))
print(float("nan") == float("nan"), 0.1 + 0.2 == 0.3, 1.0 == 1, max(1, 2.5, 2), min(0.5, 0), sum([0.1] * 10), sum([1, 2.5]))
print(1e308 + 1e308, -1e308 - 1e308, float("inf") - float("inf"), 1e-320, 4.9e-324 / 2, int(1e20), int(-2.9))
print([1.0, 2.50, 1e3], {1.5: 2}, (0.1,), 1.0.real, (1.5).__class__, 10.0 .__add__(1))
