"""Mathematical functions for complex numbers."""

import math as _math
from _native import like_c as _like_c
from math import e, inf, nan, pi, tau

infj, nanj = complex(0.0, inf), complex(0.0, nan)


def _complex(z):
    if isinstance(z, complex):
        return z
    if hasattr(type(z), '__complex__'):
        return complex(z)
    try:
        return complex(_math.fabs(z) and float(z))
    except TypeError:
        raise TypeError(f'must be real number, not {type(z).__name__}') from None


def _domain():
    return ValueError('math domain error')


def phase(z, /):
    """Return argument, also known as the phase angle, of a complex."""
    z = _complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    """Convert a complex from rectangular coordinates to polar coordinates."""
    return abs(_complex(z)), phase(z)


def _real(number):
    return _math.copysign(_math.fabs(number), number)


def rect(r, phi, /):
    """Convert from polar coordinates to rectangular coordinates."""
    r, phi = _real(r), _real(phi)
    if not _math.isfinite(phi) and r and not _math.isnan(phi):
        raise _domain()
    if not phi:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def isfinite(z, /):
    """Return True if both the real and imaginary parts of z are finite, else False."""
    z = _complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    """Checks if the real or imaginary part of z is infinite."""
    z = _complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    """Checks if the real or imaginary part of z not a number (NaN)."""
    z = _complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Determine whether two complex numbers are close in value."""
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    a, b = _complex(a), _complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def exp(z, /):
    """Return the exponential value e**z."""
    z = _complex(z)
    if 708.39 < z.real < _math.inf and _math.isfinite(z.imag):  # it may be finite where e**z.real is not
        r = _math.exp(z.real - 1)
        made = complex(r * _math.cos(z.imag) * _math.e, r * _math.sin(z.imag) * _math.e)
        if isinf(made):
            raise OverflowError('math range error')
        return made
    r = _math.exp(z.real)
    return complex(r * _math.cos(z.imag), r * _math.sin(z.imag))


def log(z, base=None, /):
    """log(z[, base]) -> the logarithm of z to the given base."""
    z = _complex(z)
    if not z:
        raise _domain()
    made = complex(_log_abs(z), phase(z))
    return made if base is None else made / log(base)


def _log_abs(z):
    ax, ay = abs(z.real), abs(z.imag)
    if 0.71 <= (h := _math.hypot(ax, ay)) <= 1.73:
        am, an = max(ax, ay), min(ax, ay)
        return _math.log1p((am - 1) * (am + 1) + an * an) / 2
    return _math.log(h)


def log10(z, /):
    """Return the base-10 logarithm of z."""
    made = log(z)
    return complex(made.real / _math.log(10), made.imag / _math.log(10))


def sqrt(z, /):
    """Return the square root of z."""
    z = _complex(z)
    if not z:
        return complex(0.0, z.imag)
    if isinf(z):
        return complex(inf, _math.copysign(0.0, z.imag)) if z.real > 0 and not _math.isinf(z.imag) else \
            complex(0.0, _math.copysign(inf, z.imag)) if not _math.isinf(z.imag) else complex(inf, z.imag)
    ax, ay = abs(z.real) / 8, abs(z.imag)
    s = 2 * _math.sqrt(ax + _math.hypot(ax, ay / 8))
    d = ay / (2 * s)
    return complex(s, _math.copysign(d, z.imag)) if z.real >= 0 else complex(d, _math.copysign(s, z.imag))


def sinh(z, /):
    """Return the hyperbolic sine of z."""
    z = _complex(z)
    return complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))


def cosh(z, /):
    """Return the hyperbolic cosine of z."""
    z = _complex(z)
    return complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))


def tanh(z, /):
    """Return the hyperbolic tangent of z."""
    z = _complex(z)
    if abs(z.real) > 354:
        return complex(_math.copysign(1.0, z.real), 4 * _math.sin(z.imag) * _math.cos(z.imag) * _math.exp(-2 * abs(z.real)))
    tx, ty = _math.tanh(z.real), _math.tan(z.imag)
    cx = 1 / _math.cosh(z.real)
    denominator = 1 + (tx * ty) ** 2
    return complex(tx * (1 + ty * ty) / denominator, ((ty / denominator) * cx) * cx)


def sin(z, /):
    """Return the sine of z."""
    z = _complex(z)
    made = sinh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


def cos(z, /):
    """Return the cosine of z."""
    z = _complex(z)
    return cosh(complex(-z.imag, z.real))


def tan(z, /):
    """Return the tangent of z."""
    z = _complex(z)
    made = tanh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


def _is_huge(z):
    """Whether squares of it are beyond what a float holds."""
    return 4e307 < max(abs(z.real), abs(z.imag)) < _math.inf


def _log_of_double(z):
    """log(2 * abs(z)), of a huge z."""
    return _math.log(_math.hypot(z.real / 2, z.imag / 2)) + _math.log(2) * 2


def asinh(z, /):
    """Return the inverse hyperbolic sine of z."""
    z = _complex(z)
    if _is_huge(z):
        return complex(_math.copysign(_log_of_double(z), z.real), _math.atan2(z.imag, abs(z.real)))
    s1, s2 = sqrt(complex(1 + z.imag, -z.real)), sqrt(complex(1 - z.imag, z.real))
    return complex(_math.asinh(s1.real * s2.imag - s2.real * s1.imag), _math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def acosh(z, /):
    """Return the inverse hyperbolic cosine of z."""
    z = _complex(z)
    if _is_huge(z):
        return complex(_log_of_double(z), _math.atan2(z.imag, z.real))
    s1, s2 = sqrt(complex(z.real - 1, z.imag)), sqrt(complex(z.real + 1, z.imag))
    return complex(_math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * _math.atan2(s1.imag, s2.real))


def atanh(z, /):
    """Return the inverse hyperbolic tangent of z."""
    z = _complex(z)
    if z.real < 0 or (z.real == 0 and _math.copysign(1, z.real) < 0):
        return -atanh(-z)
    ay = abs(z.imag)
    if z.real == 1 and not ay:
        raise _domain()
    if 6e153 < max(z.real, ay) < _math.inf:
        h = _math.hypot(z.real / 2, z.imag / 2)
        return complex(z.real / 4 / h / h, _math.copysign(_math.pi / 2, z.imag))
    real = _math.log1p(4 * z.real / ((1 - z.real) ** 2 + ay * ay)) / 4
    imag = -_math.atan2(-2 * z.imag, (1 - z.real) * (1 + z.real) - ay * ay) / 2
    return complex(real, imag)


def asin(z, /):
    """Return the arc sine of z."""
    z = _complex(z)
    made = asinh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


def acos(z, /):
    """Return the arc cosine of z."""
    z = _complex(z)
    if _is_huge(z):
        return complex(_math.atan2(abs(z.imag), z.real), -_math.copysign(_log_of_double(z), z.imag))
    s1, s2 = sqrt(complex(1 - z.real, -z.imag)), sqrt(complex(1 + z.real, z.imag))
    return complex(2 * _math.atan2(s1.real, s2.real), _math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def atan(z, /):
    """Return the arc tangent of z."""
    z = _complex(z)
    made = atanh(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


for _name, _function in list(globals().items()):
    if type(_function) is type(atan) and not _name.startswith('_'):
        _like_c(_function)
del _name, _function
