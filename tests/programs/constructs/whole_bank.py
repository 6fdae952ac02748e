"""A bank with accounts, decorators, properties, interest, an audit log; statements with format specs; an error at the end."""
from __future__ import annotations
import abc, datetime as dt, functools, itertools, operator, re, textwrap, sys
from decimal import Decimal, ROUND_HALF_EVEN, getcontext, localcontext, InvalidOperation
from typing import ClassVar, Iterator

class BankError(Exception):
    """Base of what can go wrong."""
class InsufficientFunds(BankError):
    def __init__(self, need: Decimal, have: Decimal):
        self.need, self.have = need, have
        super().__init__(f"need {need:,.2f}, have {have:,.2f} (short by {need - have:,.2f})")
class Frozen(BankError): __match_args__ = ("owner",); owner = property(lambda self: self.args[0])

class Money:
    __slots__ = ("amount", "currency")
    CENT = Decimal("0.01")
    def __init__(self, amount, currency="EUR"):
        try: amount = Decimal(str(amount))
        except InvalidOperation as e: raise ValueError(f"not an amount: {amount!r}") from e
        object.__setattr__(self, "amount", amount.quantize(self.CENT, ROUND_HALF_EVEN)); object.__setattr__(self, "currency", currency)
    def __setattr__(self, *a): raise AttributeError("Money is immutable")
    def _same(op):
        @functools.wraps(op)
        def wrapped(self, other):
            if isinstance(other, Money) and other.currency != self.currency: raise TypeError(f"{self.currency} and {other.currency} do not mix")
            if not isinstance(other, Money): return NotImplemented
            return op(self.amount, other.amount)
        return wrapped
    __eq__ = _same(operator.eq); __lt__ = _same(operator.lt); __le__ = _same(operator.le)
    def __hash__(self): return hash((self.amount, self.currency))
    def __add__(self, o): return NotImplemented if not isinstance(o, Money) else Money(self.amount + o.amount, self.currency)
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return Money(self.amount * Decimal(k), self.currency)
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __bool__(self): return bool(self.amount)
    def __format__(self, spec):
        width, _, style = spec.partition("/")
        text = f"{self.amount:,.2f} {self.currency}" if style != "short" else f"{self.amount:.3g}"
        return format(text, width)
    def __repr__(self): return f"Money({str(self.amount)!r}, {self.currency!r})"
    def split(self, n):
        base, rest = divmod(int(self.amount * 100), n)
        return [Money(Decimal(base + (i < rest)) / 100, self.currency) for i in range(n)]

def audited(kind):
    def deco(method):
        @functools.wraps(method)
        def wrapper(self, *args, **kw):
            entry = dict(no=next(Account._serial), kind=kind, owner=self.owner, args=args, ok=False)
            Account.audit.append(entry)
            result = method(self, *args, **kw)
            entry.update(ok=True, balance=self.balance)
            return result
        return wrapper
    return deco

class Account(abc.ABC):
    _serial: ClassVar[Iterator[int]] = itertools.count(1001)
    audit: ClassVar[list] = []
    rate = Decimal("0")
    def __init__(self, owner: str, opening=0, *, opened=dt.date(2024, 2, 28)):
        self.owner, self._balance, self.opened, self.frozen = owner, Money(opening), opened, False
    @property
    def balance(self): "What is there."; return self._balance
    @balance.setter
    def balance(self, new):
        if self.frozen: raise Frozen(self.owner)
        if new < Money(0) and not self.overdraft(new): raise InsufficientFunds((self._balance - new).amount, self._balance.amount)
        self._balance = new
    @abc.abstractmethod
    def overdraft(self, new) -> bool: ...
    @audited("deposit")
    def deposit(self, amount): self.balance += Money(amount); return self
    @audited("withdraw")
    def withdraw(self, amount): self.balance -= Money(amount); return self
    def transfer(self, other, amount):
        before = self._balance, other._balance
        try: self.withdraw(amount); other.deposit(amount)
        except BankError as e:
            self._balance, other._balance = before
            e.add_note(f"transfer of {amount} from {self.owner} to {other.owner}"); raise
    def project(self, days):
        end = self.opened + dt.timedelta(days)
        with localcontext() as ctx:
            ctx.prec = 12
            return end, Money(self._balance.amount * (1 + self.rate / 365) ** days)
class Savings(Account):
    rate = Decimal("0.0375")
    def overdraft(self, new): return False
class Current(Account):
    limit = Money(-500)
    def overdraft(self, new): return new >= self.limit

ann, bob = Savings("Ann Äpfel", "1234.565"), Current("Bob", 10)
print(ann.balance, f"[{ann.balance:>20}] [{bob.balance:*^15/short}]", repr(Money("2.675")), Money("2.665"), sum([Money(1), Money(2)]))
ann.deposit("99.5").withdraw(34); ann.transfer(bob, "300.07")
for act in (lambda: ann.withdraw(10**6), lambda: ann.transfer(bob, "1e5"), lambda: Money("12,5"), lambda: Money(1) + 1, lambda: Money(1) < Money(1, "USD"),
            lambda: setattr(Money(1), "amount", 3), lambda: Account("x"), lambda: (setattr(bob, "frozen", True), bob.deposit(1)), lambda: Money(1) >= 3):
    try: act()
    except (BankError, TypeError, ValueError, AttributeError) as e: print(f"{type(e).__name__}: {e}", getattr(e, "__notes__", ""), repr(e.__cause__) if e.__cause__ else "")
match BankError, Frozen("zed"):
    case [_, Frozen(owner)]: print("frozen", owner)
print(*(f"{e['no']} {e['kind']:<9}{'ok' if e['ok'] else '--':>3} {e.get('balance', ''):>16}" if e["ok"] else f"{e['no']} {e['kind']:<9} failed {e['args']}" for e in Account.audit), sep="\n")
for d in (0, 1, 30, 366, 3653): print("{0:%a %d %b %Y} {1:>18} {2:6.1%}".format(*(p := ann.project(d)), p[1].amount / ann.balance.amount - 1))
print(Money(100).split(3), {Money(1): "a"}[Money("1.00")], sorted([Money(3), Money(-1)]), -Money(5), bool(Money(0)), Account.balance.__doc__, Savings.deposit.__qualname__)
print(textwrap.indent(textwrap.fill("Statement of " + ann.owner + " " + "with many words " * 8, 40, subsequent_indent="  "), "| "))
rows = [("Item", "Net", "VAT"), *((n, Money(a), Money(a) * Decimal(v) * Decimal("0.01")) for n, a, v in [("Café", "3.5", 19), ("Buch", "12.99", 7)])]
for a, b, c in rows: print(f"{a:<10}|{b:>12}|{c:>12}")
bob.frozen = False
try: bob.withdraw(509.5).withdraw("1")
except InsufficientFunds as first:
    raise BankError("day is over") from first
