import datetime as module
import warnings
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print(repr(result), '|', result)
    except Exception as e:
        print(type(e).__name__, '|', e)


print(module.__all__, MINYEAR, MAXYEAR, UTC, UTC is timezone.utc, date, datetime, time, timedelta, timezone, tzinfo, datetime.__mro__, timezone.__mro__)
print([type(x) for x in (date.min, time.min, datetime.min, timedelta.min)], issubclass(datetime, date))

# timedelta
for args, kwargs in [((), {}), ((1,), {}), ((0, 1), {}), ((0, 0, 1), {}), ((1, 2, 3, 4, 5, 6, 7), {}), ((-1,), {}), ((0, -1), {}), ((0, 0, -1), {}), ((), {'hours': 25}), ((), {'minutes': 90, 'seconds': 30}), ((), {'weeks': 1.5}), ((), {'days': 0.1}), ((), {'seconds': 1.0000005}), ((), {'seconds': 0.0000005}), ((), {'microseconds': 0.5}), ((), {'microseconds': 1.5}), ((), {'microseconds': 2.5}), ((), {'milliseconds': 1.9999}), ((), {'hours': -0.5, 'days': 1}), ((999999999,), {}), ((1000000000,), {}), ((-999999999,), {}), ((-1000000000,), {}), ((), {'days': '1'}), (('x',), {}), ((None,), {}), ((1j,), {}), ((True,), {}), ((float('nan'),), {}), ((float('inf'),), {}), ((1e30,), {}), ((), {'days': 1, 'dayz': 2}), ((1, 2, 3, 4, 5, 6, 7, 8), {})]:
    if args[:1] == (float('inf'),) or args != args or 'dayz' in kwargs or len(args) == 8 or (args and args[0] != args[0]):
        continue
    attempt(timedelta, *args, **kwargs)
d, e = timedelta(days=2, hours=3, seconds=4, microseconds=5), timedelta(hours=-5)
print(d.days, d.seconds, d.microseconds, d.total_seconds(), e.total_seconds(), str(e), repr(e), timedelta.min, timedelta.max, timedelta.resolution, bool(timedelta()), bool(e))
for f in [lambda: d + e, lambda: d - e, lambda: -d, lambda: +d, lambda: abs(e), lambda: d * 3, lambda: 3 * d, lambda: d * 1.5, lambda: d * -0.1, lambda: d / 2, lambda: d / 3.0, lambda: d / e, lambda: d // 7, lambda: d // e, lambda: d % e, lambda: divmod(d, e), lambda: d / 0, lambda: d // 0, lambda: d / timedelta(), lambda: d % timedelta(), lambda: d + 1, lambda: 1 - d, lambda: d * 'a', lambda: d * d, lambda: d % 3, lambda: d // 2.0, lambda: 2 / d, lambda: d < 3, lambda: d == 3, lambda: d != None, lambda: d < e, lambda: d >= d, lambda: max(d, e), lambda: sorted([d, e, timedelta()]), lambda: sum([d, e], timedelta()), lambda: hash(d) == hash(timedelta(2, 10804, 5)), lambda: {d: 1}[timedelta(2, 10804, 5)], lambda: timedelta.max + timedelta(microseconds=1), lambda: d * 10 ** 12, lambda: timedelta(seconds=1) / 3, lambda: timedelta(microseconds=1) / 2, lambda: timedelta(microseconds=3) / 2, lambda: timedelta(microseconds=5) * 0.5, lambda: setattr(d, 'days', 3) or 'set']:
    if f.__code__.co_firstlineno and 'set' in f.__code__.co_consts:
        continue
    attempt(f)

# date
for args in [(2024, 2, 29), (1, 1, 1), (9999, 12, 31), (2023, 2, 29), (0, 1, 1), (10000, 1, 1), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 4, 31), (), (2024,), (2024, 1), ('2024', 1, 1), (2024.0, 1, 1), (None, 1, 1), (True, True, True), (2024, 1, 'x')]:
    attempt(date, *args)
