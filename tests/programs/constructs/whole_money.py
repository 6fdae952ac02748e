"""Money, rates, fractions and statistics."""
from decimal import Decimal, ROUND_HALF_UP, ROUND_HALF_EVEN, getcontext, localcontext, InvalidOperation
from fractions import Fraction
from dataclasses import dataclass
from functools import total_ordering
import statistics as st, random, math

@total_ordering
class Money:
    __slots__ = ("amount", "currency")
    def __init__(self, amount, currency="EUR"):
        object.__setattr__(self, "amount", Decimal(str(amount)).quantize(Decimal("0.01"), ROUND_HALF_UP))
        object.__setattr__(self, "currency", currency)
    def __setattr__(self, *a): raise AttributeError("Money is immutable")
    def _check(self, o):
        if not isinstance(o, Money): return NotImplemented
        if o.currency != self.currency: raise ValueError(f"{self.currency} vs {o.currency}")
        return o
    def __add__(self, o):
        if o == 0: return self
        return r if (r := self._check(o)) is NotImplemented else Money(self.amount + o.amount, self.currency)
    __radd__ = __add__
    def __mul__(self, k): return Money(self.amount * Decimal(str(k)), self.currency)
    def __eq__(self, o): return isinstance(o, Money) and (self.amount, self.currency) == (o.amount, o.currency)
    def __lt__(self, o): return NotImplemented if self._check(o) is NotImplemented else self.amount < o.amount
    def __hash__(self): return hash((self.amount, self.currency))
    def __format__(self, spec): return f"{self.amount:{spec or ',.2f'}} {self.currency}"
    def __repr__(self): return f"Money('{self.amount}', {self.currency!r})"
    def split(self, n):
        cents = int(self.amount * 100); q, r = divmod(cents, n)
        return [Money(Decimal(q + (i < r)) / 100, self.currency) for i in range(n)]

a, b = Money("19.99"), Money(5)
print(a + b, sum([a, b, b]), a * 3, a * 0.075, f"{Money(1234567.891)}", a > b, max(a, b), a.split(3), {a: 1}[Money("19.99")])
for f in (lambda: a + Money(1, "USD"), lambda: a + 3, lambda: a < 3, lambda: setattr(a, "amount", 1), lambda: Money("x")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

def amortize(principal, rate, months):
    r = Decimal(rate) / 12 / 100
    pay = (principal * r / (1 - (1 + r) ** -months)).quantize(Decimal("0.01"))
    bal = principal
    for m in range(1, months + 1):
        i = (bal * r).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
        p = min(pay - i, bal)
        bal -= p
        yield m, pay, i, p, bal
for row in amortize(Decimal("1000"), "5.5", 6): print("{:>3} {:>9} {:>7} {:>9} {:>10}".format(*row))
with localcontext() as ctx:
    ctx.prec = 50
    print(Decimal(2).sqrt(), Decimal(1) / 7, Decimal("1.1") ** 20)
print(Decimal(1) / 7, getcontext().prec, Decimal("1E+3"), Decimal("0E-5"), Decimal("123.4500").normalize(), +Decimal("1.23456789012345678901234567890"))
print(Fraction(3, 4) + Fraction("0.125"), Fraction(0.1).limit_denominator(10), sum(Fraction(1, n) for n in range(1, 11)), Fraction(7, 3).__round__(), divmod(Fraction(7, 3), 1), f"{Fraction(22, 7):.5f}")
random.seed(42)
data = [round(random.gauss(50, 12), 1) for _ in range(20)]
print(data, st.mean(data), st.median(data), round(st.stdev(data), 4), st.quantiles(data, n=4), st.multimode([1, 1, 2, 2, 3]))
nd = st.NormalDist.from_samples(data); print(nd, nd.cdf(50), nd.zscore(60), st.linear_regression([1, 2, 3], [2, 4.1, 5.9]))
print(random.sample(range(100), 5), random.choices("abc", weights=[5, 3, 1], k=10), random.shuffle(data), data[:3])
print(math.isclose(0.1 + 0.2, 0.3), math.fsum([0.1] * 10), math.prod(range(1, 11)), math.comb(50, 6), math.isqrt(10**30), math.gcd(84, 36, 48), math.lcm(4, 6), math.dist((0, 0), (3, 4)))
Money("abc")
