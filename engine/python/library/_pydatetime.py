"""Dates, times and durations. The local time zone is UTC. A module of its own: a program that puts a class of its own in place of
`datetime.datetime`, as tests do, changes nothing here."""

import time as _time
from _datetime import (checked as _checked, checked_date as _checked_date, civil as _civil, from_ordinal as _from_ordinal,
                       ordinal as _ordinal, split as _split)
from _native import final as _final, like_c as _like_c, like_parsed as _like_parsed
from math import modf as _modf

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')

__name__ = 'datetime'
MINYEAR = 1
MAXYEAR = 9999
_absent = object()
_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_LAST_DAY = 3652059
_new = object.__new__


# ---- helpers

def _index(value):
    return value if type(value) is int else range(value).stop


def _required(*values):
    for position, value in enumerate(values):
        if value is _absent:
            raise TypeError(f"function missing required argument '{('year', 'month', 'day')[position]}' (pos {position + 1})")
        _index(value)


def _check_time(hour, minute, second, microsecond, fold):
    for name, value, last in (('hour', hour, 23), ('minute', minute, 59), ('second', second, 59),
                              ('microsecond', microsecond, 999999)):
        if not 0 <= value <= last:
            raise ValueError(f'{name} must be in 0..{last}, not {value}')
    return _check_fold(fold)


def _check_fold(fold):
    fold = _index(fold)
    if fold not in (0, 1):
        raise ValueError(f'fold must be either 0 or 1, not {fold}')
    return fold


def _shown(argument):
    return 'None' if argument is None else type(argument).__name__


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _check_offset(name, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or timedelta, not '{_type_name(offset)}'")
    if not -_DAY < offset < _DAY:
        raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                         f'timedelta(hours=24), not {offset!r}')
    return offset


def _type_name(thing):
    cls = type(thing)
    return f'datetime.{cls.__name__}' if cls in _own else cls.__name__


def _offset_text(offset, colon=':'):
    if offset is None:
        return ''
    sign = '-' if offset.days < 0 else '+'
    offset = abs(offset)
    hours, seconds = divmod(offset.seconds, 3600)
    text = f'{sign}{hours:02d}{colon}{seconds // 60:02d}'
    if seconds % 60 or offset.microseconds:
        text += f'{colon}{seconds % 60:02d}'
    return text + (f'.{offset.microseconds:06d}' if offset.microseconds else '')


def _time_text(hour, minute, second, microsecond, spec):
    if spec == 'auto':
        spec = 'microseconds' if microsecond else 'seconds'
    if spec == 'hours':
        return f'{hour:02d}'
    text = f'{hour:02d}:{minute:02d}'
    if spec == 'minutes':
        return text
    text += f':{second:02d}'
    if spec == 'seconds':
        return text
    if spec == 'milliseconds':
        return f'{text}.{microsecond // 1000:03d}'
    if spec == 'microseconds':
        return f'{text}.{microsecond:06d}'
    raise ValueError('Unknown timespec value')


def _format(thing, format, timetuple):
    """strftime: what time.strftime does not know is put in first."""
    parts, at = [], 0
    while at < len(format):
        c = format[at]
        at += 1
        if c != '%' or at == len(format):
            parts.append(c)
            continue
        c = format[at]
        at += 1
        if c == 'f':
            parts.append(f'{getattr(thing, "microsecond", 0):06d}')
        elif c == 'z':
            parts.append(_offset_text(thing.utcoffset(), '') if hasattr(thing, 'utcoffset') else '')
        elif c == ':' and format[at:at + 1] == 'z':
            parts.append(_offset_text(thing.utcoffset()) if hasattr(thing, 'utcoffset') else '')
            at += 1
        elif c == 'Z':
            name = thing.tzname() if hasattr(thing, 'tzname') else None
            parts.append((name or '').replace('%', '%%'))
        elif c == 'Y' or c == 'G' or c == 'F' or c == 'C':
            year = thing.isocalendar()[0] if c == 'G' else timetuple[0]
            parts.append(f'{year // 100:02d}' if c == 'C' else f'{year:04d}' + ('-%m-%d' if c == 'F' else ''))
        else:
            parts.append('%' + c)
    return _time.strftime(''.join(parts), timetuple)


def _parse_arguments(*arguments):
    for i, argument in enumerate(arguments, 1):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {i} must be str, not {_shown(argument)}")
    return arguments


