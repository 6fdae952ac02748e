"""Reading dates and times by a format: time.strptime and datetime.strptime."""

_MONTHS = ('january february march april may june july august september october november december').split()
_DAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split()
_DIGITS = {'d': (2, 1, 31), 'f': (6, 0, 999999), 'H': (2, 0, 23), 'I': (2, 1, 12), 'j': (3, 1, 366), 'm': (2, 1, 12),
           'M': (2, 0, 59), 'S': (2, 0, 61), 'u': (1, 1, 7), 'w': (1, 0, 6), 'U': (2, 0, 53), 'W': (2, 0, 53), 'y': (2, 0, 99),
           'Y': (4, 0, 9999), 'G': (4, 0, 9999), 'V': (2, 1, 53)}
_WHOLE = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'D': '%m/%d/%y', 'T': '%H:%M:%S', 'R': '%H:%M'}
_NAMES = {'a': [d[:3] for d in _DAYS], 'A': _DAYS, 'b': [m[:3] for m in _MONTHS], 'B': _MONTHS, 'p': ['am', 'pm']}


class _Mismatch(Exception):
    pass


def _number(text, at, directive):
    """The number at `at`, as many digits as fit the directive, and where it ends."""
    width, low, high = _DIGITS[directive]
    end = at
    while end < len(text) and end - at < width and text[end].isdigit():
        end += 1
    if directive in 'YG' and end - at < width:
        raise _Mismatch
    while end > at:
        value = int(text[at:end])
        if low <= value <= high:
            return value, end
        end -= 1
    raise _Mismatch


def _name(text, at, names):
    # The longest first: "may" must not hide "mayor" where both could stand.
    for name in sorted(names, key=len, reverse=True):
        if text[at:at + len(name)].lower() == name:
            return names.index(name), at + len(name)
    raise _Mismatch


def _zone(text, at):
    """Z or +hhmm, +hh:mm: seconds east of Greenwich."""
    if text[at:at + 1] in ('Z', 'z'):
        return 0, at + 1
    sign = {'+': 1, '-': -1}.get(text[at:at + 1])
    digits = text[at + 1:at + 3], text[at + 3:].removeprefix(':')[:2]
    if sign is None or not (digits[0] + digits[1]).isdigit() or len(digits[0] + digits[1]) != 4:
        raise _Mismatch
    end = at + 5 + (text[at + 3:at + 4] == ':')
    return sign * (int(digits[0]) * 3600 + int(digits[1]) * 60), end


def _skip_space(text, at):
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _warn_of_year():
    import warnings
    warnings.warn('Parsing dates involving a day of month without a year specified is ambiguous\n'
                  'and fails to parse leap day. The default behavior will change in Python 3.15\n'
                  'to either always raise an exception or to use a different default year (TBD).\n'
                  'To avoid trouble, add a specific year to the input & format.\n'
                  'See https://github.com/python/cpython/issues/70647.', DeprecationWarning, skip_file_prefixes=('<frozen ',))


def _scan(text, format):
    found, at, i, given = {}, 0, 0, format
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            if at == _skip_space(text, at):
                raise _Mismatch
            at = _skip_space(text, at)
            continue
        if c != '%':
            if text[at:at + 1].lower() != c.lower():
                raise _Mismatch
            at += 1
            continue
        if i == len(format):
            raise ValueError(f"stray % in format '{format}'")
        directive = format[i]
        i += 1
        if directive == '%':
            if text[at:at + 1] != '%':
                raise _Mismatch
            at += 1
        elif directive in _DIGITS:
            start = at
            found[directive], at = _number(text, at, directive)
            if directive == 'f':
                found['f'] = int(text[start:at].ljust(6, '0'))
        elif directive in _WHOLE:
            format = format[:i - 2] + _WHOLE[directive] + format[i:]
            i -= 2
        elif directive in _NAMES:
            found[directive], at = _name(text, at, _NAMES[directive])
        elif directive == 'z':
            found['z'], at = _zone(text, at)
        elif directive == 'Z':
            found['Z'], at = _name(text, at, ['utc', 'gmt'])
        else:
            raise ValueError(f"'{directive}' is a bad directive in format '{given}'")
    return found, at


def _days_before(year, month, day):
    """Days from 1 January of year 1, which is a Monday."""
    days = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1] + day - 1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + days + (leap and month > 2)


def _date(found):
    year = found.get('Y')
    if year is None and 'y' in found:
        year = found['y'] + (2000 if found['y'] <= 68 else 1900)
    name = found.get('b', found.get('B', 0))
    month = found.get('m', name + 1)
    day = found.get('d', 1)
    real = 1900 if year is None else year
    if 'j' in found and 'm' not in found and 'd' not in found:
        days = _days_before(real, 1, 1) + found['j'] - 1
        month = next(m for m in range(12, 0, -1) if _days_before(real, m, 1) <= days)
        day = days - _days_before(real, month, 1) + 1
    last = _days_before(real + month // 12, month % 12 + 1, 1) - _days_before(real, month, 1)
    if day > last:
        raise ValueError(f'day {day} must be in range 1..{last} for month {month} in year {real}')
    return real, month, day


def _hour(found):
    if 'H' in found:
        return found['H']
    hour = found.get('I', 0)
    if 'p' in found:
        hour = hour % 12 + 12 * found['p']
    return hour


def parse(text, format):
    """(year, month, day, hour, minute, second, microsecond, weekday, day of the year, zone or None)"""
    for i, argument in enumerate((text, format)):
        if not isinstance(argument, str):
            raise TypeError(f'strptime() argument {i} must be str, not {type(argument)}')
    if '%d' in format and not any(year in format for year in ('%Y', '%y', '%G')):
        _warn_of_year()
    try:
        found, end = _scan(text, format)
    except _Mismatch:
        raise ValueError(f'time data {text!r} does not match format {format!r}') from None
    if end < len(text):
        raise ValueError(f'unconverted data remains: {text[end:]}')
    year, month, day = _date(found)
    days = _days_before(year, month, day)
    zone = found.get('z', 0 if 'Z' in found else None)
    return (year, month, day, _hour(found), found.get('M', 0), found.get('S', 0), found.get('f', 0), days % 7,
            days - _days_before(year, 1, 1) + 1, zone)


def struct_time(text, format='%a %b %d %H:%M:%S %Y'):
    import time
    made = parse(text, format)
    return time.struct_time(made[:6] + (made[7], made[8], -1 if made[9] is None else 0))
