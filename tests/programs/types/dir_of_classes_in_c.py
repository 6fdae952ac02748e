# dir() of what CPython has in C shows no names that such a class keeps to itself; a class derived from it shows its own.
import array
import collections
import datetime
import decimal
import io
import itertools
import random
import re


class Money(decimal.Decimal):
    _currency = "EUR"
    __slots__ = ("_note",)


class Log(io.StringIO):
    def __init__(self):
        super().__init__()
        self._lines = 0


def private(value):
    return [name for name in dir(value) if name.startswith("_") and not name.startswith("__")]


for value in (datetime.date(2024, 1, 2), datetime.datetime(2024, 1, 2), datetime.timedelta(1), datetime.timezone.utc, decimal.Decimal(1),
              itertools.count(), itertools.chain(), collections.deque(), collections.OrderedDict(), array.array("i"),
              re.compile(""), collections.defaultdict(list)):
    print(type(value).__name__, private(value), private(type(value)))
print(dir(decimal.Decimal))
print(dir(itertools.count()))
print([name for name in dir(datetime.time(1)) if not name.startswith("__")])
print(private(Money(1)), "_lines" in dir(Log()), "__slots__" in dir(Money))
try:
    decimal.Decimal(1)._cent
except AttributeError as error:
    print(error)