def _half_even(a, b):
    """a / b, rounded."""
    quotient, rest = divmod(a, b)
    rest *= 2
    if rest > b if b > 0 else rest < b:
        return quotient + 1
    return quotient + (rest == b and quotient % 2)


# ---- timedelta

def _sum_of(parts):
    """Microseconds of (name, amount, microseconds of one) in all, the fractions rounded together."""
    total, left = 0, 0.0
    for name, amount, unit in parts:
        if isinstance(amount, int):
            total += amount * unit
        elif isinstance(amount, float):
            fraction, whole = _modf(amount)
            total += int(whole) * unit
            fraction, whole = _modf(fraction * unit)
            total += int(whole)
            left += fraction
        else:
            raise TypeError(f'unsupported type for timedelta {name} component: {type(amount).__name__}')
    if left:
        whole = round(left)
        if abs(whole - left) == 0.5:
            odd = total % 2
            whole = int(2.0 * round((left + odd) * 0.5) - odd)
        total += whole
    return total


class timedelta:
    """Difference between two datetime values.

timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)

All arguments are optional and default to 0.
Arguments may be integers or floats, and may be positive or negative."""

    __slots__ = ('_days', '_seconds', '_microseconds', '_total')    # the last: all in microseconds

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if type(days) is int and type(seconds) is int and type(microseconds) is int and not (milliseconds or minutes or hours or weeks):
            total = (days * 86400 + seconds) * 1000000 + microseconds
        else:
            total = _sum_of((('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000), ('seconds', seconds, 1000000),
                             ('minutes', minutes, 60000000), ('hours', hours, 3600000000), ('days', days, 86400000000),
                             ('weeks', weeks, 604800000000)))
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        self = _new(cls)
        if (parts := _split(total)) is not None:
            self._days, self._seconds, self._microseconds = parts
        else:
            seconds, self._microseconds = divmod(total, 1000000)
            days, self._seconds = divmod(seconds, 86400)
            self._days = days
            if not -2 ** 31 <= days < 2 ** 31:
                raise OverflowError('Python int too large to convert to C int')
            if not -999999999 <= days <= 999999999:
                raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        self._total = total
        return self

    def _read_only(self, value=None):
        raise AttributeError('readonly attribute')

    days = property(lambda self: self._days, _read_only, _read_only, doc='Number of days.')
    seconds = property(lambda self: self._seconds, _read_only, _read_only, doc='Number of seconds (>= 0 and less than 1 day).')
    microseconds = property(lambda self: self._microseconds, _read_only, _read_only,
                            doc='Number of microseconds (>= 0 and less than 1 second).')
    del _read_only

    def total_seconds(self):
        return self._total / 10 ** 6

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (('days', self._days), ('seconds', self._seconds),
                                                       ('microseconds', self._microseconds)) if value]
        return f'{_type_name(self)}({", ".join(parts) or "0"})'

    def __str__(self):
        minutes, second = divmod(self._seconds, 60)
        text = f'{minutes // 60}:{minutes % 60:02d}:{second:02d}'
        if self._days:
            text = f'{self._days} day{"" if abs(self._days) == 1 else "s"}, {text}'
        return text + (f'.{self._microseconds:06d}' if self._microseconds else '')

    def __add__(self, other):
        return timedelta._of(self._total + other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total - other._total) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._total - self._total) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total)

    def __pos__(self):
        return timedelta._of(self._total)

    def __abs__(self):
        return timedelta._of(abs(self._total))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_half_even(self._total * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, int):
            return timedelta._of(_half_even(self._total, other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_half_even(self._total * b, a))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        return timedelta._of(self._total // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._total % other._total) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._total, other._total)
        return quotient, timedelta._of(rest)

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total < other._total if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total <= other._total if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total > other._total if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total >= other._total if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta._of(-999999999 * 86400000000)
timedelta.max = timedelta._of(1000000000 * 86400000000 - 1)
timedelta.resolution = timedelta._of(1)
_DAY = timedelta(1)


# ---- date

class IsoCalendarDate(tuple):
    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'


def _first_iso_monday(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _iso_ordinal(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year must be in {MINYEAR}..{MAXYEAR}, not {year}')
    monday = _first_iso_monday(year)
    if not 0 < week < 53 and not (week == 53 and _first_iso_monday(year + 1) - monday == 371):
        raise ValueError(f'Invalid week: {week}')
    if not 0 < day < 8:
        raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
    return monday + (week - 1) * 7 + day - 1


def _clock():
    """The time now in microseconds since 1970."""
    return _time.time_ns() // 1000


def _stamp_parts(stamp):
    """(days since 1970, second of the day, microsecond)"""
    if not isinstance(stamp, (int, float)) or stamp != stamp:
        if isinstance(stamp, float):
            raise ValueError('Invalid value NaN (not a number)')
        stamp = _index(stamp)
    if not -2 ** 63 <= stamp < 2 ** 63:
        raise OverflowError('timestamp out of range for platform time_t')
    micro = 0
    if isinstance(stamp, float):
        fraction, stamp = _modf(stamp)
        micro = round(fraction * 1e6)
    seconds, micro = divmod(int(stamp) * 1000000 + micro, 1000000)
    days, second = divmod(seconds, 86400)
    if not 1 <= days + 719163 <= _LAST_DAY:
        year = 1970 + days * 400 // 146097
        raise ValueError(f'year {year} is out of range')
    return days, second, micro


class date:
    """date(year, month, day) --> date object"""

    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year=_absent, month=_absent, day=_absent):
        if year is _absent or month is _absent or day is _absent:
            _required(year, month, day)
        self = _new(cls)
        self._year, self._month, self._day = _checked_date(year, month, day)
        return self

    @classmethod
    def _of_day(cls, ordinal):
        if cls is not date:
            return cls(*_from_ordinal(ordinal))
        self = _new(cls)
        self._year, self._month, self._day = _from_ordinal(ordinal)
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """Create a date from a POSIX timestamp."""
        return cls(*_from_ordinal(_stamp_parts(timestamp)[0] + 719163))

    @classmethod
    def today(cls):
        """Current date or datetime:  same as self.__class__.fromtimestamp(time.time())."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        """int -> date corresponding to a proleptic Gregorian ordinal."""
        ordinal = _index(ordinal)
        if ordinal < 1:
            raise ValueError('ordinal must be >= 1')
        if ordinal > _LAST_DAY:
            raise ValueError(f'year must be in {MINYEAR}..{MAXYEAR}, not {_from_ordinal(ordinal)[0]}')
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, string, /):
        """str -> Construct a date from a string in ISO 8601 format."""
        if not isinstance(string, str):
            raise TypeError('fromisoformat: argument must be str')
        from _isoformat import read_date
        if len(string) not in (7, 8, 10):
            raise ValueError(f'Invalid isoformat string: {string!r}')
        return cls(*read_date(string, string, _iso_date))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """int, int, int -> Construct a date from the ISO year, week number and weekday.

This is the inverse of the function date.isocalendar()"""
        return cls(*_iso_date(_index(year), _index(week), _index(day)))

    @classmethod
    def strptime(cls, string, format, /):
        """string, format -> new date parsed from a string (like time.strptime())."""
        from _strptime import parse
        made = parse(*_parse_arguments(string, format))
        return cls(*made[:3])

    def __repr__(self):
        return f'{_type_name(self)}({self._year}, {self._month}, {self._day})'

    def isoformat(self):
        """Return string in ISO 8601 format, YYYY-MM-DD."""
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    __str__ = isoformat

    def ctime(self):
        return f'{_DAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}'

    def strftime(self, format):
        """Format using strftime().

Example: "%d/%m/%Y, %H:%M:%S"."""
        if not isinstance(format, str):
            raise TypeError(f'strftime() argument 1 must be str, not {_shown(format)}')
        return _format(self, format, self.timetuple())

    def __format__(self, spec, /):
        """Formats self with strftime."""
        if not isinstance(spec, str):
            raise TypeError(f'__format__() argument 1 must be str, not {_shown(spec)}')
        return self.strftime(spec) if spec else str(self)

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        return self._timetuple(0, 0, 0, -1)

    def _timetuple(self, hour, minute, second, dst):
        day = _ordinal(self._year, self._month, self._day)
        return _time.struct_time((self._year, self._month, self._day, hour, minute, second, (day + 6) % 7,
                                  day - _ordinal(self._year, 1, 1) + 1, dst))

    def toordinal(self):
        """Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1."""
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        """Return the day of the week represented by the date.
Monday == 0 ... Sunday == 6"""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """Return the day of the week represented by the date.
Monday == 1 ... Sunday == 7"""
        return self.weekday() + 1

    def isocalendar(self):
        year, today = self._year, _ordinal(self._year, self._month, self._day)
        monday = _first_iso_monday(year)
        if today < monday:
            year -= 1
            monday = _first_iso_monday(year)
        elif today >= _first_iso_monday(year + 1):
            year += 1
            monday = _first_iso_monday(year)
        week, day = divmod(today - monday, 7)
        return IsoCalendarDate(year, week + 1, day + 1)

    def replace(self, year=_absent, month=_absent, day=_absent):
        """Return date with new specified fields."""
        return type(self)(self._year if year is _absent else year, self._month if month is _absent else month,
                          self._day if day is _absent else day)

    __replace__ = replace

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other.days
        if not 1 <= ordinal <= _LAST_DAY:
            raise OverflowError('date value out of range')
        return type(self)._of_day(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day)


def _iso_date(year, week, day):
    return _from_ordinal(_iso_ordinal(year, week, day))


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = _DAY


# ---- time zones

class tzinfo:
    """Abstract base class for time zone info objects."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def tzname(self, dt, /):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt, /):
        """datetime -> timedelta showing offset from UTC, negative values indicating West of UTC"""
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt, /):
        """datetime -> DST offset as timedelta positive east of UTC."""
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        saving = dt.dst()
        if saving is None:
            raise ValueError('fromutc: non-None dst() result required')
        if offset - saving:
            dt += offset - saving
            saving = dt.dst()
            if saving is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + saving

    def __reduce__(self):
        arguments = getattr(self, '__getinitargs__', tuple)()
        return self.__class__, arguments, self.__getstate__()


class timezone(tzinfo):
    """Fixed offset from UTC implementation of tzinfo."""

    __slots__ = ('_offset', '_name')

    def __new__(cls, offset=_absent, name=_absent):
        if offset is _absent:
            raise TypeError("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {_shown(offset)}')
        if name is _absent:
            if not offset:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {_shown(name)}')
        if not -_DAY < offset < _DAY:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             f'timedelta(hours=24), not {offset!r}')
        return cls._of(offset, name)

    @classmethod
    def _of(cls, offset, name):
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        return f'datetime.timezone({self._offset!r}' + (')' if self._name is None else f', {self._name!r})')

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, name):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f'{name}(dt) argument must be a datetime instance or None, not {type(dt).__name__}')

    def utcoffset(self, dt, /):
        """Return fixed offset."""
        self._check(dt, 'utcoffset')
        return self._offset

    def tzname(self, dt, /):
        """If name is specified when timezone is created, returns the name.  Otherwise returns offset as 'UTC(+|-)HH:MM'."""
        self._check(dt, 'tzname')
        if self._name is not None:
            return self._name
        return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

    def dst(self, dt, /):
        """Return None."""
        self._check(dt, 'dst')
        return None

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return self.__class__, self.__getinitargs__()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


