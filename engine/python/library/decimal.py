"""Decimal fixed point and floating point arithmetic, as the General Decimal Arithmetic Specification has it."""

from collections import namedtuple as _namedtuple
from collections.abc import MutableMapping as _MutableMapping
from contextvars import ContextVar as _ContextVar
from numbers import Number as _Number, Rational as _Rational
from operator import attrgetter as _attrgetter, ge as _ge, gt as _gt, le as _le, lt as _lt
from _native import like_c as _like_c, like_parsed as _like_parsed

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'DecimalException',
           'Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow',
           'FloatOperation', 'DivisionImpossible', 'InvalidContext', 'ConversionSyntax', 'DivisionUndefined', 'ROUND_DOWN',
           'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP',
           'setcontext', 'getcontext', 'localcontext', 'IEEEContext', 'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY',
           'IEEE_CONTEXT_MAX_BITS', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN = 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN'
ROUND_CEILING, ROUND_FLOOR, ROUND_UP = 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP'
ROUND_HALF_DOWN, ROUND_05UP = 'ROUND_HALF_DOWN', 'ROUND_05UP'
_ROUNDINGS = {ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP}
HAVE_THREADS = HAVE_CONTEXTVAR = True
__version__, __libmpdec_version__ = '1.70', '2.5.1'
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
IEEE_CONTEXT_MAX_BITS = 512
_MODULUS = 2 ** 61 - 1
_QUICK_EXP = 1000
_missing = object()


# ---- signals

class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)


_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)


_UNKNOWN_SIGNALS = ('valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n'
                    '   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]')


class SignalDict(_MutableMapping):
    """Which signals are set: a mapping whose keys are always the same."""

    def __init__(self, on=()):
        self._on = set(on)

    def __getitem__(self, key):
        if key not in _SIGNALS:
            raise KeyError(_UNKNOWN_SIGNALS)
        return key in self._on

    def __setitem__(self, key, value):
        self[key]
        (self._on.add if value else self._on.discard)(key)

    def __delitem__(self, key):
        raise ValueError('signal keys cannot be deleted')

    def __iter__(self):
        return iter(_SIGNALS)

    def __len__(self):
        return len(_SIGNALS)

    def copy(self):
        return dict(self.items())

    def __eq__(self, other):
        if isinstance(other, dict) and other.keys() == set(_SIGNALS):
            other = _as_signals(other)
        return self._on == other._on if isinstance(other, SignalDict) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return '{' + ', '.join(f'{key!r}:{value}' for key, value in self.items()) + '}'

    def _names(self):
        return '[' + ', '.join(key.__name__ for key in self._set()) + ']'

    def _set(self):
        return (key for key in _SHOWN if key in self._on)


# ---- contexts

def _limit(name, low, high):
    def set(self, value):
        if not isinstance(value, int):
            raise TypeError('an integer is required')
        if not low <= value <= high:
            raise ValueError(f'valid values for {name} are 0 or 1' if high == 1 else
                             f"valid range for {name} is [{low if low >= 0 else 'MIN_EMIN'}, {high and 'MAX_' + name.upper()}]")
        self.__dict__['_' + name] = value
        self._set_quick(**self.__dict__)
    return property(_attrgetter('_' + name), set)


def _check_rounding(rounding):
    if rounding not in _ROUNDINGS:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   "
                        "ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")


class Context:
    """Precision, rounding, limits of exponents and what happens to signals."""

    prec = _limit('prec', 1, MAX_PREC)
    Emin = _limit('Emin', MIN_EMIN, 0)
    Emax = _limit('Emax', 0, MAX_EMAX)
    capitals = _limit('capitals', 0, 1)
    clamp = _limit('clamp', 0, 1)

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = globals().get('DefaultContext')
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = base.Emin if Emin is None else Emin
        self.Emax = base.Emax if Emax is None else Emax
        self.capitals = base.capitals if capitals is None else capitals
        self.clamp = base.clamp if clamp is None else clamp
        self.flags = _of_list(() if flags is None else flags)
        self.traps = _of_list(base.traps if traps is None else traps)

    def _set_quick(self, _prec=_QUICK_EXP, _Emin=0, _Emax=0, _clamp=1, **others):
        """Coefficients below this, with exponents that are not large, need no rounding."""
        wide = _Emin <= -2 * _QUICK_EXP and _Emax >= 2 * _QUICK_EXP and not _clamp
        self.__dict__['_quick'] = 10 ** _prec if wide and _prec < _QUICK_EXP else 0

    def __setattr__(self, name, value):
        if name == 'rounding':
            _check_rounding(value)
        if name in ('flags', 'traps'):
            value = _as_signals(value)
        elif name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp'):
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError('context attributes cannot be deleted')

    def __reduce__(self):
        return type(self), (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                            [*self.flags._set()], [*self.traps._set()])

    def __repr__(self):
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags={self.flags._names()}, traps={self.traps._names()})')

    def clear_flags(self):
        """Reset all flags to False."""
        self.flags._on.clear()

    def clear_traps(self):
        """Set all traps to False."""
        self.traps._on.clear()

    def copy(self):
        """Return a duplicate of the context with all flags cleared."""
        other = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, (), ())
        other.flags._on, other.traps._on = set(self.flags._on), set(self.traps._on)
        return other

    __copy__ = copy

    def Etiny(self):
        """Return a value equal to Emin - prec + 1."""
        return self._Emin - self._prec + 1

    def Etop(self):
        """Return a value equal to Emax - prec + 1."""
        return self._Emax - self._prec + 1

    def _signal(self, *conditions):
        """Sets flags. Raises what is trapped: the first, with all of them."""
        trapped, flags, traps = [], self.flags._on, self.traps._on
        for condition in conditions:
            signal = InvalidOperation if issubclass(condition, InvalidOperation) else condition
            flags.add(signal)
            if signal in traps:
                trapped.append((_SIGNALS.index(signal), condition))
        if trapped:
            trapped.sort(key=lambda pair: pair[0])
            raise _SIGNALS[trapped[0][0]]([condition for _, condition in trapped])

    def _working(self, prec, rounding=ROUND_HALF_EVEN):
        """For computing on the way: no limits, no signals."""
        return Context(prec, rounding, MIN_EMIN, MAX_EMAX, 1, 0, (), ())

    def create_decimal(self, num='0', /):
        """Construct a new Decimal, rounded by the context."""
        if isinstance(num, str) and (num != num.strip() or '_' in num):
            return Decimal(0)._invalid(self, ConversionSyntax)
        made = _make(*_parts(num, self))
        if made.is_nan() and not isinstance(num, Decimal) and _digits(made._int) > self.prec - self.clamp:
            return made._invalid(self, ConversionSyntax)
        return made._fix(self)

    def create_decimal_from_float(self, f, /):
        """Create a new Decimal instance from float f, rounded by the context."""
        return Decimal.from_float(f)._fix(self)

    def canonical(self, x, /):
        """Return a new instance of x."""
        if not isinstance(x, Decimal):
            raise TypeError('argument must be a Decimal')
        return x

    def is_canonical(self, x, /):
        """Return True if x is canonical and False otherwise."""
        return self.canonical(x).is_canonical()

    def copy_decimal(self, x, /):
        """Return a copy of Decimal x."""
        return _convert(x)

    def power(self, a, b, modulo=None):
        """Compute a**b, modulo the third argument when that is given."""
        return _convert(a)._pow(_convert(b), self, None if modulo is None else _convert(modulo))

    def radix(self):
        """Return 10."""
        return Decimal(10)


