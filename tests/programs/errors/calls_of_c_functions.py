# Calls that do not fit, of the classes and functions that CPython has in C, each in the words of its way of reading arguments.
import cmath, datetime, decimal, itertools, zlib, binascii, statistics, random
from datetime import date, datetime as moment, time, timedelta, timezone, tzinfo
from decimal import Decimal, Context, getcontext

ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
day, now, noon = date(2020, 1, 2), moment(2020, 1, 2), time(12)
one, context = Decimal('1.5'), Context(prec=5)
CALLS = [lambda: date(*ten), lambda: date(), lambda: date(5), lambda: date('x', 1, 1), lambda: moment(*ten), lambda: moment(2020), lambda: time(*ten), lambda: time(zz=1),
         lambda: timedelta(*ten), lambda: timedelta(zz=1), lambda: timedelta('x'), lambda: timezone(None), lambda: timezone(*ten), lambda: timezone(5),
         lambda: type(tzinfo(1, 2, zz=3)), lambda: day.replace(None), lambda: day.replace(year='x'), lambda: day.replace(zz=1), lambda: now.replace(hour=None), lambda: noon.replace('x'),
         lambda: day.strftime(None), lambda: day.strftime(), lambda: moment.strptime('5'), lambda: moment.strptime(5, 'x'), lambda: moment.strptime(), lambda: moment.strptime(None, None),
         lambda: date.fromordinal(), lambda: date.fromordinal(1, 2), lambda: date.fromordinal('x'), lambda: date.fromisoformat(5), lambda: noon.isoformat(5), lambda: now.isoformat('x', 5),
         lambda: now.isoformat(None), lambda: moment.combine(None, None), lambda: moment.combine(day, 5), lambda: moment.fromtimestamp('x'), lambda: moment.fromtimestamp(),
         lambda: day.__format__(), lambda: day.__format__(5), lambda: timezone.utc.fromutc(5), lambda: now.astimezone(5), lambda: day.isoformat(1), lambda: now.timestamp(1),
         lambda: Decimal(1, 2, 3), lambda: Decimal(zz=1), lambda: Decimal(None), lambda: Decimal('x', 5), lambda: one.quantize(), lambda: one.quantize(zz=1),
         lambda: one.quantize(1, 'x'), lambda: one.compare(), lambda: one.compare(5, 'x'), lambda: one.fma(1), lambda: one.exp(5), lambda: one.sqrt('x'), lambda: one.is_nan(5),
         lambda: one.adjusted(zz=1), lambda: one.as_tuple(1), lambda: one.is_normal(5), lambda: one.max(), lambda: one.to_eng_string(5), lambda: one.ln(1), lambda: Decimal.from_float(),
         lambda: Decimal.from_float('x'), lambda: Decimal.from_number(None), lambda: Context(*ten), lambda: Context(zz=1), lambda: Context(prec='x'), lambda: Context(rounding='x'),
         lambda: context.add(), lambda: context.add(1), lambda: context.exp(), lambda: context.exp(1, 2), lambda: context.fma(1, 2), lambda: context.is_nan(), lambda: context.divide('x', 'y'),
         lambda: context.compare_total(1), lambda: context.copy_sign(1), lambda: context.radix(), lambda: setattr(context, 'prec', 0), lambda: setattr(context, 'Emax', -1),
         lambda: setattr(context, 'Emin', 1), lambda: setattr(context, 'clamp', 5), lambda: setattr(context, 'rounding', 5), lambda: setattr(context, 'other', 5), lambda: getcontext(1),
         lambda: decimal.setcontext(), lambda: decimal.setcontext(5), lambda: decimal.localcontext(5), lambda: decimal.localcontext(zz=1), lambda: decimal.IEEEContext('x'),
         lambda: cmath.sqrt(), lambda: cmath.sqrt('x'), lambda: cmath.rect(1), lambda: cmath.log(), lambda: cmath.isclose(1), lambda: cmath.polar(1, 2), lambda: cmath.exp(zz=1),
         lambda: itertools.combinations(5, 'x'), lambda: itertools.batched('abc', 'x'), lambda: itertools.batched('abc', 0), lambda: itertools.product('a', repeat='x'),
         lambda: itertools.islice(), lambda: itertools.islice('a'), lambda: itertools.islice('a', -1), lambda: itertools.chain(zz=1), lambda: itertools.count('x'),
         lambda: zlib.crc32(), lambda: zlib.crc32('x'), lambda: zlib.adler32(b'', zz=1), lambda: binascii.crc32(zz=1), lambda: random.lognormvariate()]
for call in CALLS:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split('\n')[0])
normal = statistics.NormalDist()
for name in ('mean', 'median', 'mode', 'stdev'):
    try:
        setattr(normal, name, 5)
    except AttributeError as error:
        print(error)
