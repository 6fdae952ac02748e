import copy
import random
from decimal import *
from fractions import Fraction


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


print(Decimal, getcontext(), DefaultContext, BasicContext, ExtendedContext, sep='\n')
print([c.__name__ for c in InvalidOperation.__mro__], [c.__name__ for c in DivisionByZero.__mro__], [c.__name__ for c in Overflow.__mro__], Decimal.__name__)
for value in ['1', '-0', '1.50', '.5', '5.', '1e3', '1E-10', '1_000.5', ' 3 ', 'inf', '-Infinity', 'nan', 'sNaN123', '٣', 5, -7, True, 0.1, 1.5, float('nan'), float('-inf'), (0, (1, 2, 3), -2), (1, (), 'F'), (0, (5,), 'n'), Decimal('1.1'), 10 ** 40, 'x', '', '1.2.3', '1e', '--1', '1 2', None, [0, [1], 0], (2, (1,), 0), (0, (11,), 0), 1j, b'1', 'é']:
    attempt(lambda: Decimal(value))
a, b = Decimal('7.25'), Decimal('-2')
for f in [lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a ** 3, lambda: a ** b, lambda: 2 ** a, lambda: pow(Decimal(7), 3, 5), lambda: -a, lambda: +a, lambda: abs(b), lambda: a + 1, lambda: 1 - a, lambda: 3 / Decimal(8), lambda: a + 1.5, lambda: 'x' + a, lambda: a * 'x', lambda: a + None, lambda: a < 8, lambda: a < 7.5, lambda: a == 7.25, lambda: a == Fraction(29, 4), lambda: a > Fraction(1, 3), lambda: a == '7.25', lambda: a < 'x', lambda: a != None, lambda: max(a, b), lambda: sorted([a, b, 3, Decimal('NaN') if False else 1]), lambda: sum([a, b]), lambda: sum([Decimal('0.1')] * 10), lambda: hash(Decimal('1.0')) == hash(1), lambda: hash(Decimal('0.5')) == hash(0.5), lambda: {Decimal(1): 'x'}[1], lambda: int(a), lambda: float(a), lambda: complex(a), lambda: bool(a), lambda: round(a), lambda: round(a, 1), lambda: round(Decimal('2.5')), lambda: round(a, -1), lambda: __import__('math').floor(b), lambda: __import__('math').ceil(a), lambda: __import__('math').sqrt(Decimal(9)), lambda: int(Decimal('NaN')), lambda: int(Decimal('Infinity')), lambda: round(Decimal('NaN')), lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal(1) // 0, lambda: Decimal(1) % 0, lambda: divmod(Decimal(1), 0), lambda: Decimal('Infinity') - Decimal('Infinity'), lambda: Decimal(-1).sqrt(), lambda: Decimal(-1).ln(), lambda: Decimal(0).ln(), lambda: Decimal('sNaN') + 1, lambda: Decimal('NaN') < 1, lambda: Decimal('NaN') == 1, lambda: Decimal(10) ** 1000000, lambda: Decimal(10) ** -1000050, lambda: Decimal(10) ** 30 // 1, lambda: Decimal(0) ** 0, lambda: Decimal(-8) ** Decimal('0.5'), lambda: a.quantize(Decimal('0.1')), lambda: a.quantize(Decimal('1E+1')), lambda: a.quantize(Decimal('1e-30')), lambda: a.quantize(Decimal('.1'), rounding=ROUND_UP), lambda: a.quantize(Decimal('.1'), rounding='x'), lambda: a.as_tuple(), lambda: a.as_tuple().exponent, lambda: a.as_integer_ratio(), lambda: Decimal('NaN').as_integer_ratio(), lambda: a.adjusted(), lambda: a.normalize(), lambda: Decimal('1200').normalize(), lambda: a.to_integral_value(), lambda: a.compare(b), lambda: a.copy_sign(b), lambda: a.fma(2, 3), lambda: a.scaleb(2), lambda: a.logb(), lambda: Decimal('12345').rotate(2, Context(prec=5)), lambda: Decimal('12345').shift(-2), lambda: a.is_signed(), lambda: a.number_class(), lambda: Decimal.from_float(0.1), lambda: Decimal.from_float(3), lambda: Decimal.from_float('x'), lambda: copy.copy(a) is a, lambda: copy.deepcopy(a) is a, lambda: a.real, lambda: a.imag, lambda: a.conjugate(), lambda: a.max(b), lambda: a.min(9), lambda: a.next_plus(), lambda: a.remainder_near(3), lambda: Decimal('1E+5').to_eng_string(), lambda: a.nope, lambda: setattr(a, 'x', 1), lambda: a.quantize('0.1'), lambda: a.compare('x'), lambda: str(Decimal('1E+5')), lambda: str(Decimal('0.0000001')), lambda: str(Decimal('-0.00'))]:
    attempt(f)

for spec in ['', '.2f', '10.3f', ',.2f', 'e', '.3e', 'g', '.3g', '%', '.1%', '+.2f', '010.2f', '*^12', '<12', '>12', 'E', 'n', ' .2f', '015,.2f', '.0f', 'G', '=+10', 'é>10']:
    for value in ('1234567.891', '-0.05', '1E+10', 'NaN', '-Infinity', '0'):
        try:
            print(format(Decimal(value), spec), end='|')
        except Exception as e:
            print(type(e).__name__, e, end='|')
    print()
print(f'{Decimal("2.675"):.2f}', '%.2f' % Decimal('2.675'), '{:.1f}'.format(Decimal('0.25')), str(Decimal('1.10') * 3), f'{Decimal(5):>8}')

# Contexts.
with localcontext() as c:
    c.prec = 5
    print(Decimal(1) / 3, Decimal('123456.789') + 0, +Decimal('1.234567'), c.flags[Inexact], getcontext() is c)
    with localcontext(prec=3, rounding=ROUND_DOWN):
        print(Decimal(2) / 3)
    c.traps[Inexact] = True
    attempt(lambda: Decimal(1) / 3)
print(Decimal(1) / 3, getcontext().prec)
for rounding in (ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_05UP):
    print(rounding, [str(Decimal(v).quantize(Decimal('0.1'), rounding)) for v in ('1.25', '1.35', '-1.25', '1.21', '-1.29', '1.05', '0.04', '-0.06')])
c = Context(prec=4, rounding=ROUND_HALF_UP, traps=[])
print(c, c.divide(1, 3), c.create_decimal('3.14159'), c.sqrt(2), c.add(Decimal('1.2345'), 1), c.power(2, 10), c.multiply(3, 4), c.subtract(1, 2), c.divide(1, 0), c.flags[DivisionByZero], c.quantize(Decimal('1.236'), Decimal('0.01')), c.compare(1, 2), c.exp(1), c.ln(10), c.max(1, 2), c.to_sci_string(Decimal('1E+10')), c.Etiny(), c.Etop())
c.clear_flags()
print(c.flags[DivisionByZero], c.copy().prec)
for bad in (lambda: Context(prec=0), lambda: Context(rounding='x'), lambda: setcontext(5), lambda: setattr(getcontext(), 'prec', 'x'), lambda: setattr(getcontext(), 'nope', 1), lambda: Context(traps=[5]), lambda: c.add('1', 2), lambda: localcontext(nope=1)):
    attempt(bad)
setcontext(Context(prec=50))
print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(2).ln(), Decimal(3).log10(), Decimal(2) ** Decimal('0.3'), Decimal('1.0000001') ** 1000, Decimal(1) / 7, sep='\n')
setcontext(DefaultContext)
total = sum(Decimal(str(x)) for x in (0.1, 0.2, 0.3))
print(total, total == Decimal('0.6'), 0.1 + 0.2 + 0.3 == 0.6)
price, rate = Decimal('19.99'), Decimal('0.0825')
print((price * (1 + rate)).quantize(Decimal('0.01'), rounding=ROUND_HALF_UP))

