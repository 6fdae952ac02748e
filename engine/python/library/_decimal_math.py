"""Powers, exponentials and logarithms of Decimals: in whole numbers, with digits to spare until the rounding is certain."""

from math import isqrt

from decimal import Inexact, Rounded, ROUND_HALF_EVEN, _context_of, _convert, _digits, _make


def _exp_fixed(x, unit):
    """unit * exp(x / unit)"""
    halvings = max(0, (abs(x) * 256 // unit).bit_length()) + 4
    scale = unit << (2 * halvings)
    y = (x << (2 * halvings)) >> halvings
    term = total = scale
    i = 1
    while term:
        term = term * y // (scale * i)
        total += term
        i += 1
        if term == -1:
            break
    for _ in range(halvings):
        total = total * total // scale
    return total >> (2 * halvings)


def _ln_fixed(x, unit):
    """unit * ln(x / unit), for x / unit between 1/10 and 10."""
    roots = 0
    extra = 1 << 40
    x, scale = x * extra, unit * extra
    from math import isqrt
    while abs(x - scale) * 64 > scale:
        x = isqrt(x * scale)
        roots += 1
    z = (x - scale) * scale // (x + scale)
    square, term, total, i = z * z // scale, z, z, 3
    while term and term != -1:
        term = term * square // scale
        total += term // i
        i += 2
    return (total << (roots + 1)) // extra


def _ln_parts(value, digits):
    """ln(value) * 10**digits, with the last few digits uncertain."""
    unit = 10 ** digits
    exponent = value.adjusted()
    shift = digits - (_digits(value._int) - 1)
    x = value._int * 10 ** shift if shift >= 0 else value._int // 10 ** -shift
    total = _ln_fixed(x, unit)
    if exponent:
        total += exponent * _ln_fixed(10 * unit, unit)
    return total


def _settled(compute, context, always=True):
    """Rounds what compute(digits) gives as (whole number, exponent), with more digits until that cannot change the result."""
    extra = 8
    while True:
        n, exp = compute(context.prec + extra)
        spare = _digits(abs(n)) - context.prec if n else 0
        if n and spare > 4:
            rest = abs(n) % 10 ** spare
            near = 10 ** (spare - 3)
            half = 5 * 10 ** (spare - 1)
            if near < rest < 10 ** spare - near and abs(rest - half) > near or extra > 200:
                break
        elif extra > 200:
            break
        extra += max(6, extra)
    made = _make(int(n < 0), abs(n), exp)
    return half_even(made, context) if always else made._fix(context)


def half_even(value, context):
    """Rounded so, whatever the context says."""
    inner = context.copy()
    inner.rounding = ROUND_HALF_EVEN
    try:
        return value._fix(inner)
    finally:
        context.flags._on |= inner.flags._on


def exp(value, context):
    nan = value._nan(context)
    if nan is not None:
        return nan
    if value._special:
        return _make(0, 0, 0) if value._sign else value
    if not value._int:
        return _make(0, 1, 0)
    if value.adjusted() > 20 or abs(float(value)) > (context.Emax + context.prec) * 2.4 + 10:
        tiny = value._sign
        return half_even(_make(0, 1, context.Etiny() - 1 if tiny else context.Emax + 1), context)
    if value.adjusted() < -context.prec - 1:
        return _make(0, 10 ** (context.prec + 1) + (-1 if value._sign else 1), -context.prec - 1)._fix(context)

    def compute(digits):
        spare = digits + max(0, value.adjusted()) + 4
        unit = 10 ** spare
        x = value._int * 10 ** (value._exp + spare) if value._exp + spare >= 0 else value._int // 10 ** -(value._exp + spare)
        x = -x if value._sign else x
        ten = _ln_fixed(10 * unit, unit)
        power, rest = divmod(x, ten)
        return _exp_fixed(rest, unit), power - spare
    return _settled(compute, context)


def _check_log(value, context):
    nan = value._nan(context)
    if nan is not None:
        return nan
    if not value:
        return _make(1, 0, 0, 'F')
    if value._sign:
        return value._invalid(context)
    return value if value._special else None


def ln(value, context):
    made = _check_log(value, context)
    if made is not None:
        return made
    if value == 1:
        return _make(0, 0, 0)

    def compute(digits):
        spare = digits + _small_difference(value) + 4
        return _ln_parts(value, spare), -spare
    return _settled(compute, context)


def _small_difference(value):
    """How many leading digits cancel where value is close to 1."""
    difference = abs(value._int * 10 ** max(value._exp, 0) - 10 ** max(-value._exp, 0)) if -200 < value._exp < 20 else 1
    return max(0, -value._exp - _digits(difference) + 1) if difference else 0


def log10(value, context):
    made = _check_log(value, context)
    if made is not None:
        return made
    text = str(value._int)
    if text.rstrip('0') == '1':
        return _convert(value._exp + len(text) - 1)._fix(context)

    def compute(digits):
        spare = digits + _small_difference(value) + 6
        unit = 10 ** spare
        return _ln_parts(value, spare) * unit // _ln_fixed(10 * unit, unit), -spare
    return _settled(compute, context)


# ---- powers

def _whole_power(value, n, context):
    """value ** n for a whole n that is not negative: exact while that is short enough."""
    if _digits(value._int) * n <= 20000:
        return _make(value._sign & n, value._int ** n, value._exp * n)
    inner = context._working(context.prec + 10 + len(str(n)))
    made, base = _make(0, 1, 0), value
    while n:
        if n & 1:
            made = made._mul(base, inner)
        n >>= 1
        if n:
            base = base._mul(base, inner)
    return made


def power(value, other, context):
    nan = value._nan(context, other)
    if nan is not None:
        return nan
    if not other:
        return value._invalid(context) if not value else _make(0, 1, 0)
    whole = other._special == '' and (other._exp >= 0 or other._int % 10 ** -other._exp == 0)
    sign = 0
    if value._sign:
        if whole:
            sign = int(int(other) & 1)
        elif value._int or value._special:
            return value._invalid(context)
        value = value.copy_abs()
    if not value:
        return _make(sign, 0, 0) if not other._sign else _infinite(sign, context)
    if value._special:
        return _make(sign, 0, 0) if other._sign else _make(sign, 0, 0, 'F')
    if value == 1:
        return _power_of_one(value, other, whole, sign, context)
    if other._special:
        return _make(0, 0, 0) if (value.adjusted() < 0) != bool(other._sign) else _make(0, 0, 0, 'F')
    if whole and abs(int(other)) < 10 ** 9:
        return _by_whole(value, int(other), sign, context)
    return _by_logarithm(value, other, sign, context)


def _infinite(sign, context):
    return _make(sign, 0, 0, 'F')


def _power_of_one(value, other, whole, sign, context):
    if other._special:
        context._signal(Inexact, Rounded)
        return _make(0, 10 ** (context.prec - 1), 1 - context.prec)
    if not whole:
        context._signal(Inexact, Rounded)
        return _make(sign, 10 ** (context.prec - 1), 1 - context.prec)
    n = -value._exp * int(other) if not other._sign else 0
    exp = max(value._exp * int(other), 1 - context.prec) if not other._sign else 0
    if other._sign:
        exp = 0 if value._exp == 0 else max(value._exp * -int(other), 1 - context.prec)
    if n > context.prec - 1:
        context._signal(Rounded)
    return _make(sign, 10 ** -exp, exp) if exp <= 0 else _make(sign, 1, exp)


def _by_whole(value, n, sign, context):
    estimate = value.adjusted() * n
    if estimate > context.Emax + abs(n) + 10 or estimate < context.Etiny() - abs(n) - 10:
        return _make(sign, 1, context.Emax + 1 if estimate > 0 else context.Etiny() - 1)._fix(context)
    made = _whole_power(value, abs(n), context)
    if n < 0:
        made = _make(0, 1, 0)._div(made, context)
        return made.copy_sign(_make(sign, 0, 0))
    return made.copy_sign(_make(sign, 0, 0))._fix(context)


def _exact_root(value, other):
    """value ** other where that is exact, or None: roots of whole powers of two, mostly."""
    numerator, denominator = other.as_integer_ratio()
    if denominator & (denominator - 1) or denominator > 64 or abs(numerator) > 1000:
        return None
    from math import isqrt
    n, exp = value._int, value._exp
    while n % 10 == 0:
        n //= 10
        exp += 1
    while denominator > 1:
        if exp & 1:
            n, exp = n * 10, exp - 1
        root = isqrt(n)
        if root * root != n:
            return None
        n, exp, denominator = root, exp // 2, denominator // 2
    return _make(0, n, exp), numerator


def _by_logarithm(value, other, sign, context):
    exact = _exact_root(value, other)
    if exact is not None:
        root, numerator = exact
        made = _by_whole(root, numerator, sign, context)
        if not made._special and _digits(made._int) <= context.prec:
            short = _digits(made._int)
            return _make(made._sign, made._int * 10 ** (context.prec - short), made._exp - (context.prec - short)) if made._int else made

    def compute(digits):
        spare = digits + max(0, other.adjusted()) + max(0, len(str(value.adjusted()))) + 8
        unit = 10 ** spare
        x = _ln_parts(value, spare + _digits(other._int)) * other._int
        shift = other._exp - _digits(other._int)
        x = x * 10 ** shift if shift >= 0 else x // 10 ** -shift
        x = -x if other._sign else x
        ten = _ln_fixed(10 * unit, unit)
        whole, rest = divmod(x, ten)
        return _exp_fixed(rest, unit), whole - spare
    made = _settled(compute, context, False)
    return made.copy_sign(_make(sign, 0, 0))


def power_modulo(value, other, modulo, context):
    for operand in (value, other, modulo):
        if operand.is_nan():
            return value._nan(context, other) or modulo._nan(context)
    whole = all(not x._special and x._exp >= 0 for x in (value, other, modulo))
    if not whole or other._sign or not modulo._int or modulo.adjusted() >= context.prec or not (value._int or other._int):
        return value._invalid(context)
    n = pow(abs(int(value)), int(other), abs(int(modulo)))
    return _make(value._sign & int(other) & 1, n, 0)


def sqrt(value, context):
    """The root of a number that is above zero and finite."""
    n, exp = (value._int * 10, value._exp - 1) if value._exp & 1 else (value._int, value._exp)
    shift = context.prec + 1 - (_digits(n) + 1) // 2
    n, rest = (n * 100 ** shift, 0) if shift >= 0 else divmod(n, 100 ** -shift)
    root = isqrt(n)
    if rest or root * root != n:
        return half_even(_make(0, root + (root % 5 == 0), exp // 2 - shift), context)
    return half_even(_make(0, root // 10 ** shift if shift >= 0 else root * 10 ** -shift, exp // 2), context)


def moved(value, other, context, turn):
    """The digits turned around in the room of the precision, or pushed out of it."""
    other, context = _convert(other), _context_of(context)
    nan = value._nan(context, other)
    if nan is not None:
        return nan
    if other._special or other._exp != 0 or abs(int(other)) > context.prec:
        return value._invalid(context)
    if value._special:
        return value
    text = str(value._int)[-context.prec:].rjust(context.prec, '0')
    n = int(other)
    if turn:
        text = text[n:] + text[:n]
    else:
        text = text[n:] + '0' * n if n >= 0 else text[:n] or '0'
    return _make(value._sign, int(text), value._exp)
