"""Arithmetic, comparisons and subclasses of datetime, date and timedelta"""
from datetime import *
import pickle, copy
class D(datetime):
    def __new__(cls, *a, **k):
        return super().__new__(cls, *a, **k)
class E(date): pass
class T(timedelta): pass
d = D(2024, 1, 31, 10)
print(repr(d + timedelta(1)), repr(d - timedelta(1)), type(d.replace(day=3)), d == datetime(2024,1,31,10), d > datetime(2023,1,1), hash(d)==hash(datetime(2024,1,31,10)))
print(repr(E(2024,1,1)+timedelta(31)), E(2024,1,1) == date(2024,1,1), E.today().__class__, E.fromordinal(5))
print(repr(T(1)+T(2)), T(1) == timedelta(1), repr(T(3)/2), -T(1), abs(T(-3)), T(1) < timedelta(2))
print(pickle.loads(pickle.dumps(d)), copy.deepcopy(d), copy.copy(timedelta(3, 4)), pickle.loads(pickle.dumps(timedelta(-3, 7))))
tz = timezone(timedelta(hours=5, minutes=30))
a = datetime(2024, 1, 1, 12, tzinfo=tz); b = datetime(2024, 1, 1, 6, 30, tzinfo=timezone.utc)
print(a == b, a <= b, a - b, hash(a) == hash(b), a.astimezone(timezone.utc), a.timestamp(), sorted([a, b, a - timedelta(1)]))
for f in (lambda: a < datetime(2024,1,1), lambda: a - datetime(2024,1,1), lambda: a < date(2024,1,1), lambda: date(2024,1,1) < a, lambda: a < 5, lambda: timedelta(1) < 5, lambda: date(2024,1,1) < 3, lambda: time(1) < 3, lambda: time(1) < time(2, tzinfo=tz)):
    try: print(f())
    except TypeError as e: print(e)
print(a == datetime(2024,1,1), date(2024,1,1) == a, a == date(2024,1,1), timedelta(1) == 5, a != b, time(1) != 3, date(2024,1,1) != date(2024,1,2))
t = timedelta(days=-1, seconds=3, microseconds=-7)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), t // timedelta(seconds=7), t % timedelta(hours=5), divmod(t, timedelta(minutes=3)), t * 1.5, t / 3, t / timedelta(2), bool(t), -t, abs(t), hash(t) == hash(timedelta(microseconds=t // timedelta(microseconds=1))))
try: t.days = 3
except AttributeError as e: print(e)
try: d.year = 3
except AttributeError as e: print(e)
for y in range(1, 10000, 37):
    for m, dd in ((1, 1), (2, 28), (3, 1), (12, 31)):
        x = date(y, m, dd); assert date.fromordinal(x.toordinal()) == x; assert x.timetuple().tm_yday == (x - date(y, 1, 1)).days + 1
for n in list(range(1, 3000)) + list(range(3652059 - 3000, 3652060)) + list(range(730000, 732000)):
    assert date.fromordinal(n).toordinal() == n
print(datetime.min, datetime.max, date.min, date.max, timedelta.min, timedelta.max, timedelta.resolution, time.max)
print(datetime(2024, 2, 29) + timedelta(days=365), date(2024, 2, 29).replace(year=2023, day=28), datetime(2024,12,31,23,59,59,999999) + timedelta(microseconds=1))
print(sum([timedelta(1), timedelta(2)], timedelta()), max(date(2024,1,1), date(2023,1,1)), {date(2024,1,1): 1}[date(2024,1,1)])
print(datetime(2024, 1, 1, fold=1).fold, datetime(2024,1,1, fold=True).fold, vars(timedelta).keys() >= {'days'})
print(datetime.combine(date(2024,1,2), time(3,4)), d.date(), d.time(), datetime.fromtimestamp(0, tz), datetime.fromtimestamp(1e9+.25, timezone.utc), datetime.strptime('2024-03-04 5:6', '%Y-%m-%d %H:%M'))