a, b = date(2024, 2, 29), date(2023, 12, 31)
print(a.year, a.month, a.day, a.weekday(), a.isoweekday(), a.isocalendar(), b.isocalendar(), date(2021, 1, 3).isocalendar(), date(2020, 12, 31).isocalendar()[1], a.toordinal(), a.ctime(), a.timetuple(), a.isoformat(), a.replace(year=2020), a.replace(day=1, month=3), date.min, date.max, date.resolution)
print(a.isocalendar().week, tuple(a.isocalendar()), a.isocalendar() == (2024, 9, 4))
for f in [lambda: a + timedelta(1), lambda: timedelta(1) + a, lambda: a - timedelta(60), lambda: a - b, lambda: b - a, lambda: a + timedelta(hours=23), lambda: a + timedelta(hours=25), lambda: a < b, lambda: a == date(2024, 2, 29), lambda: a != b, lambda: a < 5, lambda: a == 'x', lambda: a + 1, lambda: a - 1, lambda: a + a, lambda: date.max + timedelta(1), lambda: date.min - timedelta(1), lambda: a.replace(year=2023), lambda: a.replace(month=13), lambda: date.fromordinal(1), lambda: date.fromordinal(738945), lambda: date.fromordinal(0), lambda: date.fromordinal(3652060), lambda: date.fromtimestamp(0), lambda: date.fromtimestamp(1e9), lambda: date.fromtimestamp(-1), lambda: date.fromtimestamp('x'), lambda: date.fromisocalendar(2024, 1, 1), lambda: date.fromisocalendar(2020, 53, 7), lambda: date.fromisocalendar(2021, 53, 1), lambda: date.fromisocalendar(2021, 0, 1), lambda: date.fromisocalendar(2021, 1, 8), lambda: date.fromisocalendar(0, 1, 1), lambda: {a: 1}[date(2024, 2, 29)], lambda: sorted([a, b, date(2000, 1, 1)]), lambda: date.strptime('2024-05-06', '%Y-%m-%d'), lambda: [date.fromordinal(n).isoformat() for n in (365, 366, 730, 731, 1461, 36524, 36525, 146097, 146098)]]:
    attempt(f)
every = date(1999, 12, 25)
print([(every + timedelta(i)).isocalendar()[:] for i in range(0, 4000, 131)], [(every + timedelta(i)).timetuple().tm_yday for i in range(0, 1000, 77)])

# time
for args, kwargs in [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((1, 2, 3, 4), {}), ((1, 2, 3, 4, UTC), {}), ((23, 59, 59, 999999), {}), ((24,), {}), ((-1,), {}), ((0, 60), {}), ((0, 0, 60), {}), ((0, 0, 0, 1000000), {}), ((), {'fold': 1}), ((), {'fold': 2}), ((), {'tzinfo': 5}), (('x',), {}), ((1.5,), {}), ((), {'hour': 5, 'tzinfo': timezone(timedelta(hours=2))})]:
    attempt(time, *args, **kwargs)
t = time(10, 20, 30, 400000)
print(t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.fold, t.isoformat(), t.replace(hour=1), t.replace(tzinfo=UTC), t.utcoffset(), t.dst(), t.tzname(), time(1, tzinfo=UTC).tzname(), time.min, time.max, time.resolution, bool(time(0)))
for spec in ['auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds', 'x']:
    attempt(t.isoformat, spec)
    attempt(datetime(2024, 1, 2, 3, 4, 5).isoformat, timespec=spec)
for f in [lambda: t < time(11), lambda: t == time(10, 20, 30, 400000), lambda: t < time(1, tzinfo=UTC), lambda: t == time(1, tzinfo=UTC), lambda: time(12, tzinfo=UTC) == time(14, tzinfo=timezone(timedelta(hours=2))), lambda: t < 5, lambda: t + timedelta(1), lambda: t - t, lambda: hash(time(12, tzinfo=UTC)) == hash(time(14, tzinfo=timezone(timedelta(hours=2)))), lambda: time.strptime('12:34', '%H:%M')]:
    attempt(f)

# timezone
for args in [(timedelta(0),), (timedelta(hours=1),), (timedelta(hours=-5, minutes=-30),), (timedelta(hours=1), 'CET'), (timedelta(0), 'GMT'), (timedelta(hours=24),), (timedelta(hours=-24),), (timedelta(seconds=3661, microseconds=5),), (5,), (timedelta(1 / 48), 5), (timedelta(minutes=1), None)]:
    attempt(timezone, *args)
z = timezone(timedelta(hours=2), 'EET')
print(z.utcoffset(None), z.tzname(None), z.dst(None), z == timezone(timedelta(hours=2)), hash(z) == hash(timezone(timedelta(hours=2))), timezone.min, timezone.max, timezone.utc, z.fromutc(datetime(2024, 1, 1, tzinfo=z)))
attempt(z.utcoffset, 5)
attempt(z.tzname, 'x')
attempt(z.fromutc, datetime(2024, 1, 1))
attempt(tzinfo().utcoffset, None)
attempt(tzinfo().tzname, None)

# datetime
for args, kwargs in [((2024, 1, 2), {}), ((2024, 1, 2, 3), {}), ((2024, 1, 2, 3, 4), {}), ((2024, 1, 2, 3, 4, 5), {}), ((2024, 1, 2, 3, 4, 5, 6), {}), ((2024, 1, 2, 3, 4, 5, 6, UTC), {}), ((2024, 1, 2), {'tzinfo': z, 'fold': 1}), ((2024, 1), {}), ((), {}), ((2024, 13, 1), {}), ((2024, 1, 1, 24), {}), ((2024, 1, 1, 0, 60), {}), ((2024, 1, 1), {'tzinfo': 'x'}), ((2024, 1, 1), {'microsecond': -1}), (('2024', 1, 1), {}), ((2024, 1, 1, 1.5), {})]:
    attempt(datetime, *args, **kwargs)
