"""fractions: rational numbers, exact."""
import math
import numbers
import operator

__all__ = ['Fraction']

_MODULUS = 2**61 - 1


def _scan(text):
    """(numerator, denominator) of a number as text, or None."""
    text = text.strip()
    sign = 1
    if text[:1] in ('+', '-'):
        sign, text = (-1 if text[0] == '-' else 1), text[1:]

    def digits(part):
        return bool(part) and part.isdecimal() if '_' not in part else all(piece.isdecimal() for piece in part.split('_'))

    if '/' in text:
        top, _, bottom = text.partition('/')
        top, bottom = top.rstrip(), bottom.lstrip()
        if not (digits(top) and digits(bottom)):
            return None
        return sign * int(top), int(bottom)
    mantissa, exponent = text, 0
    for mark in 'eE':
        if mark in text:
            mantissa, _, power = text.partition(mark)
            if not digits(power[1:] if power[:1] in ('+', '-') else power):
                return None
            exponent = int(power)
            break
    whole, _, part = mantissa.partition('.')
    if not (whole or part) or (whole and not digits(whole)) or (part and not digits(part)):
        return None
    part = part.replace('_', '')
    number, exponent = int(whole or '0') * 10**len(part) + int(part or '0'), exponent - len(part)
    return (sign * number * 10**exponent, 1) if exponent >= 0 else (sign * number, 10**-exponent)


class Fraction(numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, str):
                found = _scan(numerator)
                if found is None:
                    raise ValueError(f'Invalid literal for Fraction: {numerator!r}')
                top, bottom = found
                if bottom == 0:
                    raise ZeroDivisionError(f'Fraction({top}, 0)')
            elif hasattr(numerator, 'as_integer_ratio') and not isinstance(numerator, type):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            else:
                raise TypeError('argument should be a string or a Rational instance or have the as_integer_ratio() method')
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            top = numerator.numerator * denominator.denominator
            bottom = denominator.numerator * numerator.denominator
            if bottom == 0:
                raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        else:
            raise TypeError('both arguments should be Rational instances')
        common = math.gcd(top, bottom)
        if bottom < 0:
            common = -common
        self._numerator, self._denominator = top // common, bottom // common
        return self

    @classmethod
    def _exact(cls, top, bottom):
        self = object.__new__(cls)
        self._numerator, self._denominator = top, bottom
        return self

    @classmethod
    def from_number(cls, number):
        if type(number) is int:
            return cls._exact(number, 1)
        if isinstance(number, numbers.Rational):
            return cls._exact(number.numerator, number.denominator)
        if hasattr(number, 'as_integer_ratio') and not isinstance(number, type):
            return cls._exact(*number.as_integer_ratio())
        raise TypeError('argument should be a Rational instance or have the as_integer_ratio() method')

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls._exact(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, numbers.Integral):
            return cls(dec)
        from decimal import Decimal
        if not isinstance(dec, Decimal):
            raise TypeError(f'{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})')
        return cls._exact(*dec.as_integer_ratio())

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._exact(p1, q1)
        return Fraction._exact(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, spec):
        return _format(self, spec) if spec else str(self)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()

    # Arithmetic.
    def __pos__(self):
        return Fraction._exact(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._exact(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._exact(abs(self._numerator), self._denominator)

    def __bool__(self):
        return bool(self._numerator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            double = rest * 2
            return floor + (double > self._denominator or (double == self._denominator and floor % 2))
        shift = 10**abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _MODULUS)
        except ValueError:
            found = 314159
        else:
            found = hash(hash(abs(self._numerator)) * inverse)
        found = found if self._numerator >= 0 else -found
        return -2 if found == -1 else found

    def __eq__(self, other):
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        if isinstance(other, numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, numbers.Complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            return 0.0 == other if not math.isfinite(other) else self == self.from_float(other)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(0.0, other) if not math.isfinite(other) else op(self, self.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, operator.lt)

    def __gt__(self, other):
        return self._compare(other, operator.gt)

    def __le__(self, other):
        return self._compare(other, operator.le)

    def __ge__(self, other):
        return self._compare(other, operator.ge)


def _operators(exact, fallback, complexes=True):
    """The method of an operator and its reflected one."""
    def forward(a, b):
        if isinstance(b, Fraction):
            return exact(a, b)
        if isinstance(b, int):
            return exact(a, Fraction(b))
        if isinstance(b, float):
            return fallback(float(a), b)
        if isinstance(b, complex) and complexes:
            return fallback(complex(float(a)), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return exact(Fraction(a), b)
        if isinstance(a, numbers.Real):
            return fallback(float(a), float(b))
        if isinstance(a, numbers.Complex) and complexes:
            return fallback(complex(a), complex(float(b)))
        return NotImplemented

    return forward, reverse


def _add(a, b):
    return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _sub(a, b):
    return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _mul(a, b):
    return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)


def _div(a, b):
    if b._numerator == 0:
        raise ZeroDivisionError(f'Fraction({b._denominator}, 0)')
    return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)


def _floordiv(a, b):
    return (a._numerator * b._denominator) // (a._denominator * b._numerator)


def _mod(a, b):
    return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator), a._denominator * b._denominator)