_ARITIES = {name: 2 for name in '''compare compare_signal compare_total compare_total_mag copy_sign max max_mag min min_mag next_toward
quantize remainder_near rotate same_quantum scaleb shift logical_and logical_or logical_xor add subtract multiply divide divide_int remainder divmod'''.split()} | {'fma': 3}


def _expect(name, args):
    wanted = _ARITIES.get(name, 1)
    if len(args) != wanted:
        raise TypeError(f'function takes exactly {wanted} arguments ({len(args)} given)' if wanted > 1 else
                        f'Context.{name}() takes exactly one argument ({len(args)} given)')


def _context_method(name, operator=None):
    def method(self, *args, **kwargs):
        if kwargs:
            raise TypeError(f'{name}() takes no keyword arguments')
        _expect(name, args)
        first, *others = (_convert(value) for value in args)
        if not operator:
            return getattr(first, name)(*others, **({} if operator is False else {'context': self}))
        return getattr(first, operator)(*others, self)
    method.__name__ = name
    return method


for _name in ('compare', 'compare_signal', 'exp', 'fma', 'is_normal', 'is_subnormal', 'ln', 'log10', 'logb', 'max', 'max_mag', 'min',
              'min_mag', 'next_minus', 'next_plus', 'next_toward', 'normalize', 'number_class', 'quantize', 'remainder_near', 'rotate',
              'scaleb', 'shift', 'logical_and', 'logical_or', 'logical_xor', 'logical_invert', 'sqrt', 'to_eng_string', 'to_integral_exact', 'to_integral_value'):
    setattr(Context, _name, _context_method(_name))
for _name, _operator in (('add', '_add'), ('subtract', '_sub'), ('multiply', '_mul'), ('divide', '_div'), ('divide_int', '_floordiv'),
                         ('remainder', '_mod'), ('divmod', '_divmod'), ('minus', '_neg'), ('plus', '_pos'),
                         ('abs', '_abs'), ('to_sci_string', '_str')):
    setattr(Context, _name, _context_method(_name, _operator))
for _name in ('is_finite', 'is_infinite', 'is_nan', 'is_qnan', 'is_signed', 'is_snan', 'is_zero', 'copy_abs', 'copy_negate',
              'copy_sign', 'same_quantum', 'compare_total', 'compare_total_mag'):
    setattr(Context, _name, _context_method(_name, False))


def _as_signals(value):
    """What is assigned to flags or traps."""
    if isinstance(value, SignalDict):
        return SignalDict(value._on)
    if not isinstance(value, dict):
        raise TypeError('argument must be a signal dict')
    if len(value) != len(_SIGNALS):
        raise KeyError('invalid signal dict')
    made = SignalDict()
    made.update(value)
    return made


def _of_list(value):
    """What flags and traps are made of: a list of signals, too."""
    if not isinstance(value, list) and value != ():
        return _as_signals(value)
    for signal in value:
        if signal not in _SIGNALS:
            raise KeyError(_UNKNOWN_SIGNALS)
    return SignalDict(value)


DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [InvalidOperation, DivisionByZero, Overflow])
BasicContext = Context(9, ROUND_HALF_UP, -999999, 999999, 1, 0, [], [InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(9, ROUND_HALF_EVEN, -999999, 999999, 1, 0, (), ())
_current = _ContextVar('decimal_context')


def getcontext():
    """Get the current default context."""
    try:
        return _current.get()
    except LookupError:
        context = DefaultContext.copy()
        _current.set(context)
        return context


def _context_of(context):
    """The argument of a method, or the current one."""
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError('optional argument must be a context')
    return context


def setcontext(context, /):
    """Set a new default context."""
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class ContextManager:
    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *error):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx on entry to the with-statement and restore
the previous default context when exiting the with-statement."""
    if ctx is not None and not isinstance(ctx, Context):
        raise TypeError('optional argument must be a context')
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        setattr(context, name, _of_list(value) if name in ('flags', 'traps') else value)
    return ContextManager(context)


def IEEEContext(bits, /):
    """Return a context object initialized to the proper values for one of the IEEE interchange formats."""
    if not isinstance(bits, int):
        raise TypeError('an integer is required')
    if bits <= 0 or bits > IEEE_CONTEXT_MAX_BITS or bits % 32:
        raise ValueError(f'argument must be a multiple of 32, with a maximum of {IEEE_CONTEXT_MAX_BITS}')
    emax = 3 * 2 ** (bits // 16 + 3)
    return Context(9 * bits // 32 - 2, ROUND_HALF_EVEN, 1 - emax, emax, 1, 1, (), ())


# ---- rounding

_PRINTED = 10 ** 4000  # below this str() is quick


def _digits(n):
    return len(str(n)) if n < _PRINTED else _long_digits(n)


def _long_digits(n):
    guess = int(n.bit_length() * 0.30102999566398120)
    while 10 ** guess <= n:
        guess += 1
    return guess


def _cut(n, shift, sign, rounding):
    """n without its last `shift` digits, and whether that lost anything."""
    unit = 10 ** shift
    q, r = divmod(n, unit)
    if not r:
        return q, False
    if rounding == ROUND_HALF_EVEN:
        up = 2 * r > unit or (2 * r == unit and q & 1)
    elif rounding == ROUND_HALF_UP:
        up = 2 * r >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = 2 * r > unit
    elif rounding == ROUND_05UP:
        up = q % 5 == 0
    else:
        up = rounding == ROUND_UP or rounding == (ROUND_FLOOR if sign else ROUND_CEILING)
    return q + up, True


def _make(sign, n, exp, special=''):
    self = object.__new__(Decimal)
    self._sign, self._int, self._exp, self._special = sign, n, exp, special
    return self


def _rounded(sign, n, exp, context):
    """A finite number as the context has it."""
    if context._quick and -_QUICK_EXP < exp < _QUICK_EXP and n < _PRINTED:
        if n >= context._quick:
            shift = _digits(n) - context._prec
            n, changed = _cut(n, shift, sign, context.rounding)
            exp += shift
            if n == context._quick:
                n //= 10
                exp += 1
            context._signal(*[Inexact] * changed, Rounded)
        self = object.__new__(Decimal)
        self._sign, self._int, self._exp, self._special = sign, n, exp, ''
        return self
    return _make(sign, n, exp)._fix(context)


def _convert(value, strict=True):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(int(value < 0), abs(int(value)), 0)
    if strict:
        raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
    return NotImplemented


def _comparable(value, equality=False):
    """Another number for a comparison: exact."""
    if isinstance(value, (Decimal, int)):
        return _convert(value)
    if isinstance(value, float):
        context = getcontext()
        if equality:
            context.flags._on.add(FloatOperation)
        else:
            context._signal(FloatOperation)
        return Decimal.from_float(value)
    if equality and isinstance(value, complex) and value.imag == 0:
        return Decimal.from_float(value.real)
    return NotImplemented


def _parse(text):
    """(sign, coefficient, exponent, special) or None."""
    whole, _, fraction = text.partition('.')
    if (digits := whole + fraction).isdecimal():
        return 0, int(digits), -len(fraction), ''
    text = text.strip().replace('_', '')
    sign = int(text[:1] == '-')
    body = text[1:] if text[:1] in ('-', '+') else text
    lower = body.lower()
    if lower in ('inf', 'infinity'):
        return sign, 0, 0, 'F'
    for prefix, special in (('snan', 'N'), ('nan', 'n')):
        if lower.startswith(prefix):
            payload = body[len(prefix):]
            return (sign, int(payload or 0), 0, special) if payload.isdecimal() or not payload else None
    mantissa, e, exponent = lower.partition('e')
    if e and not (exponent[1:] if exponent[:1] in ('-', '+') else exponent).isdecimal():
        return None
    whole, _, fraction = mantissa.partition('.')
    if not (whole + fraction).isdecimal():
        return None
    return sign, int(whole + fraction), int(exponent or 0) - len(fraction), ''


DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


def _of_tuple(value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError('sign must be an integer with the value 0 or 1')
    if exponent == 'F':
        return sign, 0, 0, 'F'
    n = 0
    if not isinstance(digits, (tuple, list)):
        raise ValueError('coefficient must be a tuple of digits')
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError('coefficient must be a tuple of digits')
        n = n * 10 + digit
    if exponent in ('n', 'N'):
        return sign, n, 0, exponent
    if not isinstance(exponent, int):
        if not isinstance(exponent, str):
            raise ValueError('exponent must be an integer')
        raise ValueError('string argument in the third position must be \'F\', \'n\' or \'N\'')
    return sign, n, exponent, ''


def _parts(value, context):
    """Sign, coefficient, exponent and kind of what a Decimal is made of."""
    if isinstance(value, str):
        parts = _parse(value)
        if parts is None:
            _context_of(context)._signal(ConversionSyntax)
            parts = 0, 0, 0, 'n'
        return parts
    if isinstance(value, Decimal):
        return value._sign, value._int, value._exp, value._special
    if isinstance(value, int):
        return int(value < 0), abs(int(value)), 0, ''
    if isinstance(value, float):
        _context_of(context)._signal(FloatOperation)
        return _parts(Decimal.from_float(value), context)
    if isinstance(value, (list, tuple)):
        return _of_tuple(value)
    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')


class Decimal:
    """Construct a new Decimal object. 'value' can be an integer, string, tuple, float, or another Decimal."""

    __slots__ = ('_sign', '_int', '_exp', '_special')

    def __new__(cls, value='0', context=None):
        if context is not None and not isinstance(context, Context):
            raise TypeError('optional argument must be a context')
        if cls is Decimal and type(value) is Decimal:
            return value
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._special = _parts(value, context)
        if not -MAX_EMAX < self._exp < MAX_EMAX and (self._exp < MIN_ETINY or self._exp + _digits(self._int) - 1 > MAX_EMAX):
            _context_of(context)._signal(InvalidOperation)
            self._sign, self._int, self._exp, self._special = 0, 0, 0, 'n'
        return self

    @classmethod
    def from_float(cls, f, /):
        """Class method that converts a float to a decimal number, exactly."""
        if isinstance(f, int):
            made = _convert(f)
        elif not isinstance(f, float):
            raise TypeError('argument must be int or float')
        elif f != f:
            made = _make(0, 0, 0, 'n')
        elif f in (float('inf'), float('-inf')):
            made = _make(int(f < 0), 0, 0, 'F')
        else:
            sign = int(str(f).startswith('-'))
            n, d = abs(f).as_integer_ratio()
            k = d.bit_length() - 1
            made = _make(sign, n * 5 ** k, -k)
        return made if cls is Decimal else cls(made)

    @classmethod
    def from_number(cls, number, /):
        """Class method that converts a real number to a decimal number, exactly."""
        if isinstance(number, (int, Decimal, float)):
            return cls(number) if not isinstance(number, float) else cls.from_float(number)
        raise TypeError(f'conversion from {type(number).__name__} to Decimal is not supported')

    # ---- what it is

    real = property(lambda self: self)
    imag = property(lambda self: _make(0, 0, 0))

    def conjugate(self):
        """Return self."""
        return self

    def __bool__(self):
        return bool(self._special or self._int)

    def is_nan(self):
        """Return True if the argument is a (quiet or signaling) NaN and False otherwise."""
        return self._special in ('n', 'N') and self._special != ''

    def is_qnan(self):
        """Return True if the argument is a quiet NaN, and False otherwise."""
        return self._special == 'n'

    def is_snan(self):
        """Return True if the argument is a signaling NaN and False otherwise."""
        return self._special == 'N'

    def is_infinite(self):
        """Return True if the argument is either positive or negative infinity and False otherwise."""
        return self._special == 'F'

    def is_finite(self):
        """Return True if the argument is a finite number, and False if the argument is infinite or a NaN."""
        return not self._special

    def is_signed(self):
        """Return True if the argument has a negative sign and False otherwise."""
        return self._sign == 1

    def is_zero(self):
        """Return True if the argument is a (positive or negative) zero and False otherwise."""
        return not self._special and not self._int

    def is_canonical(self):
        """Return True."""
        return True

    def canonical(self):
        """Return the canonical encoding of the argument."""
        return self

    def radix(self):
        """Return Decimal(10)."""
        return _make(0, 10, 0)

    def adjusted(self):
        """Return the adjusted exponent of the number."""
        return 0 if self._special else self._exp + _digits(self._int) - 1

    def is_normal(self, context=None):
        """Return True if the argument is a normal number and False otherwise."""
        return not self._special and bool(self._int) and self.adjusted() >= _context_of(context).Emin

    def is_subnormal(self, context=None):
        """Return True if the argument is a subnormal number and False otherwise."""
        return not self._special and bool(self._int) and self.adjusted() < _context_of(context).Emin

    def number_class(self, context=None):
        """Return a string describing the class of the operand."""
        if self.is_snan():
            return 'sNaN'
        if self.is_nan():
            return 'NaN'
        kind = 'Infinity' if self._special else 'Zero' if not self._int else 'Subnormal' if self.is_subnormal(context) else 'Normal'
        return '+-'[self._sign] + kind

    def as_tuple(self):
        """Return a tuple representation of the number."""
        if self._special == 'F':
            return DecimalTuple(self._sign, (0,), 'F')
        digits = tuple(map(int, str(self._int))) if self._int or not self._special else ()
        return DecimalTuple(self._sign, digits, self._special or self._exp)

    def as_integer_ratio(self):
        """Return a pair of integers, whose ratio is exactly equal to the original."""
        if self._special:
            if self.is_nan():
                raise ValueError('cannot convert NaN to integer ratio')
            raise OverflowError('cannot convert Infinity to integer ratio')
        from math import gcd
        n, d = (self._int * 10 ** self._exp, 1) if self._exp >= 0 else (self._int, 10 ** -self._exp)
        common = gcd(n, d) or 1
        return (-n if self._sign else n) // common, d // common

    # ---- texts

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return self._str(getcontext())

    def _str(self, context, eng=False):
        sign = '-' if self._sign else ''
        if self._special:
            payload = str(self._int) if self._int else ''
            return sign + {'F': 'Infinity', 'n': 'NaN', 'N': 'sNaN'}[self._special] + payload
        text = str(self._int)
        left = self._exp + len(text)
        if self._exp <= 0 and left > -6:
            place = left
        elif not eng:
            place = 1
        elif text == '0':
            place = (left + 1) % 3 - 1
        else:
            place = (left - 1) % 3 + 1
        if place <= 0:
            text = '0.' + '0' * -place + text
        elif place >= len(text):
            text += '0' * (place - len(text))
        else:
            text = text[:place] + '.' + text[place:]
        if left == place:
            return sign + text
        return f'{sign}{text}{"E" if context.capitals else "e"}{left - place:+d}'

    def to_eng_string(self, context=None):
        """Convert to an engineering-type string."""
        return self._str(_context_of(context), True)

    def __format__(self, spec, /):
        from _decimal_format import format_decimal
        return format_decimal(self, spec, getcontext())

    # ---- conversions

    def __int__(self):
        if self._special:
            if self.is_nan():
                raise ValueError('cannot convert NaN to integer')
            raise OverflowError('cannot convert Infinity to integer')
        n = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self.is_snan():
            raise ValueError('cannot convert signaling NaN to float')
        return float(str(self)) if not self.is_nan() else float('-nan' if self._sign else 'nan')

    def __complex__(self):
        return complex(float(self))

    def __hash__(self):
        if self._special:
            if self.is_snan():
                raise TypeError('Cannot hash a signaling NaN value')
            return object.__hash__(self) if self.is_nan() else -314159 if self._sign else 314159
        power = pow(10, self._exp, _MODULUS) if self._exp >= 0 else pow(pow(10, -1, _MODULUS), -self._exp, _MODULUS)
        value = self._int * power % _MODULUS
        value = -value if self._sign else value
        return -2 if value == -1 else value

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def _whole(self, rounding):
        if self._special:
            if self.is_nan():
                raise ValueError('cannot convert NaN to integer')
            raise OverflowError('cannot convert Infinity to integer')
        if self._exp >= 0:
            return int(self)
        n = _cut(self._int, -self._exp, self._sign, rounding)[0]
        return -n if self._sign else n

    def __round__(self, n=_missing):
        if n is _missing:
            return self._whole(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError('optional arg must be an integer')
        return self.quantize(_make(0, 1, -n))

    def __floor__(self):
        return self._whole(ROUND_FLOOR)

    def __ceil__(self):
        return self._whole(ROUND_CEILING)

    # ---- NaNs and limits

    def _nan(self, context, other=None):
        """The NaN that comes of an operation on self and other, or None."""
        for value in (self, other):
            if value is not None and value._special == 'N':
                context._signal(InvalidOperation)
                return _make(value._sign, value._int, 0, 'n')._fix(context)
        for value in (self, other):
            if value is not None and value._special == 'n':
                return value._fix(context)
        return None

    def _fix(self, context):
        """Rounded to the context's precision and exponents."""
        if self._int < context._quick and -_QUICK_EXP < self._exp < _QUICK_EXP and not self._special and type(self) is Decimal:
            return self
        if self._special:
            if self._special != 'F' and self._int and _digits(self._int) > context.prec - context.clamp:
                return _make(self._sign, self._int % 10 ** (context.prec - context.clamp), 0, self._special)
            return self if type(self) is Decimal else _make(self._sign, self._int, self._exp, self._special)
        etiny, etop = context.Etiny(), context.Etop()
        n, exp, sign = self._int, self._exp, self._sign
        if not n:
            fixed = min(max(exp, etiny), etop if context.clamp else context.Emax)
            if fixed == exp:
                return self if type(self) is Decimal else _make(sign, n, exp)
            context._signal(Clamped)
            return _make(sign, 0, fixed)
        lowest = _digits(n) + exp - context.prec
        if lowest > etop:
            return self._overflow(context)
        subnormal = lowest < etiny
        lowest = max(lowest, etiny)
        if exp < lowest:
            return self._shorten(context, lowest, subnormal)
        if subnormal:
            context._signal(Subnormal)
        if context.clamp and exp > etop:
            context._signal(Clamped)
            return _make(sign, n * 10 ** (exp - etop), etop)
        return self if type(self) is Decimal else _make(sign, n, exp)

    def _shorten(self, context, lowest, subnormal):
        shift = lowest - self._exp
        n, changed = _cut(self._int, min(shift, _digits(self._int) + 2), self._sign, context.rounding)
        if n and _digits(n) > context.prec:
            n //= 10
            lowest += 1
        if lowest > context.Etop():
            return self._overflow(context)
        conditions = [Underflow] * (changed and subnormal) + [Subnormal] * subnormal + [Inexact] * changed + [Rounded]
        if not n:
            conditions.append(Clamped)
        context._signal(*conditions)
        return _make(self._sign, n, lowest)

    def _overflow(self, context):
        context._signal(Overflow, Inexact, Rounded)
        towards_zero = context.rounding in (ROUND_DOWN, ROUND_05UP) or \
            context.rounding == (ROUND_CEILING if self._sign else ROUND_FLOOR)
        if towards_zero:
            return _make(self._sign, 10 ** context.prec - 1, context.Etop())
        return _make(self._sign, 0, 0, 'F')

    # ---- arithmetic

    def _invalid(self, context, condition=InvalidOperation):
        context._signal(condition)
        return _make(0, 0, 0, 'n')

    def _add(self, other, context):
        return self._sum(other, other._sign, context)

    def _sum(self, other, other_sign, context):
        if not self._special and not other._special and -100 < (shift := self._exp - other._exp) < 100:
            a, b, exp = self._int, other._int, self._exp
            if shift > 0:
                a, exp = a * 10 ** shift, other._exp
            elif shift:
                b *= 10 ** -shift
            total = (-a if self._sign else a) + (-b if other_sign else b)
            if total:
                return _rounded(0, total, exp, context) if total > 0 else _rounded(1, -total, exp, context)
        return self._any_sum(other if other._sign == other_sign else other.copy_negate(), context)

    def _any_sum(self, other, context):
        if self._special or other._special:
            nan = self._nan(context, other)
            if nan is not None:
                return nan
            if self._special and other._special and self._sign != other._sign:
                return self._invalid(context)
            return _make((self if self._special else other)._sign, 0, 0, 'F')
        exp = min(self._exp, other._exp)
        a, b = self, other
        if a._int and b._int and abs(a._exp - b._exp) > 2 * context.prec + _digits(a._int) + _digits(b._int):
            a, b = _far_apart(a, b, context.prec)
            exp = min(a._exp, b._exp)
        total = (-1) ** a._sign * a._int * 10 ** (a._exp - exp) + (-1) ** b._sign * b._int * 10 ** (b._exp - exp)
        if total:
            return _make(int(total < 0), abs(total), exp)._fix(context)
        negative = self._sign and other._sign or (self._sign != other._sign and context.rounding == ROUND_FLOOR)
        return _make(int(bool(negative)), 0, exp)._fix(context)

    def _sub(self, other, context):
        return self._sum(other, other._sign if other.is_nan() else 1 - other._sign, context)

    def _mul(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(context, other)
            if nan is not None:
                return nan
            if not self or not other:
                return self._invalid(context)
            return _make(sign, 0, 0, 'F')
        return _rounded(sign, self._int * other._int, self._exp + other._exp, context)

    def _div(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(context, other)
            if nan is not None:
                return nan
            if self._special and other._special:
                return self._invalid(context)
            if self._special:
                return _make(sign, 0, 0, 'F')
            context._signal(Clamped)
            return _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return self._invalid(context, DivisionUndefined)
            context._signal(DivisionByZero)
            return _make(sign, 0, 0, 'F')
        ideal = self._exp - other._exp
        if not self._int:
            return _make(sign, 0, ideal)._fix(context)
        shift = _digits(other._int) - _digits(self._int) + context._prec + 1
        exp = ideal - shift
        n, rest = divmod(self._int * 10 ** max(shift, 0), other._int * 10 ** max(-shift, 0))
        if rest:
            n += n % 5 == 0
        else:
            while exp < ideal and n % 10 == 0:
                n //= 10
                exp += 1
        return _rounded(sign, n, exp, context)

    def _quotient(self, other, context):
        """Whole quotient and rest, before rounding."""
        exp = min(self._exp, other._exp)
        if self.adjusted() - other.adjusted() > context.prec + 1:
            return None
        n, rest = divmod(self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp))
        if n >= 10 ** context.prec:
            return None
        return _make(self._sign ^ other._sign, n, 0), _make(self._sign, rest, exp)

    def _divide_whole(self, other, context):
        """(quotient, rest), either None where the two have different special cases."""
        nan = self._nan(context, other)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._special:
            return (None if other._special else _make(sign, 0, 0, 'F')), None
        if other._special:
            return _make(sign, 0, 0), self
        if not other._int:
            return None, None
        both = self._quotient(other, context) if self._int else (_make(sign, 0, 0), _make(self._sign, 0, min(self._exp, other._exp)))
        if both is None:
            nan = self._invalid(context, DivisionImpossible)
            return nan, nan
        return both

    def _no_quotient(self, other, context):
        if self._special or other._special:
            return self._invalid(context)
        if not self._int:
            return self._invalid(context, DivisionUndefined)
        context._signal(DivisionByZero)
        return _make(self._sign ^ other._sign, 0, 0, 'F')

    def _no_rest(self, other, context):
        zero_by_zero = not self._special and not self._int and not other._special
        return self._invalid(context, DivisionUndefined if zero_by_zero else InvalidOperation)

    def _floordiv(self, other, context):
        quotient = self._divide_whole(other, context)[0]
        return self._no_quotient(other, context) if quotient is None else quotient._fix(context)

    def _mod(self, other, context):
        rest = self._divide_whole(other, context)[1]
        return self._no_rest(other, context) if rest is None else rest._fix(context)

    def _divmod(self, other, context):
        quotient, rest = self._divide_whole(other, context)
        if quotient is None and rest is None and not self._special:
            if not self._int:
                nan = self._invalid(context, DivisionUndefined)
                return nan, nan
            context._signal(DivisionByZero, InvalidOperation)
        return (self._no_quotient(other, context) if quotient is None else quotient._fix(context),
                self._no_rest(other, context) if rest is None else rest._fix(context))

    def _neg(self, context):
        nan = self._nan(context)
        if nan is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def _pos(self, context):
        nan = self._nan(context)
        if nan is not None:
            return nan
        return (self.copy_abs() if not self and context.rounding != ROUND_FLOOR else self)._fix(context)

    def _abs(self, context):
        return self._neg(context) if self._sign else self._pos(context)

    def _pow(self, other, context, modulo=None):
        from _decimal_math import power, power_modulo
        if modulo is not None:
            return power_modulo(self, other, modulo, context)
        return power(self, other, context)

    def __pow__(self, other, modulo=None, /):
        if not isinstance(self, Decimal):  # of int() and its like, when the modulus is a Decimal
            self = _convert(self, False)
            if self is NotImplemented:
                return self
        other = _convert(other, False)
        if other is NotImplemented:
            return other
        if modulo is not None:
            modulo = _convert(modulo, False)
            if modulo is NotImplemented:
                return modulo
        return self._pow(other, getcontext(), modulo)

    def __rpow__(self, other, modulo=None, /):
        other = _convert(other, False)
        return other if other is NotImplemented else Decimal.__pow__(other, self, modulo)

    def __neg__(self):
        return self._neg(getcontext())

    def __pos__(self):
        return self._pos(getcontext())

    def __abs__(self):
        return self._abs(getcontext())

    # ---- comparing

    def _cmp(self, other):
        if self._special or other._special:
            a = (-1) ** self._sign if self._special else 0
            b = (-1) ** other._sign if other._special else 0
            return (a > b) - (a < b)
        if self._exp == other._exp:
            a, b = -self._int if self._sign else self._int, -other._int if other._sign else other._int
            return (a > b) - (a < b)
        if not self._int or not other._int:
            return bool(self._int) * (-1) ** self._sign - bool(other._int) * (-1) ** other._sign
        if self._sign != other._sign:
            return (-1) ** self._sign
        a, b = self.adjusted(), other.adjusted()
        if a == b:
            exp = min(self._exp, other._exp)
            a, b = self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp)
        return ((a > b) - (a < b)) * (-1) ** self._sign

    def __eq__(self, other):
        if type(other) is Decimal and not self._special and not other._special:
            return self._cmp(other) == 0
        self, other = self._beside(other, True)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            if self.is_snan() or other.is_snan():
                getcontext()._signal(InvalidOperation)
            return False
        return self._cmp(other) == 0

    def _ordered(self, other, test):
        if type(other) is Decimal and not self._special and not other._special:
            return test(self._cmp(other), 0)
        self, other = self._beside(other)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            getcontext()._signal(InvalidOperation)
            return False
        return test(self._cmp(other), 0)

    def _beside(self, other, equality=False):
        """Two Decimals that compare as self and another number do."""
        if isinstance(other, (Decimal, int, float)) or not isinstance(other, _Rational):
            return self, _comparable(other, equality)
        return _make(self._sign, self._int * other.denominator, self._exp, self._special), Decimal(other.numerator)

    def __lt__(self, other):
        return self._ordered(other, _lt)

    def __le__(self, other):
        return self._ordered(other, _le)

    def __gt__(self, other):
        return self._ordered(other, _gt)

    def __ge__(self, other):
        return self._ordered(other, _ge)

    def compare(self, other, context=None):
        """Compare self to other. Return a decimal value."""
        other, context = _convert(other), _context_of(context)
        nan = self._nan(context, other)
        return _convert(self._cmp(other)) if nan is None else nan

    def compare_signal(self, other, context=None):
        """Identical to compare(), except that all NaNs signal."""
        other, context = _convert(other), _context_of(context)
        if self.is_nan() or other.is_nan():
            context._signal(InvalidOperation)
        return self.compare(other, context)

    def compare_total(self, other, context=None):
        """Compare two operands using their abstract representation rather than their numerical value."""
        other = _convert(other)

        def key(value):
            rank = {'': 0, 'F': 1, 'N': 2, 'n': 3}[value._special]
            return rank

        if self._sign != other._sign:
            return _convert(-1 if self._sign else 1)
        flip = -1 if self._sign else 1
        a, b = key(self), key(other)
        if a == b and a >= 2:
            a, b = self._int, other._int
        elif a == b == 0:
            order = self._cmp(other)
            if order:
                return _convert(order)
            a, b = self._exp, other._exp
        return _convert(((a > b) - (a < b)) * flip)

    def compare_total_mag(self, other, context=None):
        """Compare two operands as compare_total() does, but ignoring the sign of each operand."""
        return self.copy_abs().compare_total(_convert(other).copy_abs())

    def _choose(self, other, context, sign, magnitude):
        other, context = _convert(other), _context_of(context)
        if self.is_nan() or other.is_nan():
            if self.is_snan() or other.is_snan() or (self.is_nan() and other.is_nan()):
                return self._nan(context, other)
            return (other if self.is_nan() else self)._fix(context)
        order = self.copy_abs()._cmp(other.copy_abs()) if magnitude else self._cmp(other)
        order = order or int(self.compare_total(other))
        return (self if order * sign >= 0 else other)._fix(context)

    def max(self, other, context=None):
        """Maximum of self and other."""
        return self._choose(other, context, 1, False)

    def min(self, other, context=None):
        """Minimum of self and other."""
        return self._choose(other, context, -1, False)

    def max_mag(self, other, context=None):
        """As the max() method, but compares the absolute values of the operands."""
        return self._choose(other, context, 1, True)

    def min_mag(self, other, context=None):
        """As the min() method, but compares the absolute values of the operands."""
        return self._choose(other, context, -1, True)

    # ---- signs, exponents, digits

    def copy_abs(self):
        """Return the absolute value of the argument, unaffected by the context."""
        return _make(0, self._int, self._exp, self._special)

    def copy_negate(self):
        """Return the negation of the argument, unaffected by the context."""
        return _make(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        """Return a copy of the first operand with the sign set to be the same as the sign of the second operand."""
        return _make(_convert(other)._sign, self._int, self._exp, self._special)

    def same_quantum(self, other, context=None):
        """Test whether self and other have the same exponent or whether both are NaN."""
        other = _convert(other)
        if self._special or other._special:
            return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
        return self._exp == other._exp

    def normalize(self, context=None):
        """Normalize the number by stripping trailing 0s and converting any result equal to Decimal('0') to Decimal('0e0')."""
        context = _context_of(context)
        nan = self._nan(context)
        if nan is not None:
            return nan
        made = self._fix(context)
        if made._special:
            return made
        n, exp = made._int, made._exp
        if not n:
            return _make(made._sign, 0, 0)
        top = context.Etop() if context.clamp else context.Emax
        while n % 10 == 0 and exp < top:
            n //= 10
            exp += 1
        return _make(made._sign, n, exp)

    def quantize(self, exp, rounding=None, context=None):
        """Return a value equal to the first operand after rounding and having the exponent of the second operand."""
        exp, context = _convert(exp), _context_of(context)
        if rounding is None:
            rounding = context.rounding
        else:
            _check_rounding(rounding)
        if self._special or exp._special:
            nan = self._nan(context, exp)
            if nan is not None:
                return nan
            return _make(self._sign, 0, 0, 'F') if self._special and exp._special else self._invalid(context)
        if -_QUICK_EXP < exp._exp < _QUICK_EXP and -100 < (shift := exp._exp - self._exp) < 100:
            n, changed = _cut(self._int, shift, self._sign, rounding) if shift > 0 else (self._int * 10 ** -shift, False)
            if n < context._quick:
                if shift > 0 and self._int:
                    context._signal(*[Inexact] * changed, Rounded)
                return _make(self._sign, n, exp._exp)
        if not context.Etiny() <= exp._exp <= context.Emax:
            return self._invalid(context)
        if not self._int:
            return _make(self._sign, 0, exp._exp)._fix(context)
        if self.adjusted() > context.Emax or self.adjusted() - exp._exp + 1 > context.prec:
            return self._invalid(context)
        n, changed = self._rescaled(exp._exp, rounding)
        if n and n >= 10 ** context.prec or n and exp._exp + _digits(n) - 1 > context.Emax:
            return self._invalid(context)
        if n and exp._exp + _digits(n) - 1 < context.Emin:
            context._signal(Subnormal)
        if exp._exp > self._exp:
            context._signal(*[Inexact] * changed, Rounded)
        return _make(self._sign, n, exp._exp)._fix(context)

    def _rescaled(self, exp, rounding):
        if self._exp >= exp:
            return self._int * 10 ** (self._exp - exp), False
        return _cut(self._int, min(exp - self._exp, _digits(self._int) + 2), self._sign, rounding)

    def _integral(self, rounding, context, signal):
        if rounding is not None:
            _check_rounding(rounding)
        context = _context_of(context)
        nan = self._nan(context)
        if nan is not None:
            return nan
        if self._special or self._exp >= 0:
            return _make(self._sign, self._int, self._exp, self._special)
        n, changed = self._rescaled(0, rounding or context.rounding)
        if signal:
            context._signal(*[Inexact] * changed, Rounded)
        return _make(self._sign, n, 0)

    def to_integral_exact(self, rounding=None, context=None):
        """Round to the nearest integer, signaling Inexact or Rounded as appropriate if rounding occurs."""
        return self._integral(rounding, context, True)

    def to_integral_value(self, rounding=None, context=None):
        """Round to the nearest integer without signaling Inexact or Rounded."""
        return self._integral(rounding, context, False)

    to_integral = to_integral_value

    def fma(self, other, third, context=None):
        """Fused multiply-add. Return self*other+third with no rounding of the intermediate product."""
        other, third, context = _convert(other), _convert(third), _context_of(context)
        if self._special or other._special:
            product = self._mul(other, context)
        else:
            product = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product._add(third, context)

    def remainder_near(self, other, context=None):
        """Return the remainder from dividing self by other, with the quotient rounded to the nearest integer."""
        other, context = _convert(other), _context_of(context)
        nan = self._nan(context, other)
        if nan is not None:
            return nan
        if self._special:
            return self._invalid(context)
        if not other:
            return self._no_rest(other, context)
        if other._special:
            return self._fix(context)
        exp = min(self._exp, other._exp)
        if not self._int:
            return _make(self._sign, 0, exp)._fix(context)
        if self.adjusted() - other.adjusted() > context.prec + 1:
            return self._invalid(context, DivisionImpossible)
        a, b = self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp)
        quotient, rest = divmod(a, b)
        if 2 * rest + (quotient & 1) > b:
            rest -= b
            quotient += 1
        if quotient >= 10 ** context.prec:
            return self._invalid(context, DivisionImpossible)
        sign = self._sign ^ (rest < 0)
        return _make(sign, abs(rest), exp)._fix(context)

    def _step(self, context, rounding):
        context = _context_of(context)
        nan = self._nan(context)
        if nan is not None:
            return nan
        up = rounding == ROUND_CEILING
        if self._special:
            return self if self._sign != up else _make(self._sign, 10 ** context.prec - 1, context.Etop())
        inner = context.copy()
        inner.clear_traps()
        inner.rounding = rounding
        made = self._fix(inner)
        if made._special or made._cmp(self):
            return made
        return self._add(_make(0 if up else 1, 1, context.Etiny() - 1), inner)

    def next_plus(self, context=None):
        """Return the smallest number representable in the given context that is larger than the first operand."""
        return self._step(context, ROUND_CEILING)

    def next_minus(self, context=None):
        """Return the largest number representable in the given context that is smaller than the first operand."""
        return self._step(context, ROUND_FLOOR)

    def next_toward(self, other, context=None):
        """Return the number closest to the first operand in the direction towards the second operand."""
        other, context = _convert(other), _context_of(context)
        nan = self._nan(context, other)
        if nan is not None:
            return nan
        order = self._cmp(other)
        if order == 0:
            return self.copy_sign(other)
        made = self.next_plus(context) if order < 0 else self.next_minus(context)
        if made._special:
            context._signal(Overflow, Inexact, Rounded)
        elif made.is_zero() or made.adjusted() < context.Emin:
            context._signal(Underflow, Subnormal, Inexact, Rounded, *[Clamped] * made.is_zero())
        return made

    def logb(self, context=None):
        """Return the adjusted exponent of the operand as a Decimal instance."""
        context = _context_of(context)
        nan = self._nan(context)
        if nan is not None:
            return nan
        if self._special:
            return _make(0, 0, 0, 'F')
        if not self._int:
            context._signal(DivisionByZero)
            return _make(1, 0, 0, 'F')
        return _convert(self.adjusted())._fix(context)

    def scaleb(self, other, context=None):
        """Return the first operand with the exponent adjusted the second."""
        other, context = _convert(other), _context_of(context)
        nan = self._nan(context, other)
        if nan is not None:
            return nan
        if other._special or other._exp != 0 or abs(int(other)) > 2 * (context.Emax + context.prec):
            return self._invalid(context)
        return self if self._special else _make(self._sign, self._int, self._exp + int(other))._fix(context)

    def rotate(self, other, context=None):
        """Return the result of rotating the digits of the first operand by an amount specified by the second operand."""
        from _decimal_math import moved
        return moved(self, other, context, True)

    def shift(self, other, context=None):
        """Return the result of shifting the digits of the first operand by an amount specified by the second operand."""
        from _decimal_math import moved
        return moved(self, other, context, False)

    def _ones(self, context):
        """The digits as those of a number of base two, or None where others than 0 and 1 are among them."""
        text = str(self._int)[-context.prec:]
        return int(text, 2) if not (self._special or self._sign or self._exp or text.strip('01')) else None

    def _logical(self, other, context, combine):
        other, context = _convert(other), _context_of(context)
        a, b = self._ones(context), other._ones(context)
        return self._invalid(context) if a is None or b is None else _make(0, int(f'{combine(a, b):b}'), 0)

    def logical_and(self, other, context=None):
        """Return the digit-wise 'and' of the two (logical) operands."""
        return self._logical(other, context, int.__and__)

    def logical_or(self, other, context=None):
        """Return the digit-wise 'or' of the two (logical) operands."""
        return self._logical(other, context, int.__or__)

    def logical_xor(self, other, context=None):
        """Return the digit-wise 'exclusive or' of the two (logical) operands."""
        return self._logical(other, context, int.__xor__)

    def logical_invert(self, context=None):
        """Return the digit-wise inversion of the (logical) operand."""
        context = _context_of(context)
        return self._logical((10 ** context.prec - 1) // 9, context, int.__xor__)

    def sqrt(self, context=None):
        """Return the square root of the argument to full precision."""
        context = _context_of(context)
        nan = self._nan(context)
        if nan is not None:
            return nan
        if not self:
            return _make(self._sign, 0, self._exp >> 1)._fix(context)
        if self._sign:
            return self._invalid(context)
        if self._special:
            return self
        return self._function('sqrt', context)

    def _function(self, name, context):
        import _decimal_math
        return getattr(_decimal_math, name)(self, _context_of(context))

    def exp(self, context=None):
        """Return the value of the (natural) exponential function e**x at the given number."""
        return self._function('exp', context)

    def ln(self, context=None):
        """Return the natural (base e) logarithm of the operand."""
        return self._function('ln', context)

    def log10(self, context=None):
        """Return the base ten logarithm of the operand."""
        return self._function('log10', context)


def _far_apart(a, b, prec):
    """Operands whose exponents differ so much that the small one only decides how the big one is rounded."""
    big, small = (a, b) if a.adjusted() > b.adjusted() else (b, a)
    exp = min(big._exp, big.adjusted() - prec - 2) - 2
    if small.adjusted() < exp:
        small = _make(small._sign, 1, exp)
    return (big, small) if big is a else (small, big)


def _operator(inner, reflected):
    def operate(self, other, /):
        if type(other) is not Decimal:
            other = _convert(other, False)
            if other is NotImplemented:
                return other
        return method(other, self, getcontext()) if reflected else method(self, other, getcontext())
    method = getattr(Decimal, inner)
    return operate


for _name, _inner in (('add', '_add'), ('sub', '_sub'), ('mul', '_mul'), ('truediv', '_div'), ('floordiv', '_floordiv'),
                      ('mod', '_mod'), ('divmod', '_divmod')):
    setattr(Decimal, f'__{_name}__', _operator(_inner, False))
    setattr(Decimal, f'__r{_name}__', _operator(_inner, True))
_Number.register(Decimal)
_like_c(Decimal)
for _each in (Decimal, Context):
    for _name, _method in list(vars(_each).items()):
        _method = getattr(_method, '__func__', _method)
        if type(_method) is type(_far_apart) and not _name.startswith('_') or _name in ('__new__', '__init__'):
            (_like_parsed if _method.__code__.co_argcount > max(1, _method.__code__.co_posonlyargcount) else _like_c)(_method)
_like_parsed(localcontext)
for _method in getcontext, setcontext, IEEEContext:
    _method.__module__ = '_decimal'
    _like_c(_method)
del _name, _inner, _operator, _each, _method