# At random: the same numbers everywhere.
R = random.Random(3)


def number():
    if R.randrange(10) == 0:
        return R.choice(['0', '-0', '0E+3', '1', 'Infinity', '-Infinity', 'NaN', '10', '1E-5', '0.5'])
    digits = ''.join(R.choice('0123456789') for _ in range(R.choice([1, 2, 5, 9, 20, 30])))
    return R.choice(['', '-']) + R.choice([digits, digits[:1] + '.' + digits[1:], '0.' + digits, digits + 'E' + str(R.randrange(-9, 9))])


two = ['__add__', '__sub__', '__mul__', '__truediv__', '__floordiv__', '__mod__', '__divmod__', 'compare', 'max', 'min', 'remainder_near', 'quantize', 'compare_total', '__lt__', 'next_toward', 'min_mag']
one = ['sqrt', 'exp', 'ln', 'log10', 'normalize', 'to_integral_value', 'next_plus', 'next_minus', '__abs__', '__neg__', 'number_class', 'to_eng_string']
for i in range(400):
    c = Context(prec=R.choice([1, 3, 9, 28]), rounding=R.choice([ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_DOWN, ROUND_UP, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_05UP]), traps=[])
    setcontext(c)
    a, b = Decimal(number()), Decimal(number())
    name = R.choice(two if R.random() < 0.6 else one)
    result = getattr(a, name)(b) if name in two else getattr(a, name)()
    print(name, a, b, c.prec, result, sorted(s.__name__ for s, on in getcontext().flags.items() if on))
