"""round(x, n) rounds as the context does and tells it; operations in contexts with many and few digits, and their flags"""
import decimal
from decimal import Decimal, localcontext


def flags(context):
    return sorted(signal.__name__ for signal, on in context.flags.items() if on)


values = ["1.25", "-1.25", "1.21", "2.675", "123.4", "0.05", "-0.00", "99.95", "1E+3", "7"]
for rounding in (decimal.ROUND_HALF_EVEN, decimal.ROUND_UP, decimal.ROUND_DOWN, decimal.ROUND_HALF_UP, decimal.ROUND_FLOOR, decimal.ROUND_05UP):
    with localcontext(rounding=rounding) as context:
        print(rounding, [str(round(Decimal(v), 1)) for v in values], [str(round(Decimal(v), -1)) for v in values], flags(context))

for prec in (1, 3, 28, 1200):
    with localcontext(prec=prec) as context:
        a, b = Decimal("123.456"), Decimal("-7.89")
        for name, made in (("+", lambda: a + b), ("-", lambda: a - b), ("*", lambda: a * b), ("/", lambda: a / 8), ("%", lambda: a % b),
                           ("neg", lambda: -a), ("sum", lambda: sum([a, b, 1])), ("exact", lambda: Decimal("5") * 2),
                           ("apart", lambda: Decimal("1E+400") + b), ("zero", lambda: a - a), ("nines", lambda: Decimal("9.999") + 0)):
            context.clear_flags()
            try:
                shown = str(made())
            except decimal.InvalidOperation as error:
                shown = repr(error)
            print(prec, name, shown if len(shown) < 60 else len(shown), flags(context))

with localcontext(prec=5, Emax=9, Emin=-9) as context:
    for made in (lambda: Decimal("9.9999E+9") + 1, lambda: Decimal("1E-9") / 7, lambda: Decimal("12345678") * 1, lambda: Decimal("5E+9") * 3,
                 lambda: Decimal("-1821504166.8038611") % Decimal("0.7617")):
        context.clear_flags()
        try:
            print(made(), flags(context))
        except decimal.DecimalException as error:
            print(type(error).__name__, flags(context))
print(Decimal("1.10") == Decimal("1.1"), Decimal("1.10") < Decimal("1.2"), Decimal("-0") == 0, Decimal("NaN") == Decimal("NaN"),
      Decimal("2") > 1.5, max(Decimal("1.0"), Decimal("1")), sorted(map(Decimal, "3 -1 2.5 -0.5 Infinity -Infinity".split())))
