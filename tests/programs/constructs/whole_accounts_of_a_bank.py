"""A bank with decimal money, descriptors, ABCs, event sourcing, JSON snapshots and reports."""
import abc
import copy
import functools
import json
import locale
import operator
import uuid
from collections import OrderedDict, defaultdict
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, ROUND_HALF_EVEN, ROUND_UP, InvalidOperation, localcontext, getcontext
from fractions import Fraction
from itertools import accumulate, groupby, pairwise, batched
from string import Template
from types import MappingProxyType, SimpleNamespace
from weakref import WeakValueDictionary


class Money:
    __slots__ = ("_amount", "currency")
    CENT = Decimal("0.01")

    def __init__(self, amount, currency="EUR"):
        object.__setattr__(self, "_amount", Decimal(str(amount)).quantize(self.CENT, ROUND_HALF_EVEN))
        object.__setattr__(self, "currency", currency)

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} is immutable", name=name, obj=self)

    def _like(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        if other.currency != self.currency:
            raise TypeError(f"{self.currency} with {other.currency}")
        return other._amount

    def __add__(self, other):
        if (n := self._like(other)) is NotImplemented:
            return n
        return Money(self._amount + n, self.currency)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __mul__(self, factor):
        return Money(self._amount * Decimal(factor), self.currency) if isinstance(factor, (int, Decimal)) else NotImplemented

    __rmul__ = __mul__

    def __neg__(self):
        return Money(-self._amount, self.currency)

    def __sub__(self, other):
        return self + -other

    def __eq__(self, other):
        return isinstance(other, Money) and (self._amount, self.currency) == (other._amount, other.currency)

    def __lt__(self, other):
        n = self._like(other)
        return n if n is NotImplemented else self._amount < n

    def __hash__(self):
        return hash((self._amount, self.currency))

    def __format__(self, spec):
        if spec.endswith("c"):
            return f"{self.currency} {format(self._amount, spec[:-1] or ',.2f')}"
        return format(self._amount, spec)

    def __repr__(self):
        return f"Money({str(self._amount)!r}, {self.currency!r})"

    def __bool__(self):
        return bool(self._amount)


Money = functools.total_ordering(Money)


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name
        owner.checked = (*getattr(owner, "checked", ()), name)

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.name)

    def __set__(self, obj, value):
        if value < Money(0):
            raise ValueError(f"{self.name[1:]} may not be negative: {value:c}")
        setattr(obj, self.name, value)


class Account(abc.ABC):
    limit = Positive()
    registry = WeakValueDictionary()

    def __init__(self, owner, limit=Money(0)):
        self.owner, self.limit = owner, limit
        self.events = []
        self.number = uuid.uuid5(uuid.NAMESPACE_DNS, owner)
        self.registry[owner] = self

    @property
    def balance(self):
        return sum((e["amount"] for e in self.events), Money(0))

    @abc.abstractmethod
    def interest(self, days): ...

    def post(self, when, amount, **extra):
        if self.balance + amount < -self.limit:
            raise InsufficientFunds(self, amount)
        self.events.append(MappingProxyType({"when": when, "amount": amount, **extra}))

    def __init_subclass__(cls, /, code, **kw):
        super().__init_subclass__(**kw)
        cls.code = code


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(account.owner, amount)
        self.add_note(f"balance {account.balance:c}, limit {account.limit:c}")

    def __str__(self):
        return "{0} cannot pay {1:c}".format(*self.args)


class Savings(Account, code="S"):
    rate = Fraction(3, 100)

    def interest(self, days):
        n = self.balance._amount * self.rate.numerator * days / (self.rate.denominator * 365)
        return Money(n)


class Giro(Account, code="G"):
    pass


day = date(2024, 2, 27)
ann = Savings("Ann", Money("100.005"))
for step, (amount, text) in enumerate([("1200.50", "salary"), ("-99.99", "shoes"), ("-20.015", "tea"), (-12, "cinema")]):
    ann.post(day + timedelta(days=step), Money(amount), text=text)
print(f"{ann.balance:c} {ann.balance:>12,.1f} {ann.limit!r} {ann.interest(30)!r} {Account.checked} {Savings.code}")
for wrong in (lambda: Giro("Bob"), lambda: Account("x"), lambda: ann.post(day, Money(-5000)), lambda: Money(1) + 1, lambda: Money(1) + Money(1, "USD"), lambda: Money("abc"), lambda: Money(1) < 3,
              lambda: setattr(ann, "limit", Money(-1)), lambda: setattr(Money(1), "currency", "X"), lambda: Money(2) * 1.5, lambda: ann.events[0].update(a=1), lambda: type("Y", (Account,), {}), lambda: json.dumps(ann.events[0])):
    try:
        print(wrong())
    except (ArithmeticError, Exception) as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""), getattr(error, "name", ""))
try:
    ann.post(day, Money(-5000))
except InsufficientFunds as error:
    again = copy.copy(error) if False else error
    print(again.args)


class Encoder(json.JSONEncoder):
    def default(self, o):
        match o:
            case Money():
                return f"{o:c}"
            case date() | datetime():
                return o.isoformat()
            case MappingProxyType():
                return dict(o)
            case _:
                return super().default(o)


text = json.dumps({"owner": ann.owner, "id": str(ann.number), "events": ann.events}, cls=Encoder, indent=1, sort_keys=True)
print(text)
try:
    json.dumps({1j: 1})
except TypeError as error:
    print(error)
try:
    json.dumps([{"a": {1, 2}}], cls=Encoder)
except TypeError as error:
    print(error, error.__notes__)
back = json.loads(text, object_pairs_hook=OrderedDict, parse_float=Decimal)
print(type(back).__name__, list(back), back["events"][0])
print(Template("Dear $name,\nyou have ${sum} and $$5").substitute(name=ann.owner, sum=f"{ann.balance:c}"))
try:
    Template("$name $missing").substitute(name=1)
except KeyError as error:
    print(repr(error))
try:
    Template("10% $ off").substitute()
except ValueError as error:
    print(error)
print([f"{m:.2f}" for m in accumulate((e["amount"] for e in ann.events))], [f"{(b['when'] - a['when'])}" for a, b in pairwise(ann.events)])
for month, group in groupby(ann.events, key=lambda e: e["when"].strftime("%B %Y, week %V")):
    print(month, [e["text"] for e in group])
for batch in batched(ann.events, 3):
    print(len(batch), end=" ")
print()
with localcontext(prec=5, rounding=ROUND_UP) as ctx:
    print(Decimal(1) / 3, Decimal("2").sqrt(), ctx.flags[InvalidOperation], +Decimal("1.234567"))
    try:
        Decimal("x")
    except InvalidOperation as error:
        print(repr(error))
print(getcontext().prec, Decimal("1E+3").normalize(), Decimal(10).__pow__(-2), Decimal("-0.0"), Decimal("NaN") == Decimal("NaN"), Decimal("1.10").as_tuple(), Decimal(0.1).as_integer_ratio()[1])
print(max(Money(1), Money(3), key=operator.attrgetter("_amount")), sorted({Money(3), Money(3), Money(1)}), Money(0) or "zero", sum([Money(1), Money(2)]))
print(list(Account.registry), Account.registry.get("Bob"))
del ann
import gc; gc.collect()
print(len(Account.registry))
