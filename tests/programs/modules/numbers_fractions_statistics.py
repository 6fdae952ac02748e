"""fractions, numbers and statistics."""
import math
import numbers
import operator
import statistics
from fractions import Fraction as F


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print(F(1, 2), repr(F(6, -4)), F('3/7'), F('-1.25e2'), F(' 5 '), F(0.125), F(2.5), F('1_000/3'), F(F(1, 3), F(2, 3)), F(True), F('.5'), F('3.'))
for bad in ('', 'x', '1/0', '1//2', '1/2.5', '1e', 'nan', '--1', '1 /2x'):
    print(repr(bad), attempt(F, bad))
print(attempt(F, 1, 0), attempt(F, 1.5, 2), attempt(F, None), attempt(F, float('nan')), attempt(F, float('inf')), attempt(F, 'a', 1))
a, b = F(3, 4), F(-5, 6)
for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.pow,
           operator.lt, operator.eq, operator.ge):
    print(op.__name__, [attempt(op, x, y) for x, y in ((a, b), (b, a), (a, 2), (2, a), (a, 0.5), (0.5, a), (a, 0))])
print(a ** 2, a ** -2, a ** F(1, 2), 2 ** a, b ** 3, attempt(lambda: F(0) ** -1), a ** 1j, 1j + a, a + (1 + 2j))
print(-a, +a, abs(b), int(F(-7, 2)), math.trunc(F(-7, 2)), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), round(F(5, 2)), round(F(7, 2)), round(F(1234, 1000), 2), round(F(1250), -2))
print(hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), bool(F(0)), {F(1, 2): 1}[0.5], F(1, 2) == 0.5, F(1, 3) == 1 / 3, F(2) == 2 + 0j)
print(F(math.pi).limit_denominator(100), F('3.14159265').limit_denominator(1000), attempt(F(1).limit_denominator, 0), F(1, 2).as_integer_ratio(), F(4, 2).is_integer())
print(F.from_float(0.1), attempt(F.from_float, '1'), F.from_number(2.5), a.numerator, a.denominator, a.real, a.imag, a.conjugate(), float(a), complex(a))
for spec in ('', '.3f', '10.2f', '<10', '+', '08.2f', '.2e', '.3g', 'g', '%', '.1%', ',.2f', '_', 'z.1f', '#.0f', '*^12.1f', '=+12.3f', 'E', '#', '012,.1f', 'x', '.3'):
    print(repr(spec), [attempt(format, x, spec) for x in (F(22, 7), F(-1, 3), F(0), F(1234567, 2), F(1, 1000000))])
print(sum([F(1, 3)] * 3), sorted([F(1, 2), F(1, 3), 0.4]), max(F(1, 2), 1), attempt(lambda: F(1) < 'a'), attempt(lambda: F(1) + 'a'))
print([(kind.__name__, [isinstance(x, kind) for x in (1, 1.0, 1j, F(1), True, '1')]) for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
print(issubclass(int, numbers.Integral), attempt(numbers.Real))

data = [1, 3, 5, 2, 8, 7, 7, 9.5]
for name in ('mean', 'fmean', 'geometric_mean', 'harmonic_mean', 'median', 'median_low', 'median_high', 'median_grouped', 'mode', 'multimode', 'variance', 'pvariance', 'stdev', 'pstdev', 'quantiles'):
    function = getattr(statistics, name)
    print(name, attempt(function, data), attempt(function, [1, 2, 3, 4]), attempt(function, []), attempt(function, [5]), attempt(function, [F(1, 2), F(1, 3)]))
print(statistics.fmean([1, 2, 3], weights=[3, 2, 1]), statistics.harmonic_mean([40, 60], weights=[5, 30]), attempt(statistics.harmonic_mean, [-1]), attempt(statistics.geometric_mean, [-1]))
print(statistics.mode('red blue blue'.split()), statistics.multimode('aabbb cc'), statistics.quantiles(data, n=10), statistics.quantiles(data, n=4, method='inclusive'), attempt(statistics.quantiles, data, n=0))
x, y = [1, 2, 3, 4, 5], [2, 4.1, 6.2, 7.9, 10.1]
print(statistics.covariance(x, y), statistics.correlation(x, y), statistics.correlation(x, [5, 3, 4, 1, 2], method='ranked'), statistics.linear_regression(x, y), statistics.linear_regression(x, y, proportional=True))
print(attempt(statistics.correlation, [1, 1], [2, 3]), attempt(statistics.covariance, [1], [2]), attempt(statistics.linear_regression, [1, 1], [2, 3]), attempt(statistics.covariance, [1, 2], [2]))
print(statistics.mean([1e30, 1, -1e30]), statistics.mean([True, False]), statistics.stdev([1e15 + 1, 1e15 + 2, 1e15 + 4]), statistics.variance([0.1, 0.2, 0.3], 0.2), statistics.pvariance([1, 2, 3], mu=2))
n = statistics.NormalDist(100, 15)
print(n, n.mean, n.median, n.mode, n.stdev, n.variance, n.pdf(110), n.cdf(110), n.inv_cdf(0.9), n.quantiles(), n.zscore(85), n.overlap(statistics.NormalDist(110, 10)))
print(n + 5, 5 - n, n * 2, n / 3, -n, n + n, n == statistics.NormalDist(100, 15), n.samples(3, seed=1), statistics.NormalDist.from_samples(data), statistics.NormalDist().inv_cdf(1e-10), statistics.NormalDist().inv_cdf(0.999999))
print(attempt(statistics.NormalDist, 0, -1), attempt(n.inv_cdf, 1), attempt(statistics.NormalDist(0, 0).cdf, 1))
f = statistics.kde([1, 2, 4], h=1.5)
print(f(2), statistics.kde([1, 2, 4], 1.5, 'triangular')(3), statistics.kde([1, 2, 4], 1.5, 'normal', cumulative=True)(3), attempt(statistics.kde, [], 1), attempt(statistics.kde, [1], 0))