def _divmod(a, b):
    whole, rest = divmod(a._numerator * b._denominator, a._denominator * b._numerator)
    return whole, Fraction(rest, a._denominator * b._denominator)


for _name, _exact, _fallback in (('add', _add, operator.add), ('sub', _sub, operator.sub), ('mul', _mul, operator.mul),
                                 ('truediv', _div, operator.truediv), ('floordiv', _floordiv, operator.floordiv),
                                 ('mod', _mod, operator.mod), ('divmod', _divmod, divmod)):
    for _method, _label in zip(_operators(_exact, _fallback, _name in ('add', 'sub', 'mul', 'truediv')), (f'__{_name}__', f'__r{_name}__')):
        _method.__name__ = _label
        _method.__qualname__ = f'Fraction.{_label}'
        setattr(Fraction, _label, _method)


def _pow(a, b, modulo=None):
    if modulo is not None:
        return NotImplemented
    if isinstance(b, numbers.Rational):
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return Fraction._exact(a._numerator**power, a._denominator**power)
        if a._numerator == 0:
            raise ZeroDivisionError(f'Fraction({a._denominator**-power}, 0)')
        top, bottom = a._denominator**-power, a._numerator**-power
        return Fraction._exact(-top, -bottom) if bottom < 0 else Fraction._exact(top, bottom)
    if isinstance(b, (float, complex)):
        return float(a) ** b
    return NotImplemented


def _rpow(b, a, modulo=None):
    if modulo is not None:
        return NotImplemented
    if b._denominator == 1 and b._numerator >= 0:
        return a**b._numerator
    if isinstance(a, numbers.Rational):
        return Fraction(a.numerator, a.denominator)**b
    return a**b._numerator if b._denominator == 1 else a**float(b)


Fraction.__pow__, Fraction.__rpow__ = _pow, _rpow
Fraction.__abstractmethods__ = frozenset()


# ---- format

def _round_to(top, bottom, exponent, even_zero=False):
    """(negative, n): the number is about n * 10**exponent, rounded half to even."""
    if exponent >= 0:
        bottom *= 10**exponent
    else:
        top *= 10**-exponent
    n, rest = divmod(top + (bottom >> 1), bottom)
    if rest == 0 and bottom & 1 == 0:
        n &= -2
    negative = n < 0 if even_zero else top < 0
    return negative, abs(n)


def _significant(top, bottom, figures):
    """(negative, digits, exponent) with that many significant figures."""
    if top == 0:
        return False, 0, 1 - figures
    text, under = str(abs(top)), str(bottom)
    place = len(text) - len(under) + (under <= text)
    exponent = place - figures
    negative, digits = _round_to(top, bottom, exponent)
    if len(str(digits)) == figures + 1:
        digits //= 10
        exponent += 1
    return negative, digits, exponent


