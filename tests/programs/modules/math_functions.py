import math
print(math.pi, math.e, math.sqrt(2), math.floor(2.7), math.ceil(2.1), math.trunc(-2.7), math.factorial(20), math.factorial(30), math.gcd(12, 18), math.lcm(4, 6), math.comb(10, 3), math.perm(5, 2), math.isqrt(10**20))
print(math.sin(1), math.cos(1), math.tan(1), math.atan2(1, 2), math.log(10), math.log2(8), math.log10(1000), math.log(8, 2), math.exp(1), math.pow(2, 3), math.hypot(3, 4), math.degrees(math.pi), math.radians(180))
print(math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.copysign(1, -0.0), math.fabs(-2), math.fmod(7, 3), math.modf(2.5), math.frexp(8), math.ldexp(0.5, 4), math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.dist([0, 0], [3, 4]), math.erf(1), math.gamma(5))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.floor(math.inf), lambda: math.exp(1000), lambda: math.sqrt("x")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