x, y = datetime(2024, 2, 29, 12, 30, 45, 123456), datetime(2023, 12, 31, 23, 59, 59)
u = x.replace(tzinfo=UTC)
print(x.date(), x.time(), u.timetz(), x.weekday(), x.isocalendar(), x.toordinal(), x.ctime(), x.timetuple(), u.utctimetuple(), x.isoformat(), x.isoformat(' '), x.isoformat(sep='_', timespec='minutes'), str(x), x.timestamp(), u.timestamp(), x.replace(hour=1, microsecond=0), datetime.min, datetime.max, datetime.resolution)
print(u.astimezone(z), repr(u.astimezone(z)), u.astimezone(z) == u, u.astimezone(timezone(timedelta(hours=-8))), u.astimezone(UTC) is u, u.utcoffset(), u.tzname(), u.dst(), datetime.combine(date(2024, 1, 2), time(3, 4)), datetime.combine(x, time(3, tzinfo=z)), datetime.combine(date(2024, 1, 1), time(1), UTC))
for f in [lambda: x + timedelta(days=1, microseconds=-123457), lambda: timedelta(hours=12) + x, lambda: x - timedelta(days=60), lambda: x - y, lambda: y - x, lambda: u - u.astimezone(z), lambda: u - x, lambda: u < x, lambda: u == x, lambda: x < y, lambda: x > date(2024, 1, 1), lambda: x == date(2024, 2, 29), lambda: date(2024, 2, 29) == x, lambda: date(2024, 1, 1) < x, lambda: x < 5, lambda: x == 5, lambda: x + 1, lambda: x + y, lambda: x - 1, lambda: x - date(2024, 1, 1), lambda: datetime.max + timedelta(1), lambda: datetime.min - timedelta(microseconds=1), lambda: x.replace(month=13), lambda: x.replace(tzinfo=5), lambda: hash(u) == hash(u.astimezone(z)), lambda: len({u, u.astimezone(z)}), lambda: max(x, y), lambda: x.isoformat('ab'), lambda: x.isoformat(5), lambda: x.astimezone(5), lambda: datetime.combine(5, time()), lambda: datetime.combine(x, 5), lambda: datetime.now('x'),
          lambda: datetime.fromtimestamp(0, UTC), lambda: datetime.fromtimestamp(1.5), lambda: datetime.fromtimestamp(-1.5, UTC), lambda: datetime.fromtimestamp(1700000000.123456, z), lambda: datetime.fromtimestamp(0.0000005, UTC), lambda: datetime.fromtimestamp(0.9999996, UTC), lambda: datetime.fromtimestamp(253402300799, UTC), lambda: datetime.fromtimestamp('x'), lambda: datetime.fromtimestamp(None), lambda: datetime.fromtimestamp(1e20), lambda: datetime.fromordinal(738945), lambda: datetime.fromordinal(0), lambda: datetime.strptime('x', '%Y'), lambda: x.__format__(''), lambda: x.__format__(5), lambda: x.strftime(5)]:
    attempt(f)
match x:
    case datetime(year=2024, month=m):
        print('month', m)

# The clock of the run, and what is deprecated.
for f in (datetime.utcnow, lambda: datetime.utcfromtimestamp(0)):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        r = f()
        print(r.tzinfo, [(w.category.__name__, str(w.message)) for w in caught])


# Classes of one's own.
class Zone(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if dt is not None and 4 <= dt.month <= 9 else timedelta(0)

    def tzname(self, dt):
        return 'SUMMER' if self.dst(dt) else 'WINTER'

    def __repr__(self):
        return 'Zone()'


class Day(date):
    def next(self):
        return self + timedelta(1)


class Moment(datetime):
    pass


zone = Zone()
for month in (1, 7):
    m = datetime(2024, month, 1, 12, tzinfo=zone)
    print(repr(m), m, m.tzname(), m.dst(), m.utcoffset(), m.timetuple().tm_isdst, m.astimezone(UTC), m.astimezone(UTC).astimezone(zone), m.strftime('%z %Z %:z'), datetime(2024, month, 1, tzinfo=UTC).astimezone(zone))
print(repr(Day(2024, 1, 31).next()), type(Day(2024, 1, 1).replace(day=3)), Day.today().__class__, repr(Moment(2024, 1, 1) + timedelta(1)), type(Moment.now()), type(Moment.fromisoformat('2024-01-01')), Moment(2024, 1, 1) - datetime(2023, 1, 1), repr(Moment.fromtimestamp(0, UTC)))


class Bad(tzinfo):
    def __init__(self, value):
        self.value = value

    def utcoffset(self, dt):
        return self.value

    def tzname(self, dt):
        return self.value

    dst = utcoffset


for value in (5, timedelta(1), timedelta(hours=-24), None, 'x'):
    m = datetime(2024, 1, 1, tzinfo=Bad(value))
    attempt(m.utcoffset)
    attempt(m.tzname)
    attempt(lambda: m == datetime(2024, 1, 1))
