# Contexts checked, their methods, digits that are bits, powers rounded as the context says, tuples and fractions beside Decimals.
import copy
import decimal
import numbers
import pickle
from collections import namedtuple
from collections.abc import MutableMapping
from decimal import *
from fractions import Fraction
c = Context(prec=7, rounding=ROUND_UP)
for r in ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_05UP:
    c = Context(prec=7, rounding=r)
    print(r, c.power(Decimal('0.7'), Decimal('3.3')), c.power(Decimal('1.1'), Decimal('0.5')), c.power(2, Decimal('0.5')), c.power(3, -7), c.power(3,50), c.exp(1), c.ln(2), c.log10(2), c.sqrt(2))


def show(text):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


def run(text):
    try:
        exec(text)
        print(text, 'is done')
    except Exception as error:
        print(text, type(error).__name__, error)


c = Context()
for f in ["c.flags = []", "c.flags = {}", "c.flags = 1", "c.traps = ['x']", "c.traps = {Overflow: 1}", "c.flags = Context(flags=[Overflow]).flags", "c.prec='x'", "c.prec = 0", "c.Emin = 5", "c.clamp = []", "c.rounding = 1", "c.rounding=''", "c.emax = 1", "del c.prec", "c.flags['x'] = 1", "c.flags[Overflow] = 'a'", "del c.flags[Overflow]", "c.capitals = 3"]:
    run(f)
for f in ["Context(flags='')", "Context(flags=['x'])", "Context(flags={})", "Context(flags=1)", "Context(traps=[Overflow, Inexact])", "Context(traps={Overflow: 1})", "Context(flags=(Overflow,))", "localcontext(flags='')", "localcontext(foo=1)", "localcontext(traps=[Overflow]).__enter__()", "localcontext(1)", "Context(prec=-1)", "Context(prec='a')", "Context(rounding='x')", "Context(foo=1)", "Context(1,2)",
 "Decimal((0., (1,), 2))", "Decimal((Decimal(1), (1,), 2))", "Decimal((1,))", "Decimal((True,(1,2),0))", "Decimal((0,(1,'2'),0))", "Decimal((0,[1,2],'x'))", "Decimal((0,[1,2],1.5))", "Decimal((0,5,1))", "Decimal((0,(1,10),1))", "Decimal((0,(),1))", "Decimal((0,(),'F'))", "Decimal((1,(1,2,3),'n'))",
 "Decimal('1e9999999999999999999')", 
 "Context().create_decimal('3.14\\n')", "Context(traps=[]).create_decimal(' 3')", "Context(traps=[]).create_decimal('3_0')", "Context(traps=[]).create_decimal('3')",
 "Decimal('1100').logical_and(Decimal('1010'))", "Decimal('1100').logical_or(10)", "Decimal('1100').logical_xor(Decimal('1010'))", "Decimal('1100').logical_invert()", "Decimal('1200').logical_invert()", "Context(prec=5).logical_invert(101)", "Context(prec=5).logical_and(1111, 110110)", "Decimal(1).logical_and('1')", "Decimal('-1').logical_or(1)", "Decimal('1e3').logical_or(1)","Decimal('NaN').logical_or(1)",
 "Context(traps=[]).logical_or(Decimal('NaN3'),1)", "Context(traps=[]).logical_xor(2,1)",
 "Context().canonical(Decimal(1))", "Context().canonical(1)", "Context(prec=2).copy_decimal(Decimal('1.234'))", "Context().copy_decimal(3)", "Context().copy_decimal('3')", "Context().copy_decimal()",
 "Context().power(a=2,b=8,modulo=5)", "Context().power(2)", "Context().power(2, 3, 4, 5)", "Context().power(2, x=1)", "Context().power('2', 3)", "Context().add(1)", "Context().add(1, 2, 3)", "Context().add(a=1, b=2)", "Context().is_nan()", "Context().radix()", "Context().radix(1)",
 "Decimal(1).logical_and()", "Decimal(1).logical_and(1, 2, 3)", "Decimal(1).logical_and(1, 2)", "Decimal(1).logical_invert(context=None)",
 "Decimal(1) < Fraction(3,2)", "Decimal('Infinity') > Fraction(3,2)", "Decimal('0.5') == Fraction(1,2)", "Fraction(1,2) == Decimal('0.5')", "Decimal('NaN') == Fraction(1,2)", "Decimal('NaN') < Fraction(1,2)", "Fraction(1,3) < Decimal('0.34')", "Decimal('1.5')>=Fraction(3,2)",
 "Decimal(3) + Fraction(1,2)",
 "isinstance(Decimal(1), numbers.Number)", "isinstance(Decimal(1), numbers.Real)", "isinstance(c.flags, MutableMapping)",
 "DecimalTuple(1,2,3)", "DecimalTuple(1,2,3)._asdict()", "Decimal(12).as_tuple()._replace(sign=1)", "DecimalTuple._fields", "decimal.__version__", "DecimalTuple(1)", "c.flags == c.traps", "c.flags == 3", "Decimal.__module__, DecimalTuple.__module__, Context.__module__",
 "Decimal(3).__round__('x')", "round(Decimal('1.25'), 1)", "Decimal(5).__floor__()", "format(Decimal('1234.5'), 'n')", "format(Decimal('1234567.891'), ',.2f')", "format(Decimal('1'), 'é>10')", "format(Decimal(1), b'')"]:
    show(f)


class My(Decimal):
    pass


m = My(3)
m.y = 9
n = My(m)
print(n is m, hasattr(n,'y'), Decimal(m) is m, type(Decimal(m)))
for p in range(6):
    print(p, pickle.loads(pickle.dumps(Decimal('1.5').as_tuple(), p)), pickle.loads(pickle.dumps(Context(prec=5, flags=[Inexact]), p)), pickle.loads(pickle.dumps(My('1.50'), p)))
print(copy.copy(Context(prec=5, flags=[Inexact])))


class Pair(namedtuple('Pair', 'a b')):
    __slots__ = ()


for p in range(6):
    print(p, pickle.loads(pickle.dumps(Pair(1, [2]), p)))
d = Context(prec=3, traps=[])
for f in ["d.create_decimal('NaN1234')", "d.create_decimal((0, (1, 2, 3, 4), 'n'))", "d.create_decimal('NaN123')", "d.flags[InvalidOperation]",
          "d.is_canonical(1)", "d.is_nan(1)", "d.is_canonical(Decimal(1))", "c.flags != {1: 2}", "c.flags == dict(c.flags)"]:
    show(f)
setcontext(Context(prec=9, Emax=5, Emin=-5, traps=[Overflow]))
try:
    print(Decimal('1e20').sqrt())
except Overflow as error:
    print(error, getcontext().flags[Overflow])
