"""math: every function, special values, errors."""
import math

for name in sorted(n for n in dir(math) if not n.startswith("_") and n != "cbrt"):
    f = getattr(math, name)
    if not callable(f):
        print(name, f)
        continue
    row = []
    for args in ((0.5,), (2,), (-1,), (10, 3), (0,), (1e300,), (math.inf,), (math.nan,), ("a",), ([3, 4, 5],), ([1, 2], [3, 4]), (2, 3, 4), (7.5, 2), (5, 0), ()):
        try:
            r = f(*args)
            row.append(f"{r:.12g}" if isinstance(r, float) else repr(r) if not (isinstance(r, int) and r > 10**30) else "big")
        except Exception as e:
            row.append(f"{type(e).__name__}: {e}" if len(str(e)) < 60 else type(e).__name__)
    print(name, "|".join(row))
print(math.comb(52, 5), math.perm(5), math.perm(5, 2), math.factorial(20), math.gcd(12, 18, 27), math.lcm(4, 6), math.isqrt(10**20), math.prod([1, 2, 3], start=2), math.fsum([0.1] * 10), math.dist((0, 0), (3, 4)), math.hypot(1, 2, 2), math.copysign(1, -0.0), math.nextafter(1, 2), math.ulp(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.trunc(-2.7), math.floor(-2.5), math.ceil(2.1), math.modf(-2.5), math.frexp(8), math.ldexp(0.5, 4), math.log(8, 2), math.log2(1024), math.log10(1000), math.log(10**400), math.remainder(7, 4), math.sumprod([1, 2], [3, 4]), math.fma(2, 3, 4), math.exp2(3))
