"""statistics: averages, spread, relations of two series, the normal distribution. Sums are exact: fractions."""
import math
import random
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from operator import itemgetter

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'kde', 'kde_random',
           'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode', 'pstdev',
           'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    pass


# ---- exact sums

def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        if hasattr(x, 'numerator'):
            return x.numerator, x.denominator
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None
    except (OverflowError, ValueError):
        return x, None


def _coerce(a, b):
    """The type in which a sum of the two types is given."""
    if a is b or b is int or b is bool or issubclass(a, b):
        return a
    if a is int or issubclass(b, a):
        return b
    if issubclass(a, int):
        return b
    if issubclass(b, int):
        return a
    if issubclass(a, Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, Fraction):
        return a
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _sum(data):
    """(type, exact sum, count)."""
    kind, partials, count = int, {}, 0
    for x in data:
        count += 1
        if type(x) is not kind:
            kind = _coerce(kind, type(x))
        top, bottom = _ratio(x)
        partials[bottom] = partials.get(bottom, 0) + top
    if None in partials:
        total = partials[None]
    else:
        total = sum((Fraction(top, bottom) for bottom, top in partials.items()), Fraction(0))
    return kind, total, count


def _squares(data, center=None):
    """(type, exact sum of squared deviations, mean, count)."""
    if center is not None:
        kind, total, count = _sum((x - center) ** 2 for x in data)
        return kind, total, center, count
    values = list(data)
    kind, total, count = _sum(values)
    if not count:
        return kind, Fraction(0), Fraction(0), 0
    if not isinstance(total, Fraction):
        return kind, total, total, count
    exact = [Fraction(*_ratio(x)) for x in values]
    middle = total / count
    return kind, sum(x * x for x in exact) - total * total / count, middle, count


def _convert(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)  # Decimal