def _parse_spec(spec):
    """The parts of a format specification: fill, align, sign, z, #, 0, width, separators, precision, type."""
    parts = dict(fill=' ', align='', sign='-', z=False, alt=False, zero=False, width=0, thousands='', precision=None, fraction='',
                 type='')
    text = spec
    if len(text) > 1 and text[1] in '<>=^':
        parts['fill'], parts['align'], text = text[0], text[1], text[2:]
    elif text[:1] in tuple('<>=^'):
        parts['align'], text = text[0], text[1:]
    if text[:1] in tuple('+- '):
        parts['sign'], text = text[0], text[1:]
    for letter, key in (('z', 'z'), ('#', 'alt')):
        if text[:1] == letter:
            parts[key], text = True, text[1:]
    if text[:1] == '0' and text[1:2].isdecimal():
        parts['zero'], text = True, text[1:]
    digits = len(text) - len(text.lstrip('0123456789'))
    parts['width'], text = int(text[:digits] or 0), text[digits:]
    if text[:1] in (',', '_'):
        parts['thousands'], text = text[0], text[1:]
    if text[:1] == '.' and text[1:2].isdecimal():
        digits = len(text[1:]) - len(text[1:].lstrip('0123456789'))
        parts['precision'], text = int(text[1:digits + 1]), text[digits + 1:]
        if text[:1] in (',', '_'):
            parts['fraction'], text = text[0], text[1:]
    parts['type'] = text
    return parts


def _padded(parts, sign, body):
    missing = parts['width'] - len(sign) - len(body)
    padding = parts['fill'] * max(0, missing)
    align = parts['align'] or '>'
    if align == '<':
        return sign + body + padding
    if align == '^':
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return sign + padding + body if align == '=' else padding + sign + body


def _sign(parts, negative):
    return '-' if negative else '' if parts['sign'] == '-' else parts['sign']


def _grouped(digits, parts):
    if not parts['thousands']:
        return digits
    first = 1 + (len(digits) - 1) % 3
    return digits[:first] + ''.join(parts['thousands'] + digits[at:at + 3] for at in range(first, len(digits), 3))


def _format(self, spec):
    wrong = ValueError(f'Invalid format specifier {spec!r} for object of type {type(self).__name__!r}')
    parts = _parse_spec(spec)
    kind = parts['type']
    if kind == '':
        if parts['z'] or parts['zero'] or parts['precision'] is not None:
            raise wrong
        body = _grouped(str(abs(self._numerator)), parts)
        if self._denominator > 1 or parts['alt']:
            body += '/' + _grouped(str(self._denominator), parts)
        return _padded(parts, _sign(parts, self._numerator < 0), body)
    if kind not in tuple('eEfFgG%'):
        raise wrong
    if parts['zero'] and parts['align']:
        raise wrong
    if parts['zero']:
        parts['fill'], parts['align'] = '0', '='
    precision = 6 if parts['precision'] is None else parts['precision']
    top, bottom = self._numerator, self._denominator
    if kind in 'fF%':
        exponent = -precision
        if kind == '%':
            top *= 100
        negative, digits = _round_to(top, bottom, exponent, parts['z'])
        scientific, point = False, precision
    else:
        figures = precision + 1 if kind in 'eE' else max(precision, 1)
        negative, digits, exponent = _significant(top, bottom, figures)
        scientific = kind in 'eE' or exponent > 0 or exponent + figures <= -4
        point = figures - 1 if scientific else -exponent
    suffix = '%' if kind == '%' else f'{"E" if kind.isupper() else "e"}{exponent + point:+03d}' if scientific else ''
    text = f'{digits:0{point + 1}d}'
    whole, part = text[:len(text) - point], text[len(text) - point:]
    if kind in 'gG' and not parts['alt']:
        part = part.rstrip('0')
    dot = '.' if part or parts['alt'] else ''
    if parts['fraction']:
        part = parts['fraction'].join(part[at:at + 3] for at in range(0, len(part), 3))
    if parts['fill'] == '0' and parts['align'] == '=' and parts['thousands']:
        room = parts['width'] - len(_sign(parts, negative)) - len(dot + part + suffix)
        while len(_grouped(whole, parts)) < room:
            whole = '0' + whole
        if len(_grouped(whole, parts)) > room and whole[0] == '0' and len(whole) > 1 and len(_grouped(whole[1:], parts)) >= room:
            whole = whole[1:]
    return _padded(parts, _sign(parts, negative), _grouped(whole, parts) + dot + part + suffix)