UTC = timezone.utc = timezone._of(timedelta(0), None)
timezone.min = timezone._of(timedelta(minutes=-1439), None)
timezone.max = timezone._of(timedelta(minutes=1439), None)


# ---- time

def _asked(thing, tz, name, argument):
    """What a time zone says of a time or datetime; None without one."""
    if tz is None:
        return None
    answer = getattr(tz, name)(argument)
    if name != 'tzname':
        return _check_offset(name, answer)
    if answer is not None and not isinstance(answer, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_type_name(answer)}'")
    return answer


class time:
    """time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object

All arguments are optional. tzinfo may be None, or an instance of
a tzinfo subclass. The remaining arguments may be ints."""

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        parts = _index(hour), _index(minute), _index(second), _index(microsecond)
        fold = _check_time(*parts, fold)
        _check_tzinfo(tzinfo)
        self = _new(cls)
        self._hour, self._minute, self._second, self._microsecond = parts
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return _asked(self, self._tzinfo, 'utcoffset', None)

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return _asked(self, self._tzinfo, 'tzname', None)

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return _asked(self, self._tzinfo, 'dst', None)

    @classmethod
    def fromisoformat(cls, string, /):
        """string -> time from a string in ISO 8601 format"""
        if not isinstance(string, str):
            raise TypeError('fromisoformat: argument must be str')
        from _isoformat import read_time
        hour, minute, second, micro, offset, _ = read_time(string.removeprefix('T'), string)
        return cls(hour, minute, second, micro, _zone_of(offset))

    @classmethod
    def strptime(cls, string, format, /):
        from _strptime import parse
        made = parse(*_parse_arguments(string, format))
        return cls(*made[3:7], _parsed_zone(made))

    def isoformat(self, timespec='auto'):
        """Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].

The optional argument timespec specifies the number of additional terms
of the time to include. Valid options are 'auto', 'hours', 'minutes',
'seconds', 'milliseconds' and 'microseconds'."""
        if not isinstance(timespec, str):
            raise TypeError(f'isoformat() argument 1 must be str, not {_shown(timespec)}')
        text = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _offset_text(self.utcoffset())

    __str__ = isoformat

    def __repr__(self):
        parts = [self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        return f'{_type_name(self)}({", ".join(map(str, parts))}{_zone_repr(self)})'

    def strftime(self, format):
        if not isinstance(format, str):
            raise TypeError(f'strftime() argument 1 must be str, not {_shown(format)}')
        return _format(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    __format__ = date.__format__

    def replace(self, hour=_absent, minute=_absent, second=_absent, microsecond=_absent, tzinfo=_absent, *, fold=_absent):
        """Return time with new specified fields."""
        return type(self)(self._hour if hour is _absent else hour, self._minute if minute is _absent else minute,
                          self._second if second is _absent else second,
                          self._microsecond if microsecond is _absent else microsecond,
                          self._tzinfo if tzinfo is _absent else tzinfo, fold=self._fold if fold is _absent else fold)

    __replace__ = replace

    def _key(self, offset):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return seconds * 1000000 + self._microsecond - (0 if offset is None else offset._total)

    def _compare(self, other, equality=False):
        if not isinstance(other, time):
            return NotImplemented
        mine = theirs = None
        if self._tzinfo is not other._tzinfo:
            mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key(mine) - other._key(theirs)

    def __eq__(self, other):
        result = self._compare(other, True)
        return result if result is NotImplemented else result == 0

    def __lt__(self, other):
        result = self._compare(other)
        return result if result is NotImplemented else result < 0

    def __le__(self, other):
        result = self._compare(other)
        return result if result is NotImplemented else result <= 0

    def __gt__(self, other):
        result = self._compare(other)
        return result if result is NotImplemented else result > 0

    def __ge__(self, other):
        result = self._compare(other)
        return result if result is NotImplemented else result >= 0

    def __hash__(self):
        offset = self.replace(fold=0).utcoffset()
        return hash(self._key(offset))

    def __reduce__(self):
        return self.__class__, (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


def _zone_repr(thing):
    return (', fold=1' if thing._fold else '') + ('' if thing._tzinfo is None else f', tzinfo={thing._tzinfo!r}')


def _zone_of(offset):
    """The time zone of an offset in microseconds."""
    return None if offset is None else timezone(timedelta._of(offset))


def _parsed_zone(made):
    if made[9] is None:
        return None
    offset = timedelta(seconds=made[9])
    return timezone(offset, made[10]) if made[10] else timezone(offset)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta.resolution


# ---- datetime

# The class's own names hide these.
_date, _time_class, _tzinfo = date, time, tzinfo


class datetime(date):
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold', '_micro')   # the last: since the beginning of day 0

    def __new__(cls, year=_absent, month=_absent, day=_absent, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *,
                fold=0):
        if year is _absent or month is _absent or day is _absent:
            _required(year, month, day)
        self = _new(cls)
        self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond, self._micro = \
            _checked(year, month, day, hour, minute, second, microsecond)
        if fold or type(fold) is not int:
            fold = _check_fold(fold)
        if tzinfo is not None:
            _check_tzinfo(tzinfo)
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour, minute, second, microsecond = time.hour, time.minute, time.second, time.microsecond
    tzinfo, fold = time.tzinfo, time.fold

    @classmethod
    def _from_micro(cls, micro, tz=None, fold=0):
        """Of microseconds since the beginning of day 0, by its own clock."""
        if cls is not datetime:
            return cls(*_civil(micro), tz, fold=fold)
        self = _new(cls)
        self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond = _civil(micro)
        self._tzinfo, self._fold, self._micro = tz, fold, micro
        return self

    @classmethod
    def now(cls, tz=None):
        """Returns new datetime object representing current time local to tz.

  tz
    Timezone object.

If no tz is specified, uses local timezone."""
        _check_tzinfo(tz)
        made = cls._from_micro(_clock() + 719163 * 86400000000, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def utcnow(cls):
        """Return a new datetime representing UTC day and time."""
        _deprecated('utcnow', 'now(datetime.UTC)')
        return cls._from_micro(_clock() + 719163 * 86400000000)

    @classmethod
    def _from_stamp(cls, stamp, tz):
        if not isinstance(stamp, float) and not hasattr(type(stamp), '__index__'):
            raise TypeError(f'argument must be int or float, not {type(stamp).__name__}')
        days, second, micro = _stamp_parts(stamp)
        return cls._from_micro(((days + 719163) * 86400 + second) * 1000000 + micro, tz)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """timestamp[, tz] -> tz's local time from POSIX timestamp."""
        _check_tzinfo(tz)
        made = cls._from_stamp(timestamp, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        _deprecated('utcfromtimestamp', 'fromtimestamp(timestamp, datetime.UTC)')
        return cls._from_stamp(timestamp, None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """date, time -> datetime with same date and time fields"""
        if not isinstance(date, _date):
            raise TypeError(f'combine() argument 1 must be datetime.date, not {_shown(date)}')
        if not isinstance(time, _time_class):
            raise TypeError(f'combine() argument 2 must be datetime.time, not {_shown(time)}')
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, string, /):
        """string -> datetime from a string in most ISO 8601 formats"""
        if not isinstance(string, str):
            raise TypeError('fromisoformat: argument must be str')
        from _isoformat import read_datetime
        day, (hour, minute, second, micro, offset, next_day) = read_datetime(string, _iso_date)
        made = cls(*day, hour, minute, second, micro, _zone_of(offset))
        if next_day and day == (9999, 12, 31):
            raise ValueError(f'year must be in {MINYEAR}..{MAXYEAR}, not 10000')
        return made + _DAY if next_day else made

    @classmethod
    def strptime(cls, date_string, format, /):
        from _strptime import parse
        made = parse(*_parse_arguments(date_string, format))
        return cls(*made[:7], _parsed_zone(made))

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        saving = self.dst()
        return self._timetuple(self._hour, self._minute, self._second, -1 if saving is None else 1 if saving else 0)

    def utctimetuple(self):
        """Return UTC time tuple, compatible with time.localtime()."""
        offset = self.utcoffset()
        made = self - offset if offset else self
        return made._timetuple(made._hour, made._minute, made._second, 0)

    def timestamp(self):
        """Return POSIX timestamp as float."""
        offset = self.utcoffset()
        return (self._micro - 719163 * 86400000000 - (offset._total if offset else 0)) / 1000000

    def date(self):
        """Return date object with same year, month and day."""
        return _date(self._year, self._month, self._day)

    def time(self):
        """Return time object with same time but with tzinfo=None."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """Return time object with same time and tzinfo."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=_absent, month=_absent, day=_absent, hour=_absent, minute=_absent, second=_absent, microsecond=_absent, tzinfo=_absent, *,
                fold=_absent):
        """Return datetime with new specified fields."""
        return type(self)(self._year if year is _absent else year, self._month if month is _absent else month,
                          self._day if day is _absent else day, self._hour if hour is _absent else hour,
                          self._minute if minute is _absent else minute, self._second if second is _absent else second,
                          self._microsecond if microsecond is _absent else microsecond,
                          self._tzinfo if tzinfo is _absent else tzinfo, fold=self._fold if fold is _absent else fold)

    __replace__ = replace

    def astimezone(self, tz=None):
        """tz -> convert to local time in new timezone tz"""
        if tz is None:
            tz = timezone(timedelta(0), 'UTC')
        elif not isinstance(tz, _tzinfo):
            _check_tzinfo(tz)
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset()
        return tz.fromutc((self - offset if offset else self).replace(tzinfo=tz))

    def ctime(self):
        return (f'{_DAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} {self._hour:02d}:{self._minute:02d}:'
                f'{self._second:02d} {self._year:04d}')

    def isoformat(self, sep='T', timespec='auto'):
        """[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].
sep is used to separate the year from the time, and defaults to 'T'.
The optional argument timespec specifies the number of additional terms
of the time to include. Valid options are 'auto', 'hours', 'minutes',
'seconds', 'milliseconds' and 'microseconds'."""
        if not isinstance(sep, str):
            raise TypeError(f'isoformat() argument 1 must be a unicode character, not {_shown(sep)}')
        if len(sep) != 1:
            raise TypeError(f'isoformat() argument 1 must be a unicode character, not a string of length {len(sep)}')
        if not isinstance(timespec, str):
            raise TypeError(f'isoformat() argument 2 must be str, not {_shown(timespec)}')
        text = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{text}{_offset_text(self.utcoffset())}'

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        return f'{_type_name(self)}({", ".join(map(str, parts))}{_zone_repr(self)})'

    def __str__(self):
        return self.isoformat(' ')

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return _asked(self, self._tzinfo, 'utcoffset', self)

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return _asked(self, self._tzinfo, 'tzname', self)

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return _asked(self, self._tzinfo, 'dst', self)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._from_micro(self._micro + other._total, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_micro(self._micro - other._total, self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._micro - other._micro
        if self._tzinfo is other._tzinfo:
            return timedelta._of(difference)
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(difference + (theirs._total - mine._total if mine is not None else 0))

    def _compare(self, other, equality=False):
        if not isinstance(other, datetime):
            return NotImplemented
        mine = theirs = None
        if self._tzinfo is not other._tzinfo:
            mine, theirs = self.utcoffset(), other.utcoffset()
            # A time that is there twice, or not at all, equals none in another zone.
            if equality and (mine != self.replace(fold=not self._fold).utcoffset() or
                             theirs != other.replace(fold=not other._fold).utcoffset()):
                return 2
        if (mine is None) != (theirs is None):
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        shift = 0 if mine is None else theirs._total - mine._total
        return self._micro - other._micro + shift

    def __eq__(self, other):
        if isinstance(other, datetime) and self._tzinfo is other._tzinfo:
            return self._micro == other._micro
        result = self._compare(other, True)
        return result if result is NotImplemented else result == 0

    def __lt__(self, other):
        if isinstance(other, datetime) and self._tzinfo is other._tzinfo:
            return self._micro < other._micro
        result = self._compare(other)
        return result if result is NotImplemented else result < 0

    def __le__(self, other):
        if isinstance(other, datetime) and self._tzinfo is other._tzinfo:
            return self._micro <= other._micro
        result = self._compare(other)
        return result if result is NotImplemented else result <= 0

    def __gt__(self, other):
        if isinstance(other, datetime) and self._tzinfo is other._tzinfo:
            return self._micro > other._micro
        result = self._compare(other)
        return result if result is NotImplemented else result > 0

    def __ge__(self, other):
        if isinstance(other, datetime) and self._tzinfo is other._tzinfo:
            return self._micro >= other._micro
        result = self._compare(other)
        return result if result is NotImplemented else result >= 0

    def __hash__(self):
        if self._tzinfo is None:
            return hash(self._micro)
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._micro - (0 if offset is None else offset._total))

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond,
                                self._tzinfo)


def _deprecated(name, instead):
    import warnings
    warnings.warn(f'datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. Use timezone-aware '
                  f'objects to represent datetimes in UTC: datetime.datetime.{instead}.', DeprecationWarning, stacklevel=3)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta.resolution
_own = {timedelta, date, IsoCalendarDate, tzinfo, timezone, time, datetime}
for _class in _own:
    _like_c(_class)
    for _name, _function in vars(_class).items():
        _function = getattr(_function, '__func__', _function)
        if getattr(_function, '__name__', None) == '<lambda>':
            _function.__name__, _function.__qualname__ = _name, f'{_class.__name__}.{_name}'
        if _name == '__new__':
            if _class is not timezone:
                _function.__qualname__ = _name      # errors in calls name it without its class
            (_like_parsed if issubclass(_class, (date, time)) else _like_c)(_function)
        elif _name in ('strptime', 'fromordinal', 'utcfromtimestamp', '__format__'):
            _like_parsed(_function)
        elif type(_function) is type(_deprecated) and not _name.startswith('_'):
            _like_c(_function)
_final(timezone, IsoCalendarDate)