def _sqrt_of_ratio(top, bottom):
    """The square root of a fraction as the nearest float."""
    if top == 0:
        return 0.0
    if isinstance(top, float):
        return math.sqrt(top / bottom)
    shift = (top.bit_length() - bottom.bit_length() - 109) // 2
    if shift >= 0:
        under = bottom << 2 * shift
        root = math.isqrt(top // under)
        exact = root * root * under == top
        return float((root | (not exact)) << shift)
    over = top << -2 * shift
    root = math.isqrt(over // bottom)
    exact = root * root * bottom == over
    return (root | (not exact)) / (1 << -shift)


def _root(value, kind):
    if issubclass(kind, (int, float, Fraction)):
        return _sqrt_of_ratio(value.numerator, value.denominator)
    return (kind(value.numerator) / kind(value.denominator)).sqrt()  # Decimal


def _need(values, at_least, message):
    if len(values) < at_least:
        raise StatisticsError(message)
    return values


# ---- averages

def mean(data):
    kind, total, count = _sum(data)
    if count < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / count, kind)


def fmean(data, weights=None):
    if weights is None:
        data = data if hasattr(data, '__len__') else list(data)
        if not len(data):
            raise StatisticsError('fmean requires at least one data point')
        return math.fsum(data) / len(data)
    weights = list(weights)
    try:
        product = math.sumprod(data, weights)
    except ValueError:
        raise StatisticsError('data and weights must be the same length') from None
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return product / total


def geometric_mean(data):
    count, zero, logs = 0, False, []
    for x in data:
        count += 1
        if x > 0.0 or math.isnan(x):
            logs.append(math.log(x))
        elif x == 0.0:
            zero = True
        else:
            raise StatisticsError('No negative inputs allowed', x)
    if not count:
        raise StatisticsError('Must have a non-empty dataset')
    total = math.fsum(logs)
    return math.nan if math.isnan(total) else math.nan if zero and total == math.inf else 0.0 if zero else math.exp(total / count)


def harmonic_mean(data, weights=None):
    values = list(data) if iter(data) is data else data
    if not len(values):
        raise StatisticsError('harmonic_mean requires at least one data point')
    if len(values) == 1 and weights is None:
        if isinstance(values[0], (str, bytes)):
            raise TypeError('unsupported type')
        if values[0] < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        return values[0]
    weights = [1] * len(values) if weights is None else list(weights)
    if len(weights) != len(values):
        raise StatisticsError('Number of weights does not match data size')
    if any(x < 0 for x in [*values, *weights]):
        raise StatisticsError('harmonic mean does not support negative values')
    try:
        kind, total, _ = _sum(weight / x if weight else 0 for weight, x in zip(weights, values))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(_sum(weights)[1] / total, kind)


def median(data):
    data = _need(sorted(data), 1, 'no median for empty data')
    half, odd = divmod(len(data), 2)
    return data[half] if odd else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = _need(sorted(data), 1, 'no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _need(sorted(data), 1, 'no median for empty data')
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = _need(sorted(data), 1, 'no median for empty data')
    x = data[len(data) // 2]
    low = bisect_left(data, x)
    high = bisect_right(data, x, lo=low)
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float') from None
    return x - interval / 2.0 + interval * (len(data) / 2 - low) / (high - low)


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')
    steps = size - 1 if method == 'inclusive' else size + 1
    out = []
    for i in range(1, n):
        at = i * steps // n
        if method == 'inclusive':
            rest = i * steps - at * n
            out.append((data[at] * (n - rest) + data[at + 1] * rest) / n)
        else:
            at = 1 if at < 1 else size - 1 if at > size - 1 else at
            rest = i * steps - at * n
            out.append((data[at - 1] * (n - rest) + data[at] * rest) / n)
    return out


# ---- spread

def _spread(name, data, centre, sample):
    """The mean of the squared distances, as a fraction, and the type of the data; of a sample, over one less."""
    kind, total, _, count = _squares(data, centre)
    if count < 1 + sample:
        raise StatisticsError(f'{name} requires at least {"two data points" if sample else "one data point"}')
    return total / (count - sample), kind


def variance(data, xbar=None):
    return _convert(*_spread('variance', data, xbar, True))


def pvariance(data, mu=None):
    return _convert(*_spread('pvariance', data, mu, False))


def stdev(data, xbar=None):
    return _root(*_spread('stdev', data, xbar, True))


def pstdev(data, mu=None):
    return _root(*_spread('pstdev', data, mu, False))


# ---- two series

def _two(x, y, name, at_least=2):
    if len(x) != len(y):
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    if len(x) < at_least:
        raise StatisticsError(f'{name} requires at least two data points')


def covariance(x, y, /):
    _two(x, y, 'covariance')
    n = len(x)
    middle_x, middle_y = math.fsum(x) / n, math.fsum(y) / n
    return math.sumprod((a - middle_x for a in x), (b - middle_y for b in y)) / (n - 1)


def _ranks(data, start):
    ordered = sorted(zip(data, range(len(data))))
    result = [0.0] * len(data)
    at = 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        for _, place in ordered[at:end]:
            result[place] = (at + end + 1) / 2 - 1 + start
        at = end
    return result


def correlation(x, y, /, *, method='linear'):
    _two(x, y, 'correlation')
    if method not in ('linear', 'ranked'):
        raise ValueError(f'Unknown method: {method!r}')
    n = len(x)
    if method == 'ranked':
        start = (n - 1) / -2
        x, y = _ranks(x, start), _ranks(y, start)
    else:
        middle_x, middle_y = math.fsum(x) / n, math.fsum(y) / n
        x, y = [a - middle_x for a in x], [b - middle_y for b in y]
    both, xx, yy = math.sumprod(x, y), math.sumprod(x, x), math.sumprod(y, y)
    if not xx or not yy:
        raise StatisticsError('at least one of the inputs is constant')
    return both / _sqrt_product(xx, yy)


def _sqrt_product(x, y):
    """sqrt(x * y) rounded once."""
    try:
        h = math.sqrt(x * y)
    except OverflowError:
        return math.sqrt(x) * math.sqrt(y)
    if not math.isfinite(h) or not h:
        return math.sqrt(x) * math.sqrt(y)
    rest = math.sumprod((x, h), (y, -h))
    return h + rest / (2.0 * h)


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    _two(x, y, 'linear regression')
    n = len(x)
    if not proportional:
        middle_x, middle_y = math.fsum(x) / n, math.fsum(y) / n
        x, y = [a - middle_x for a in x], (b - middle_y for b in y)
    both = math.sumprod(x, y) + 0.0
    xx = math.sumprod(x, x)
    if not xx:
        raise StatisticsError('x is constant')
    slope = both / xx
    return LinearRegression(slope=slope, intercept=0.0 if proportional else middle_y - slope * middle_x)


# ---- densities

_SQRT2PI = math.sqrt(2 * math.pi)
_KERNELS = {
    'normal': (lambda t: math.exp(-t * t / 2) / _SQRT2PI, lambda t: 0.5 * math.erfc(-t / math.sqrt(2)), None),
    'logistic': (lambda t: 0.5 / (1.0 + math.cosh(t)), lambda t: 1.0 - 1.0 / (math.exp(t) + 1.0), None),
    'sigmoid': (lambda t: 1 / math.pi / math.cosh(t), lambda t: 2 / math.pi * math.atan(math.exp(t)), None),
    'rectangular': (lambda t: 0.5, lambda t: 0.5 * t + 0.5, 1.0),
    'triangular': (lambda t: 1.0 - abs(t), lambda t: t * t * (0.5 if t < 0.0 else -0.5) + t + 0.5, 1.0),
    'parabolic': (lambda t: 3 / 4 * (1.0 - t * t), lambda t: math.sumprod((-1 / 4, 3 / 4, 1 / 2), (t**3, t, 1.0)), 1.0),
    'quartic': (lambda t: 15 / 16 * (1.0 - t * t) ** 2, lambda t: math.sumprod((3 / 16, -5 / 8, 15 / 16, 1 / 2), (t**5, t**3, t, 1.0)), 1.0),
    'triweight': (lambda t: 35 / 32 * (1.0 - t * t) ** 3,
                  lambda t: math.sumprod((-5 / 32, 21 / 32, -35 / 32, 35 / 32, 1 / 2), (t**7, t**5, t**3, t, 1.0)), 1.0),
    'cosine': (lambda t: math.pi / 4 * math.cos(math.pi / 2 * t), lambda t: 0.5 * math.sin(math.pi / 2 * t) + 0.5, 1.0),
}
for _name, _same in (('gauss', 'normal'), ('uniform', 'rectangular'), ('epanechnikov', 'parabolic'), ('biweight', 'quartic')):
    _KERNELS[_name] = _KERNELS[_same]


def _check_kernel(data, h, kernel):
    if not len(data):
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')
    if kernel not in _KERNELS:
        raise StatisticsError(f'Unknown kernel name: {kernel!r}')
    return _KERNELS[kernel]


def kde(data, h, kernel='normal', *, cumulative=False):
    density, below, support = _check_kernel(data, h, kernel)

    def pdf(x):
        if support is None:
            return math.fsum(density((x - point) / h) for point in data) / (len(data) * h)
        ordered = sorted(data)
        near = ordered[bisect_left(ordered, x - h * support):bisect_right(ordered, x + h * support)]
        return math.fsum(density((x - point) / h) for point in near) / (len(ordered) * h)

    def cdf(x):
        if support is None:
            return math.fsum(below((x - point) / h) for point in data) / len(data)
        ordered = sorted(data)
        start, end = bisect_left(ordered, x - h * support), bisect_right(ordered, x + h * support)
        return math.fsum([*(below((x - point) / h) for point in ordered[start:end]), start]) / len(ordered)

    function = cdf if cumulative else pdf
    function.__doc__ = f'{"CDF" if cumulative else "PDF"} estimate with {h=!r} and {kernel=!r}'
    return function


_INVERSES = {
    'normal': lambda p: NormalDist().inv_cdf(p),
    'logistic': lambda p: math.log(p / (1 - p)),
    'sigmoid': lambda p: math.log(math.tan(p * math.pi / 2)),
    'rectangular': lambda p: 2 * p - 1,
    'triangular': lambda p: math.sqrt(2 * p) - 1 if p < 0.5 else 1 - math.sqrt(2 - 2 * p),
    'parabolic': lambda p: 2 * math.cos((math.acos(2 * p - 1) + math.pi) / 3),
    'cosine': lambda p: 2 * math.asin(2 * p - 1) / math.pi,
}
for _name, _same in (('gauss', 'normal'), ('uniform', 'rectangular'), ('epanechnikov', 'parabolic')):
    _INVERSES[_name] = _INVERSES[_same]


def _solved(below, p):
    """The place at which a cumulative function of -1 .. 1 is p."""
    low, high = -1.0, 1.0
    for _ in range(80):
        middle = (low + high) / 2
        if below(middle) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def kde_random(data, h, kernel='normal', *, seed=None):
    below = _check_kernel(data, h, kernel)[1]
    inverse = _INVERSES.get(kernel, lambda p: _solved(below, p))
    source = random.Random(seed)

    def rand():
        return source.choice(data) + h * inverse(source.random())

    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand


def _polynomial(coefficients, x):
    total = 0.0
    for coefficient in coefficients:
        total = total * x + coefficient
    return total


# Wichura's AS241: three pairs of polynomials, each for its part of the line.
_CENTRAL = ((2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4, 4.59219_53931_54987_1457e+4,
             1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3, 1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
            (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4, 2.12137_94301_58659_5867e+4,
             5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2, 4.23133_30701_60091_1252e+1, 1.0))
_MIDDLE = ((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1, 1.27045_82524_52368_38258e+0,
            3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0, 4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
           (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2, 1.48103_97642_74800_74590e-1,
            6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0, 2.05319_16266_37758_82187e+0, 1.0))
_FAR = ((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3, 2.65321_89526_57612_30930e-2,
         2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0, 5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
        (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5, 7.86869_13114_56132_59100e-4,
         1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1, 5.99832_20655_58879_37690e-1, 1.0))


def _inverse_normal(p, mu, sigma):
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        return mu + _polynomial(_CENTRAL[0], r) * q / _polynomial(_CENTRAL[1], r) * sigma
    r = math.sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
    pair, r = (_MIDDLE, r - 1.6) if r <= 5.0 else (_FAR, r - 5.0)
    x = _polynomial(pair[0], r) / _polynomial(pair[1], r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution', '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        kind, total, middle, count = _squares(data)
        if count < 2:
            raise StatisticsError('stdev requires at least two data points')
        return cls(float(middle), _root(total / (count - 1), kind))

    def samples(self, n, *, seed=None):
        rand = random.random if seed is None else random.Random(seed).random
        return [_inverse_normal(rand(), self._mu, self._sigma) for _ in range(n)]

    def _spread(self, name):
        if not self._sigma:
            raise StatisticsError(f'{name} not defined when sigma is zero')
        return self._sigma

    def pdf(self, x):
        spread = self._spread('pdf()')
        away = x - self._mu
        return math.exp(away * away / (-2.0 * spread * spread)) / (_SQRT2PI * spread)

    def cdf(self, x):
        return 0.5 * math.erfc((self._mu - x) / (self._spread('cdf()') * math.sqrt(2)))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _inverse_normal(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        if not x.variance or not y.variance:
            raise StatisticsError('overlap() not defined when sigma is zero')
        more, apart = y.variance - x.variance, abs(y._mu - x._mu)
        if not more:
            return math.erfc(apart / (2.0 * x._sigma * math.sqrt(2)))
        a = x._mu * y.variance - y._mu * x.variance
        b = x._sigma * y._sigma * math.sqrt(apart * apart + more * math.log(y.variance / x.variance))
        first, second = (a + b) / more, (a - b) / more
        return 1.0 - (math.fabs(y.cdf(first) - x.cdf(first)) + math.fabs(y.cdf(second) - x.cdf(second)))

    def zscore(self, x):
        return (x - self._mu) / self._spread('zscore()')

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * math.fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / math.fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        return x1._mu == x2._mu and x1._sigma == x2._sigma if isinstance(x2, NormalDist) else NotImplemented

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
