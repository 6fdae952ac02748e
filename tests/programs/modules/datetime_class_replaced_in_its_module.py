"""A test that puts a class of its own into the module datetime: dates that exist go on as before."""
import datetime
from datetime import date as Date, datetime as DateTime, timedelta
from unittest import mock

first, second = DateTime(2024, 5, 1, 12), DateTime(2024, 5, 3, 13, 30)


class Fixed(Date):
    @classmethod
    def today(cls):
        return cls(2020, 2, 29)


class Clock:
    moments = [second, first]

    @classmethod
    def now(cls):
        return cls.moments.pop()


with mock.patch('datetime.date', Fixed):
    print(repr(datetime.date.today()), datetime.date.today() - Date(2020, 1, 1))
    print(Date(2024, 1, 1) < Date(2024, 1, 2), Date(2024, 1, 31) + timedelta(days=1), first.date())

with mock.patch.object(datetime, 'datetime', Clock):
    begin = datetime.datetime.now()
    end = datetime.datetime.now()
    print(end - begin, (end - begin).total_seconds(), begin < end, begin == end)
    print(DateTime.fromisoformat('2024-01-02T03:04:05') + timedelta(hours=1), DateTime.strptime('1.2.2003', '%d.%m.%Y'))

with mock.patch.object(datetime, 'timedelta', None):
    print(second - first, first + timedelta(1), timedelta(2) * 3, abs(timedelta(-1)))

print(DateTime.__module__, timedelta.__module__, datetime.datetime is DateTime, repr(first), sorted(datetime.__all__))
